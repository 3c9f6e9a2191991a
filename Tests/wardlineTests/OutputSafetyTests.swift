import Foundation
import Testing

/// What a command must not write over, and what it must not write at all.
struct OutputSafetyTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
    }

    // Case 14
    @Test(arguments: [
        "audit SampleData/requests.csv -o Boundaries/council-districts.geojson",
        "audit SampleData/requests.csv --repairs SampleData/city.yaml",
        "audit SampleData/requests.csv --rejects SampleData/addresses.csv",
        "hotspots SampleData/requests.csv -o SampleData/streets.geojson",
        "hotspots SampleData/requests.csv --assignments SampleData/requests.csv",
        "report SampleData/requests.csv --layer district -o Boundaries/council-districts.geojson",
        "map SampleData/requests.csv --layer district --area 7 -o Boundaries/water.geojson",
        "geocode SampleData/requests.csv -o SampleData/addresses.csv",
        "boundaries check --city SampleData/city.yaml -o Boundaries/council-districts.geojson",
        "audit SampleData/requests.csv --city SampleData/city.yaml -o hard.geojson",
        "audit - --city SampleData/city.yaml -o SampleData/requests.csv <SampleData/requests.csv",
        "map SampleData/requests.csv --layer district --all --format geojson -o named",
    ])
    func `no command writes over a file that it reads`(line: String) throws {
        try FileManager.default.linkItem(
            at: folder.appending(path: "Boundaries/council-districts.geojson"),
            to: folder.appending(path: "hard.geojson"))
        // A folder in which a page would take the place of the city's map.
        try FileManager.default.createDirectory(
            at: folder.appending(path: "named"), withIntermediateDirectories: true)
        try FileManager.default.linkItem(
            at: folder.appending(path: "Boundaries/council-districts.geojson"),
            to: folder.appending(path: "named/district-7.geojson"))
        let outcome = try Wardline.shell("wardline \(line)", in: folder)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("would write over what is read"), "\(outcome.errors)")
        for name in [
            "Boundaries/council-districts.geojson", "SampleData/city.yaml", "SampleData/addresses.csv",
        ] {
            #expect(
                try Data(contentsOf: folder.appending(path: name))
                    == Data(contentsOf: Wardline.package.appending(path: name)), "\(name)")
        }
    }

    @Test(arguments: [
        ("audit SampleData/requests.csv -o findings.docx", "no such format is written here"),
        ("audit SampleData/requests.csv --repairs repairs.xml", "name a file that ends in .csv"),
        ("hotspots SampleData/requests.csv -o SampleData", "is a folder"),
        ("hotspots SampleData/requests.csv -o none-yet/", "is a folder"),
        ("report SampleData/requests.csv --layer district -o a.svg", ".csv, .json"),
        ("hotspots SampleData/requests.csv --significance gi-star --cell-size nan", "--cell-size nan"),
        ("hotspots SampleData/requests.csv --radius nan", "radius"),
        ("adit SampleData/requests.csv", "there is no command “adit”; did you mean audit?"),
    ])
    func `what cannot be written is refused before the work`(line: String, message: String) throws {
        let outcome = try Wardline.shell("wardline \(line)", in: folder)
        #expect(outcome.status == (message == "is a folder" ? 1 : 64) && outcome.output.isEmpty)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func `a standard output that takes no more is a failure, and one that nobody reads is none`() throws
    {
        let full = try Wardline.shell("wardline audit SampleData/requests.csv >/dev/full", in: folder)
        #expect(full.status == 1 && full.errors.contains("No space left on device"), "\(full.errors)")
        let closed = try Wardline.shell(
            "wardline audit SampleData/requests.csv --all -o - | head -1", in: folder)
        #expect(closed.status == 0 && !closed.errors.contains("Error"), "\(closed.errors)")
    }

    @Test func `control characters of data reach no terminal`() throws {
        let requests =
            "id,category,status,opened,longitude,latitude,district\n"
            + "1,Pot\u{1B}[31mhole\u{7},Open,2024-03-01,-70.85,41.6,1\u{9B}31m\n"
        try requests.write(to: folder.appending(path: "r.csv"), atomically: true, encoding: .utf8)
        let city =
            "timezone: America/New_York\nlayers: [{name: d, assigned: district, "
            + "editions: [{file: Boundaries/council-districts.geojson, code: district}]}]\n"
        try city.write(to: folder.appending(path: "city.yaml"), atomically: true, encoding: .utf8)
        for line in ["audit r.csv", "hotspots r.csv --minimum 1", "hotspots r.csv --category 'P\u{1B}[2J'"] {
            let outcome = try Wardline.shell("wardline \(line)", in: folder)
            let controls = (outcome.output + outcome.errors).unicodeScalars.filter {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
            }
            #expect(controls.isEmpty, "\(line): \(controls)")
        }
    }

    @Test func `a code or title over two lines stands on one line wherever people read it`() throws {
        let areas = folder.appending(path: "Boundaries/council-districts.geojson")
        var text = try String(contentsOf: areas, encoding: .utf8)
        text = text.replacing(#/"district": ?"3"/#, with: #""district":"3\nOLD\tX""#)
        text = text.replacing(#/"name": ?"Council District 3"/#, with: #""name":"Council\r\nThree""#)
        try text.write(to: areas, atomically: true, encoding: .utf8)
        #expect(text.contains(#"3\nOLD"#) && text.contains(#"Council\r\nThree"#))
        for (line, status) in [
            ("audit SampleData/requests.csv --layer district", 0),
            ("locate SampleData/requests.csv -o located.csv", 0),
            ("locate '649 S Concord Ave' --city SampleData/city.yaml", 0),
            ("locate --city SampleData/city.yaml -- 41.6095,-70.857", 0),
            ("boundaries list --city SampleData/city.yaml", 0),
            ("boundaries check --city SampleData/city.yaml", 0),
            ("report SampleData/requests.csv --layer district", 0),
            ("closures SampleData/requests.csv", 0), ("hotspots SampleData/requests.csv", 0),
            ("map SampleData/requests.csv --layer district --all -o maps --format svg", 0),
            ("map SampleData/requests.csv --layer district --area 77 -o x.svg", 1),
        ] {
            let outcome = try Wardline.shell("wardline \(line)", in: folder)
            #expect((outcome.status == 0) == (status == 0), "\(line): \(outcome.errors)")
            let lines = (outcome.output + outcome.errors).split(separator: "\n")
            #expect(!lines.contains { $0.hasPrefix("OLD") || $0.hasPrefix("Three") }, "\(line)")
            #expect(!lines.contains { $0.contains("\t") || $0.contains("\r") }, "\(line)")
        }
        let audit = try Wardline.shell("wardline audit SampleData/requests.csv --layer district", in: folder)
        #expect(audit.output.contains("3␊OLD␉X"), "\(audit.output)")
        // What programs read is as it was.
        _ = try Wardline.shell("wardline locate SampleData/requests.csv -o located.csv", in: folder)
        let located = try String(contentsOf: folder.appending(path: "located.csv"), encoding: .utf8)
        #expect(located.contains("\"3\nOLD\tX\""))
    }

    @Test func `more threads than four a core are taken as that number, with a warning`() throws {
        let outcome = try Wardline.shell("wardline audit SampleData/requests.csv --jobs 100000", in: folder)
        #expect(outcome.status == 0 && outcome.errors.contains("warning: --jobs 100000"), "\(outcome.errors)")
    }

    @Test func `the version is a number of three parts`() throws {
        let version = try Wardline.shell("wardline --version").output
        #expect(version.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(version)")
    }
}
