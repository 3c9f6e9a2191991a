import Foundation
import Testing

/// The formats in which commands write their tables.
struct OutputFormatTests {
    private let folder: URL
    private func path(_ name: String) -> String { folder.appending(path: name).path }
    private func text(of name: String) throws -> String {
        // Decoding with an encoding would take the byte order mark away.
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    init() throws { folder = try Wardline.scratchFolder() }

    @Test(
        arguments: [
            ("audit SampleData/requests.csv -o", "findings"),
            ("audit SampleData/requests.csv --repairs", "repairs"),
            ("audit SampleData/requests.csv --rejects", "rejects"),
            ("hotspots SampleData/requests.csv --category Pothole -o", "hotspots"),
            ("report SampleData/requests.csv --layer district -o", "report"),
            ("boundaries check --city SampleData/city.yaml -o", "check"),
            ("boundaries list --city SampleData/city.yaml -o", "list"),
        ])
    func `tables are written as workbooks and GeoPackages, the same bytes each time`(
        command: String, name: String
    ) throws {
        let arguments = command.split(separator: " ").map(String.init)
        for (ending, start) in [("xlsx", "PK"), ("gpkg", "SQLite format 3")] {
            var files: [Data] = []
            for run in 1...2 {
                let file = path("\(name)-\(run).\(ending)")
                let outcome = try Wardline.run(arguments + [file])
                #expect(outcome.status == 0, "\(outcome.errors)")
                files.append(try Data(contentsOf: URL(filePath: file)))
            }
            #expect(files[0].starts(with: Data(start.utf8)))
            #expect(files[0] == files[1])
        }
    }

    @Test(
        arguments: [
            "audit SampleData/requests.csv -o out.pdf", "audit SampleData/requests.csv -o out.txt",
            "audit SampleData/requests.csv --repairs out.geojson",
            "audit SampleData/requests.csv --rejects out.html",
            "hotspots SampleData/requests.csv -o out.svg",
            "hotspots SampleData/requests.csv --assignments out.xlsx",
            "report SampleData/requests.csv --layer district -o out.csv.gz",
            "boundaries check --city SampleData/city.yaml -o out.shp",
        ])
    func `an ending that a command does not write is refused before any work`(line: String) throws {
        let words = line.split(separator: " ").map { $0.hasPrefix("out.") ? path(String($0)) : String($0) }
        let outcome = try Wardline.run(words)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("no such format is written here"), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `a workbook can go to standard output`() throws {
        let outcome = try Wardline.shell(
            "wardline hotspots SampleData/requests.csv --category Pothole -o - --format xlsx > '\(path("h.xlsx"))'"
        )
        #expect(outcome.status == 0)
        #expect(try Data(contentsOf: URL(filePath: path("h.xlsx"))).starts(with: Data("PK".utf8)))
    }

    /// Case 92: a formula in a field went out raw.
    @Test func `texts that would run as formulas are guarded where CSV is for a spreadsheet, and only there`()
        throws
    {
        let city = try Wardline.city(
            assigned: "area",
            editions: ["file: \(Wardline.package.path)/Boundaries/council-districts.geojson, code: district"])
        try Data(
            """
            id,category,opened,address,longitude,latitude,area
            0007,=1+1,2024-01-01,"=HYPERLINK(""http://x.example"",""click"")",-70.8570778,41.6095634,1
            -2+3,Pothole,2024-01-01,@SUM(1),-70.8570778,41.6095634,2
            -23,Pothole,2024-01-01,+1,-70.8570778,41.6095634,3

            """.utf8
        ).write(to: folder.appending(path: "r.csv"))
        let audit = ["audit", path("r.csv"), "--city", city, "--all"]
        #expect(try Wardline.run(audit + ["-o", path("plain.csv")]).status == 0)
        #expect(try text(of: "plain.csv").contains("\n-2+3,district,2,"))
        #expect(try text(of: "plain.csv").contains("\"=HYPERLINK(\"\"http://x.example\"\",\"\"click\"\")\""))
        let outcome = try Wardline.run(
            audit + [
                "--spreadsheet", "-o", path("safe.csv"), "--repairs", path("repairs.csv"), "--all-repairs",
            ])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let safe = try text(of: "safe.csv")
        #expect(safe.hasPrefix("\u{FEFF}request_id,"))
        #expect(safe.contains("\n0007,district,1,"))
        #expect(safe.contains(",'=1+1,"))
        #expect(safe.contains("\"'=HYPERLINK("))
        #expect(safe.contains("\n'-2+3,district,2,"))
        #expect(safe.contains(",'@SUM(1),"))
        // Numbers are no formulas.
        #expect(safe.contains("\n-23,district,3,"))
        // What is loaded back stays as it is.
        #expect(try !text(of: "repairs.csv").contains("'"))
        #expect(try !text(of: "repairs.csv").hasPrefix("\u{FEFF}"))
        #expect(try Wardline.run(["audit", "--help"]).output.contains("--spreadsheet"))
    }

    @Test func `--spreadsheet without any CSV is wrong usage`() throws {
        let outcome = try Wardline.run(
            "audit", "SampleData/requests.csv", "--spreadsheet", "-o", path("f.xlsx"))
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--spreadsheet is about CSV"))
    }
}
