import Foundation
import Testing

/// What everybody reads in reports, closures and hotspots of what clerks wrote where a street should stand.
///
/// Each of the forms stands three times at a place of its own, closed within minutes and reported again: it makes a cluster,
/// and entries of the call-back list.
@Suite struct `What public tables and pages tell of an address` {
    private static let secrets = [
        "Roe", "ROE", "555-0199", "555) 010", "555.010", "555 010", "Hidden", "HIDDEN", "mail.example",
        "secret",
    ]
    /// House numbers and a telephone number: no figure of so small a file has as many digits.
    private static let numbers = ["2319", "2321", "0199", "5550199"]

    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        var rows: [String] = []
        for (form, address) in `What a public map tells of an address`.forms.enumerated() {
            for time in 0..<3 {
                let place = "\(-70.87 + Double(form % 9) * 0.004),\(41.605 + Double(form / 9) * 0.004)"
                let day = "2024-06-\(10 + 5 * time + form % 3)"
                let status = form == 3 && time == 0 ? "Call Jane Roe 555-0199" : "Closed"
                let channel = form == 4 ? "Call Jane Roe 555-0199" : form % 5 == 0 ? "Council Office" : "Web"
                let isOpen = time == 2
                rows.append(
                    "H\(form)T\(time),,Cat,\(isOpen ? "Open" : status),\(channel),\(day) 10:00:00,"
                        + "\(isOpen ? "" : "\(day) 10:04:00"),\(day) 20:00:00,"
                        + "\"\(address.replacing("\"", with: "\"\""))\",\(place),1,1,secret\n")
            }
        }
        // Half of the kind takes days.
        for row in 0..<400 {
            let day = 1 + row % 20
            rows.append(
                "N\(row),,Cat,Closed,Web,2024-05-\(day < 10 ? "0" : "")\(day) 09:00:00,2024-05-\(day + 9) 09:00:00,,"
                    + "100 S Main St,\(-70.90 + Double(row % 20) * 0.003),\(41.64 + Double(row / 20) * 0.003),1,1,\n"
            )
        }
        let head =
            "sr_number,parent_sr,sr_type,status,channel,created,closed,due,address,lon,lat,assigned_zone,"
            + "assigned_district,description\n"
        try Data((head + rows.joined()).utf8).write(to: folder.appending(path: "requests.csv"))
    }

    @Test(arguments: [
        "report --layer district -o out.csv --summary out.json",
        "report --layer district --by month -o out.json --check-targets",
        "report --layer district -o out.html",
        "closures --layer district --edition public -o out.csv --measures measures.json",
        "closures --layer district -o out.html --measures measures.csv",
        "hotspots --edition public -o out.csv --summary out.json",
        "hotspots --edition public --format geojson -o out.geojson",
        "hotspots --edition public --significance gi-star -o out.csv",
    ])
    func `no house number, name or telephone number, whatever a clerk wrote`(command: String) throws {
        try expectNoSecrets(command)
    }

    @Test(
        .enabled(if: OutsideTool.areHere("pdftotext"), "poppler-utils is not installed"),
        arguments: ["report --layer district -o out.pdf", "closures --layer district -o out.pdf"])
    func `no house number, name or telephone number on paper either`(command: String) throws {
        try expectNoSecrets(command)
    }

    private func expectNoSecrets(_ command: String) throws {
        let city = Wardline.package.appending(path: "SampleData/city.yaml").path
        let words = command.split(separator: " ", maxSplits: 1)
        let outcome = try Wardline.shell(
            "\"$WARDLINE\" \(words[0]) requests.csv --city \(city) \(words[1]) > summary.txt", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let pdf = folder.appending(path: "out.pdf").path
        if command.contains("pdf") { _ = try OutsideTool.run("pdftotext", [pdf, "\(pdf).txt"]) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0 != "requests.csv" && !$0.hasSuffix(".pdf") }
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(!text.isEmpty, "\(name)")
            for secret in Self.secrets {
                let isTold = text.contains(secret)
                #expect(!isTold, "\(name): \(secret)")
            }
            // Digits of degrees, and lengths in drawings, may be any; words beside them may not.
            let plain = text.replacing(/-?\d+\.\d+/, with: "").replacing(/#[0-9a-f]{6}/, with: "")
            for number in Self.numbers {
                let isTold = plain.contains(number)
                #expect(!isTold, "\(name): \(number)")
            }
        }
        if command.hasSuffix("out.csv --measures measures.json") {
            let list = try String(contentsOf: folder.appending(path: "out.csv"), encoding: .utf8)
            #expect(list.split(separator: "\n").count > 60, "each form stands in the call-back list")
        }
        if command.hasPrefix("hotspots"), command.hasSuffix("--summary out.json") {
            let list = try String(contentsOf: folder.appending(path: "out.csv"), encoding: .utf8)
            #expect(list.split(separator: "\n").count > 40, "each form makes a cluster")
        }
    }
}
