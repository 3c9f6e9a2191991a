import Foundation
import Testing

/// Requests whose column of assigned areas, or whose addresses, agree with the areas by chance alone.
struct DoubtedAssignmentsTests {
    private let folder: URL
    private let rows: [[String]]
    private let header: [String]

    init() throws {
        folder = try Wardline.scratchFolder()
        let lines = try String(
            contentsOf: Wardline.package.appending(path: "SampleData/requests.csv"), encoding: .utf8
        ).split(separator: "\n").filter { !$0.contains("\"") }.prefix(1_501).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        header = lines[0]
        rows = Array(lines[1...])
    }

    /// Audits rows by the district, and returns how many repairs are written and what is said.
    private func audit(
        _ rows: [[String]], assigned: String = "assigned_district", options: [String] = []
    ) throws -> (repairs: Int, summary: String, verdicts: [String: Int]) {
        let package = Wardline.package.path
        let city = folder.appending(path: "city.yaml")
        let text = """
            name: Fairhaven
            timezone: America/New_York
            requests:
              columns: {id: sr_number, category: sr_type, status: status, opened: created, closed: closed,
                        address: address, longitude: lon, latitude: lat}
            layers:
              - name: district
                assigned: \(assigned)
                editions:
                  - {file: \(package)/Boundaries/council-districts.geojson, code: district, title: name}
            reference:
              streets: {file: \(package)/SampleData/streets.geojson, profile: tiger}
              addresses: {file: \(package)/SampleData/addresses.csv, profile: openaddresses}
            """
        try Data(text.utf8).write(to: city)
        let file = folder.appending(path: "requests.csv")
        try Data(([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n").utf8).write(
            to: file)
        let repairs = folder.appending(path: "r.csv").path
        let findings = folder.appending(path: "f.jsonl").path
        let outcome = try Wardline.succeed(
            ["audit", file.path, "--city", city.path, "--repairs", repairs, "-o", findings] + options)
        var verdicts: [String: Int] = [:]
        for line in try String(contentsOfFile: findings, encoding: .utf8).split(separator: "\n") {
            let fields = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            verdicts[fields?["verdict"] as? String ?? "", default: 0] += 1
        }
        return (
            try String(contentsOfFile: repairs, encoding: .utf8).split(separator: "\n").count - 1,
            outcome.output, verdicts
        )
    }

    private func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }

    /// Whether a summary begins with the doubt, behind its title.
    private func begins(_ summary: String, with column: String) -> Bool {
        summary.split(separator: "\n").dropFirst().first?
            .hasPrefix("The column \(column) is doubtful for layer district: of ") ?? false
    }

    // 1,041 repairs of such a file were certain.
    @Test func `a column of another layer repairs nothing, and the summary begins with it`() throws {
        let own = try audit(rows)
        #expect(!own.summary.contains("is doubtful for layer") && own.repairs > 0, "\(own.summary)")
        let other = try audit(rows, assigned: "assigned_zone")
        #expect(begins(other.summary, with: "assigned_zone"), "\(other.summary)")
        #expect(other.repairs == 0)
        let all = try audit(rows, assigned: "assigned_zone", options: ["--all-repairs"])
        #expect(all.repairs == 0)
    }

    // 1,391 repairs of such a file were certain.
    @Test func `codes of another numbering repair nothing, in slices and parts as well`() throws {
        let assigned = try column("assigned_district")
        let renumbered = rows.map { row in
            var row = row
            row[assigned] = Int(row[assigned]).map { "\($0 % 9 + 1)" } ?? row[assigned]
            return row
        }
        let whole = try audit(renumbered)
        #expect(begins(whole.summary, with: "assigned_district"), "\(whole.summary)")
        #expect(whole.repairs == 0)
        let file = folder.appending(path: "requests.csv").path
        let city = folder.appending(path: "city.yaml").path
        let facts = folder.appending(path: "facts.json").path
        let part = folder.appending(path: "part.json").path
        _ = try Wardline.succeed(["facts", file, "--city", city, "-o", facts])
        _ = try Wardline.succeed(["audit", file, "--city", city, "--summary", part, "--sums"])
        let merged = try Wardline.succeed(["merge", "audit", part, "--city", city])
        #expect(begins(merged.output, with: "assigned_district"), "\(merged.output)")
        let few = try audit(Array(renumbered.prefix(30)), options: ["--facts", facts])
        #expect(begins(few.summary, with: "assigned_district"), "\(few.summary)")
        #expect(few.repairs == 0)
    }

    // 84 % of the requests were accused by the homes of who reported, and 1,100 repairs were certain.
    @Test func `addresses that agree by chance accuse nobody where there are no positions`() throws {
        let (address, longitude) = (try column("address"), try column("lon"))
        let latitude = try column("lat")
        func placed(by shift: Int) -> [[String]] {
            rows.indices.map { index in
                var row = rows[index]
                (row[longitude], row[latitude]) = ("", "")
                row[address] = rows[(index + shift) % rows.count][address]
                return row
            }
        }
        let homes = try audit(placed(by: 700))
        #expect(begins(homes.summary, with: "assigned_district"), "\(homes.summary)")
        #expect(homes.repairs == 0 && homes.verdicts["misrouted"] == nil, "\(homes.verdicts)")
        let own = try audit(placed(by: 0))
        #expect(!own.summary.contains("is doubtful for layer"), "\(own.summary)")
        #expect(own.verdicts["misrouted", default: 0] > 0)
        // One address is no second source for itself: certain is only what fills in where nothing was recorded.
        #expect(own.repairs > 0 && own.repairs <= own.verdicts["unassigned", default: 0])
    }

    @Test func `a file of few requests, most of them misrouted, is no chance`() throws {
        let assigned = try column("assigned_district")
        let wrong = rows.prefix(40).map { row in
            var row = row
            row[assigned] = Int(row[assigned]).map { "\($0 % 9 + 1)" } ?? row[assigned]
            return row
        }
        #expect(!(try audit(Array(wrong)).summary.contains("is doubtful for layer")))
    }

    @Test func `init lists two columns of addresses on different streets among what to look at`() throws {
        let address = try column("address")
        let file = folder.appending(path: "two.csv")
        let lines = rows.indices.map { index in
            let (own, home) = (rows[index][address], rows[(index + 700) % rows.count][address])
            return "\(index),Pothole,2024-05-0\(index % 9 + 1),\(home),\(own)"
        }
        try Data(
            (["ID,Type,Opened,Street Address,Location Address"] + lines).joined(separator: "\n").utf8
        ).write(to: file)
        let outcome = try Wardline.run(
            "init", file.path, "Boundaries/council-districts.geojson", "-o",
            folder.appending(path: "two.yaml").path)
        let told = outcome.output + outcome.errors
        #expect(told.contains("holds addresses too, on other streets in"), "\(told)")
    }
}
