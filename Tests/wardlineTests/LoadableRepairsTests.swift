import Foundation
import TestSupport
import Testing

/// Repairs as loaders take them, applied as the loaders would.
struct LoadableRepairsTests {
    private let folder: URL

    /// A folder with the sample city of its own.
    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
    }

    private func table(_ name: String) throws -> SmallTable {
        SmallTable(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }

    private func shell(_ line: String) throws -> Wardline.Outcome { try Wardline.shell(line, in: folder) }

    /// Sets the fields of the records with the loaded keys. A blank leaves a field alone, a word empties it; where no word
    /// does, a blank does.
    private func load(_ loaded: SmallTable, into table: inout SmallTable, emptying word: String) throws {
        let key = try #require(table.header.firstIndex(of: loaded.header[0]))
        let columns = try loaded.header.map { name in try #require(table.header.firstIndex(of: name)) }
        let rows = Dictionary(uniqueKeysWithValues: table.rows.indices.map { (table.rows[$0][key], $0) })
        #expect(Set(loaded.rows.map { $0[0] }).count == loaded.rows.count, "a loader takes each key once")
        for row in loaded.rows {
            // Neither loader may make a record that was not there.
            let index = try #require(rows[row[0]])
            for (column, value) in zip(columns, row).dropFirst()
            where word.isEmpty || !value.isEmpty {
                table.rows[index][column] = value == word ? "" : value
            }
        }
    }

    @Test(arguments: [
        ("salesforce", "#N/A", "--all-repairs"), ("servicenow", "NULL", ""), ("plain", "", "--positions"),
    ])
    func `what a loader loads leaves nothing to repair, and undo gives the old fields back`(
        loader: String, emptying: String, options: String
    ) throws {
        let first = try shell(
            "wardline audit SampleData/requests.csv --repairs repairs.csv --for \(loader) --undo undo.csv \(options)"
        )
        #expect(first.status == 0, "\(first.errors)")
        let (repairs, undo) = (try table("repairs.csv"), try table("undo.csv"))
        #expect(repairs.rows.count > 500)
        #expect(repairs.header == ["sr_number", "assigned_zone", "assigned_district", "lon", "lat"])
        #expect(undo.header == repairs.header && undo.rows.map { $0[0] } == repairs.rows.map { $0[0] })
        let original = try table("SampleData/requests.csv")
        var loaded = original
        try load(repairs, into: &loaded, emptying: emptying)
        let changed = original.rows.indices.count { loaded.rows[$0] != original.rows[$0] }
        #expect(changed == repairs.rows.count)
        try Data(loaded.text.utf8).write(to: folder.appending(path: "SampleData/requests.csv"))
        let second = try shell(
            "wardline audit SampleData/requests.csv --repairs rest.csv --for \(loader) \(options)")
        #expect(second.status == 0, "\(second.errors)")
        #expect(try table("rest.csv").rows.isEmpty)
        let check = try shell(
            "wardline audit SampleData/requests.csv --check-repairs repairs.csv --undo undo.csv -o check.csv")
        #expect(check.status == 0, "\(check.errors)")
        #expect(try table("check.csv").rows.isEmpty)
        try load(undo, into: &loaded, emptying: emptying)
        // No loader can write the text that empties a field.
        let wanted = original.emptying(emptying)
        #expect(loaded.rows.indices.filter { loaded.rows[$0] != wanted.rows[$0] } == [])
    }

    @Test func `a new export is compared with what was to be loaded, whoever wrote it since`() throws {
        #expect(
            try shell(
                "wardline audit SampleData/requests.csv --repairs repairs.csv --for plain --undo undo.csv"
            )
            .status == 0)
        #expect(try shell("wardline audit SampleData/requests.csv --repairs classic.csv").status == 0)
        var export = try table("SampleData/requests.csv")
        let repairs = try table("repairs.csv")
        let zone = try #require(export.header.firstIndex(of: "assigned_zone"))
        let ids = repairs.rows.map { $0[0] }
        for index in export.rows.indices {
            if export.rows[index][0] == ids[0] { export.rows[index][zone] = "somewhere" }
        }
        export.rows.removeAll { $0[0] == ids[1] }
        try Data(export.text.utf8).write(to: folder.appending(path: "SampleData/new.csv"))
        let outcome = try shell(
            "wardline audit SampleData/new.csv --check-repairs repairs.csv --undo undo.csv -o check.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let check = try table("check.csv")
        #expect(check.header == ["key", "column", "old", "new", "now", "state"])
        #expect(check.rows.first { $0[0] == ids[0] }?[4...] == ["somewhere", "other"])
        #expect(Set(check.rows.map { $0[0] }) == Set(ids.prefix(2)))
        #expect(check.rows.filter { $0[0] == ids[1] }.allSatisfy { $0[5] == "missing" })
        // Without a loader old and new stand in one file.
        let classic = try shell(
            "wardline audit SampleData/new.csv --check-repairs classic.csv -o classic-check.csv")
        #expect(classic.status == 0, "\(classic.errors)")
        #expect(Set(try table("classic-check.csv").rows.map { $0[0] }).isSuperset(of: ids.prefix(1)))
    }

    @Test func `repairs whose ids a spreadsheet wrote otherwise are of the same records`() throws {
        #expect(
            try shell("wardline audit SampleData/requests.csv --repairs repairs.csv --for plain").status == 0)
        var repairs = try table("repairs.csv")
        for index in repairs.rows.indices { repairs.rows[index][0] = "{\(repairs.rows[index][0])}" }
        try Data(repairs.text.utf8).write(to: folder.appending(path: "saved.csv"))
        let outcome = try shell(
            "wardline audit SampleData/requests.csv --check-repairs saved.csv -o check.csv")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("ids of saved.csv stand here in another spelling"))
        let check = try table("check.csv")
        #expect(!check.rows.isEmpty && check.rows.allSatisfy { $0[5] == "other" })
    }

    @Test func `what a check of repairs cannot use is an error of usage that names it`() throws {
        for options in [
            "--rejects r.csv", "--summary s.json", "--since 2024-01-01", "--until 2024-01-01",
            "--category Pothole",
            "--status Open", "--where channel=App", "--fail-over misrouted=1%", "--review r.csv",
            "--baseline b.csv", "--baseline b.csv --changes c.csv", "--keep", "--carry status -o x.csv",
            "--layer zone", "--explain 1", "--repairs r.csv", "--facts f.json", "--first-line 2",
            "--key status",
        ] {
            let outcome = try shell(
                "wardline audit SampleData/requests.csv --check-repairs repairs.csv \(options)")
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(options)")
            let named = options.split(separator: " ").filter { $0.hasPrefix("--") }
            #expect(
                named.contains { outcome.errors.contains("leave \($0) out") }, "\(options): \(outcome.errors)"
            )
        }
        // The story of one request says so as well.
        for options in [
            "-o x.csv", "--summary s.json", "--fail-over misrouted=1%", "--repairs r.csv", "--keep",
        ] {
            let outcome = try shell("wardline audit SampleData/requests.csv --explain 22-000002 \(options)")
            let name = options.prefix { $0 != " " }
            #expect(outcome.status == 64 && outcome.errors.contains("leave \(name) out"), "\(outcome.errors)")
        }
    }

    @Test func `every option of an audit is taken by a check of repairs and a story, or refused by name`()
        throws
    {
        let help = try Wardline.succeed(["audit", "--help"]).output
        let options = Set(help.matches(of: #/(?m)^  (?:-., )?(--[a-z-]+)/#).map { String($0.output.1) })
        #expect(options.count > 35, "\(options)")
        let source =
            try String(
                contentsOf: Wardline.package.appending(path: "Sources/wardline/Audit/AuditMode.swift"),
                encoding: .utf8
            )
            + String(
                contentsOf: Wardline.package.appending(
                    path: "Sources/wardline/Audit/AuditChoiceOptions.swift"),
                encoding: .utf8
            )
            + String(
                contentsOf: Wardline.package.appending(path: "Sources/wardline/Audit/RepairOptions.swift"),
                encoding: .utf8)
        // Which city, how fast, and what the program says of itself go with all.
        let always: Set = ["--city", "--jobs", "--memory", "--quiet", "--version", "--help", "--output"]
        for option in options.subtracting(always) {
            #expect(source.contains("(\"\(option)\", "), "\(option)")
        }
    }

    @Test func `a table that is no file of repairs is refused, and columns that no repair changes are told`()
        throws
    {
        func check(_ text: String) throws -> Wardline.Outcome {
            try Data(text.utf8).write(to: folder.appending(path: "repairs.csv"))
            return try shell("wardline audit SampleData/requests.csv --check-repairs repairs.csv")
        }
        for text in ["sr_number,status\n22-000001,Closed\n", "sr_number,sr_type,note\n22-000001,Pothole,x\n"]
        {
            let outcome = try check(text)
            #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.output)")
            #expect(
                outcome.errors.contains("repairs.csv is no file of repairs")
                    && outcome.errors.contains("assigned_zone, assigned_district, lon, lat"),
                "\(outcome.errors)")
        }
        let some = try check("sr_number,Assigned_Zone,status\n22-000001,1,Open\n")
        #expect(some.status == 1 && some.errors.contains("no column Assigned_Zone"), "\(some.errors)")
        let told = try check("sr_number,assigned_zone,status\n22-000001,1,Open\n")
        #expect(told.status == 0 && told.output.contains("1 field repaired"), "\(told.errors)")
        #expect(
            told.output.contains(
                "repairs.csv has a column that no repair changes, and that was not compared: status"),
            "\(told.output)")
        #expect(try check("sr_number\n").status == 0)
    }

    @Test func `records that repairs or an undo file name twice or lack are told`() throws {
        _ = try shell(
            "wardline audit SampleData/requests.csv --repairs repairs.csv --for plain --undo undo.csv")
        func lines(_ name: String) throws -> [String] {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").map(
                String.init)
        }
        func write(_ lines: [String], _ name: String) throws {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: name))
        }
        func check(_ arguments: String) throws -> Wardline.Outcome {
            try shell("wardline audit SampleData/requests.csv --check-repairs \(arguments)")
        }
        let (repairs, undo) = (try lines("repairs.csv"), try lines("undo.csv"))
        try write(repairs + [repairs[1]], "twice.csv")
        let twice = try check("twice.csv --undo undo.csv").output
        let whole = try check("repairs.csv --undo undo.csv").output
        #expect(
            twice.contains(
                "1 row of twice.csv names a record again, the first on line \(repairs.count + 1): \(repairs[1].prefix { $0 != "," });"
            ), "\(twice)")
        // A field is counted once.
        #expect(twice.split(separator: "\n")[1...5] == whole.split(separator: "\n")[1...5])
        try write(undo.dropLast() + ["Z9" + undo[1].drop { $0 != "," }], "part.csv")
        let part = try check("repairs.csv --undo part.csv").output
        #expect(
            part.contains("part.csv lacks 1 record of repairs.csv, the first on line \(repairs.count): "),
            "\(part)")
        #expect(
            part.contains(
                "part.csv has 1 record that repairs.csv has not, the first on line \(undo.count): Z9"))
        try write([undo[0], "Z9" + undo[1].drop { $0 != "," }], "other.csv")
        let other = try check("repairs.csv --undo other.csv")
        #expect(other.status == 1 && other.errors.contains("none of the records"), "\(other.errors)")
        let same = try check("repairs.csv --undo repairs.csv")
        #expect(same.status == 1 && same.errors.contains("no old ones"), "\(same.errors)")
        _ = try shell("wardline audit SampleData/requests.csv --repairs classic.csv")
        let classic = try check("classic.csv --undo undo.csv")
        #expect(
            classic.status == 1 && classic.errors.contains("has the old values itself"), "\(classic.errors)")
    }

    @Test
    func
        `values have the CRM's own spelling, and positions come from address points alone unless they are asked for`()
        throws
    {
        var export = try table("SampleData/requests.csv")
        let district = try #require(export.header.firstIndex(of: "assigned_district"))
        for index in export.rows.indices where Int(export.rows[index][district]) != nil {
            export.rows[index][district] = "District \(export.rows[index][district])"
        }
        try Data(export.text.utf8).write(to: folder.appending(path: "SampleData/requests.csv"))
        #expect(
            try shell(
                "wardline audit SampleData/requests.csv --repairs repairs.csv --for plain --undo undo.csv"
            )
            .status == 0)
        let (repairs, undo) = (try table("repairs.csv"), try table("undo.csv"))
        let column = try #require(repairs.header.firstIndex(of: "assigned_district"))
        for (new, old) in zip(repairs.rows, undo.rows) where new[column] != old[column] {
            #expect(new[column].hasPrefix("District "), "\(new)")
        }
        #expect(
            try shell("wardline audit SampleData/requests.csv --repairs classic.csv").status == 0)
        let classic = try table("classic.csv")
        let interpolated = classic.rows.filter { ["range", "block", "intersection"].contains($0[7]) }
        for row in interpolated {
            let loaded = repairs.rows.first { $0[0] == row[0] }
            #expect(loaded.map { $0[3] != row[4] } ?? true)
        }
    }

    @Test(arguments: ["NULL", "#N/A", "N/A", "-", "\u{A0}", " - "])
    func `a key that stands for nothing finds no record`(blank: String) throws {
        var export = try table("SampleData/requests.csv")
        export.header.append("Id")
        for index in export.rows.indices { export.rows[index].append("K\(index)") }
        let request = try shell("wardline audit SampleData/requests.csv --repairs r.csv --for plain")
        #expect(request.status == 0)
        let first = try table("r.csv").rows[0][0]
        let row = try #require(export.rows.firstIndex { $0[0] == first })
        export.rows[row][export.rows[row].count - 1] = blank
        try Data(export.text.utf8).write(to: folder.appending(path: "SampleData/requests.csv"))
        let outcome = try shell(
            "wardline audit SampleData/requests.csv --repairs keyed.csv --for salesforce --key Id")
        #expect(
            outcome.output.contains("1 left out, whose key is blank")
                || outcome.output.contains("2 left out, whose key is blank"), "\(outcome.output)")
        #expect(try table("keyed.csv").rows.allSatisfy { $0[0].hasPrefix("K") })
    }

    @Test func `a key that several records share, and a column that is not there, are told`() throws {
        let shared = try shell(
            "wardline audit SampleData/requests.csv --repairs repairs.csv --for salesforce --key status")
        #expect(shared.status == 0)
        #expect(shared.output.contains("whose key is blank or another record's too"))
        #expect(try table("repairs.csv").rows.isEmpty)
        let wrong = try shell(
            "wardline audit SampleData/requests.csv --repairs repairs.csv --for salesforce --key Idd")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("has no column Idd for --key"))
        #expect(try shell("wardline audit SampleData/requests.csv --undo undo.csv").status == 64)
        #expect(try shell("wardline audit SampleData/requests.csv --repairs r.csv --for sap").status == 64)
    }
}
