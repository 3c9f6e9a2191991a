import Foundation
import TestSupport
import Testing

/// `wardline import` and `wardline changes`, and a workspace in place of requests.
struct WorkspaceCommandTests {
    private let folder: URL

    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
    }

    private func shell(_ line: String) throws -> Wardline.Outcome { try Wardline.shell(line, in: folder) }

    private func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

    /// Writes the sample's requests in parts, by the date of opening, and returns how many there are.
    private func writeParts(_ count: Int) throws -> Int {
        let text = try String(
            contentsOf: folder.appending(path: "SampleData/requests.csv"), encoding: .utf8)
        // No field of the sample has a line break.
        let lines = text.split(separator: "\n")
        let length = (lines.count - 1 + count - 1) / count
        for part in 0..<count {
            let rows = lines.dropFirst(1 + part * length).prefix(length)
            let text = ([lines[0]] + rows).joined(separator: "\n") + "\n"
            try Data(text.utf8).write(to: folder.appending(path: "SampleData/part-\(part).csv"))
        }
        return count
    }

    @Test func `requests imported part by part are audited, grouped and measured as one file`() throws {
        for part in 0..<(try writeParts(LongTests.areAsked ? 1000 : 6)) {
            let outcome = try shell(
                "wardline import SampleData/part-\(part).csv --into SampleData/all.gpkg")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        for (command, layer) in [("audit", "--all"), ("hotspots", ""), ("report", "--layer district")] {
            for (source, output) in [("all.gpkg", "one.csv"), ("requests.csv", "two.csv")] {
                let outcome = try shell("wardline \(command) SampleData/\(source) \(layer) -o \(output)")
                #expect(outcome.status == 0, "\(outcome.errors)")
            }
            #expect(try data("one.csv") == data("two.csv"), "\(command)")
        }
    }

    @Test func `repairs of a workspace are written for a loader as those of its file`() throws {
        #expect(
            try shell("wardline import SampleData/requests.csv --into SampleData/w.gpkg").status == 0)
        for (source, output) in [("w.gpkg", "one"), ("requests.csv", "two")] {
            let outcome = try shell(
                "wardline audit SampleData/\(source) --repairs \(output).csv --for plain --undo \(output)-undo.csv"
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try data("one.csv") == data("two.csv"))
        // A workspace keeps no text that stands for nothing.
        let undo = String(decoding: try data("two-undo.csv"), as: UTF8.self)
        #expect(
            try data("one-undo.csv") == Data(undo.replacing(/,(?:N\/A|NULL|Unspecified),/, with: ",,").utf8))
        let check = try shell("wardline audit SampleData/w.gpkg --check-repairs one.csv")
        #expect(check.status == 1 && check.errors.contains("name that file"), "\(check.errors)")
        let key = try shell(
            "wardline audit SampleData/w.gpkg --repairs k.csv --for plain --key status")
        #expect(key.status != 0 && key.errors.contains("keeps no other columns"), "\(key.errors)")
    }

    @Test func `two imports at once wait for each other, and a killed one changes nothing`() throws {
        _ = try writeParts(4)
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            let outcome = try? shell(
                "wardline import SampleData/part-\(part).csv --into SampleData/w.gpkg")
            #expect(outcome?.status == 0, "\(outcome?.errors ?? "it did not run")")
        }
        let whole = try data("SampleData/w.gpkg")
        var numbers = SeededNumbers(3)
        for _ in 0..<(LongTests.areAsked ? 200 : 8) {
            let seconds = Double.random(in: 0.05...1.5, using: &numbers)
            _ = try shell(
                """
                cp SampleData/w.gpkg SampleData/k.gpkg
                timeout --signal=KILL \(seconds) \
                    wardline import SampleData/part-2.csv --into SampleData/k.gpkg >/dev/null 2>&1; true
                """)
            let audit = try shell("wardline audit SampleData/k.gpkg")
            #expect(
                audit.output.contains("6,000 requests read") || audit.output.contains("9,000 requests read"),
                "\(audit.errors)")
        }
        #expect(try data("SampleData/w.gpkg") == whole)
        // A journal that was begun and holds nothing yet is the next writer's to remove.
        #expect(try shell("wardline import SampleData/part-2.csv --into SampleData/k.gpkg").status == 0)
        #expect(
            !FileManager.default.fileExists(
                atPath: folder.appending(path: "SampleData/k.gpkg-journal").path))
    }

    @Test func `no output replaces a workspace, and an import no other file`() throws {
        let made = try shell("wardline import SampleData/requests.csv --into SampleData/w.gpkg")
        #expect(made.status == 0, "\(made.errors)")
        let before = try data("SampleData/w.gpkg")
        for command in [
            "audit SampleData/requests.csv -o SampleData/w.gpkg",
            "hotspots SampleData/requests.csv -o SampleData/w.gpkg",
            "report SampleData/requests.csv --layer district -o SampleData/w.gpkg",
            "import SampleData/w.gpkg --into SampleData/w.gpkg",
        ] {
            let outcome = try shell("wardline \(command)")
            #expect(outcome.status != 0 && outcome.errors.contains("w.gpkg"), "\(command)")
        }
        #expect(try data("SampleData/w.gpkg") == before)
        let boundaries = try shell(
            "wardline boundaries list --city SampleData/city.yaml -o SampleData/areas.gpkg;"
                + " echo x > SampleData/other.gpkg; wardline import SampleData/requests.csv --into SampleData/other.gpkg"
        )
        #expect(boundaries.status == 64 && boundaries.errors.contains("no workspace"))
        #expect(try data("SampleData/other.gpkg") == Data("x\n".utf8))
    }

    @Test func `a workspace that was read otherwise than the city file says now is refused by each command`()
        throws
    {
        let import_ = try shell("wardline import SampleData/requests.csv --into SampleData/w.gpkg")
        #expect(import_.status == 0, "\(import_.errors)")
        let city = try String(contentsOf: folder.appending(path: "SampleData/city.yaml"), encoding: .utf8)
        let exchanged = city.replacing("assigned: assigned_zone", with: "assigned: x")
            .replacing("assigned: assigned_district", with: "assigned: assigned_zone")
            .replacing("assigned: x", with: "assigned: assigned_district")
        let mended = [
            (
                city.replacing("timezone: America/New_York", with: "timezone: America/Chicago"),
                "America/Chicago"
            ),
            (exchanged, "assigned_district"),
            (city.replacing("name: Fairhaven", with: "name: Elsewhere"), "requests of Fairhaven"),
        ]
        for (text, word) in mended {
            #expect(text != city)
            try Data(text.utf8).write(to: folder.appending(path: "SampleData/mended.yaml"))
            for command in [
                "audit SampleData/w.gpkg", "report SampleData/w.gpkg --layer zone",
                "hotspots SampleData/w.gpkg",
                "changes SampleData/w.gpkg", "audit SampleData/requests.csv --facts SampleData/w.gpkg",
                "import SampleData/requests.csv --into SampleData/w.gpkg",
            ] {
                let outcome = try shell("wardline \(command) --city SampleData/mended.yaml")
                #expect(outcome.status == 1 && outcome.errors.contains(word), "\(command): \(outcome.errors)")
            }
        }
        // One zone under another name tells the same time.
        let same = city.replacing("timezone: America/New_York", with: "timezone: US/Eastern")
        try Data(same.utf8).write(to: folder.appending(path: "SampleData/mended.yaml"))
        #expect(try shell("wardline audit SampleData/w.gpkg --city SampleData/mended.yaml").status == 0)
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogrinfo"),
            "GDAL's ogrinfo (gdal-bin) and validate_gpkg (python3-gdal) are not installed"))
    func `GDAL finds no fault in a workspace`() throws {
        _ = try writeParts(2)
        let check = try shell(
            """
            wardline import SampleData/part-0.csv --into SampleData/w.gpkg >/dev/null &&
            wardline import SampleData/part-1.csv --into SampleData/w.gpkg >/dev/null &&
            wardline audit SampleData/w.gpkg --keep --review review.csv >/dev/null &&
            sed '2,4s/,,/,assigned,/' review.csv > answers.csv &&
            wardline decide SampleData/w.gpkg answers.csv >/dev/null &&
            /usr/bin/python3 -m osgeo_utils.samples.validate_gpkg -k SampleData/w.gpkg &&
            ogrinfo -so SampleData/w.gpkg requests && ogrinfo -so SampleData/w.gpkg changes &&
            ogrinfo -so SampleData/w.gpkg findings && ogrinfo -so SampleData/w.gpkg decisions
            """)
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        #expect(
            check.output.contains("Feature Count: 12000") && check.output.contains("assigned_zone: String"))
        #expect(
            check.output.contains("true_area: String") && check.output.contains("Feature Count: 3\n"))
    }

    @Test func `the changes of a workspace are told and written`() throws {
        let outcome = try shell(
            """
            wardline import SampleData/requests.csv --into SampleData/w.gpkg >/dev/null &&
            sed '2,6s/,Closed,/,Open,/' SampleData/requests.csv > SampleData/next.csv &&
            wardline import SampleData/next.csv --into SampleData/w.gpkg --as-of 2025-07-07 &&
            wardline changes SampleData/w.gpkg --since 2025-07-01 -o changes.csv
            """)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("rewritten since") && outcome.output.contains("reopened"))
        let rows = try String(decoding: data("changes.csv"), as: UTF8.self).split(separator: "\n")
        #expect(rows[0] == "request_id,day,kind,field,before,after")
        #expect(
            rows.count > 1
                && rows.dropFirst().allSatisfy { $0.hasSuffix(",2025-07-07,reopened,status,Closed,Open") })
    }

    @Test func `clerks' answers settle findings, are asked once, and bad ones are told`() throws {
        let first = try shell(
            """
            wardline import SampleData/requests.csv --into SampleData/w.gpkg >/dev/null &&
            wardline audit SampleData/w.gpkg --keep --review review.xlsx >/dev/null &&
            wardline audit SampleData/w.gpkg --review review.csv >/dev/null
            """)
        #expect(first.status == 0, "\(first.errors)")
        let rows = try String(decoding: data("review.csv"), as: UTF8.self).split(separator: "\n")
        let ids = rows.dropFirst().prefix(5).map { $0.split(separator: ",").prefix(2).joined(separator: ",") }
        let answers =
            "request_id,layer,decision,true_area,note\n"
            + zip(ids, ["assigned,,", "expected,,seen there", "unknown,,", "right,,", "other,99,"]).map {
                "\($0),\($1)\n"
            }.joined() + "no such,zone,assigned,,\n,zone,,,\n"
        try Data(answers.utf8).write(to: folder.appending(path: "answers.csv"))
        let decided = try shell("wardline decide SampleData/w.gpkg answers.csv --rejects rejects.csv")
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(
            decided.output.contains("7 rows: 3 taken, 1 without a decision, 3 refused"), "\(decided.output)")
        #expect(decided.output.contains("“right” is no decision; there are assigned, expected"))
        #expect(try String(decoding: data("rejects.csv"), as: UTF8.self).split(separator: "\n").count == 4)
        let before = try data("SampleData/w.gpkg")
        try Data("request_id,layer,decision\nno such,zone,assigned\n".utf8).write(
            to: folder.appending(path: "none.csv"))
        let none = try shell("wardline decide SampleData/w.gpkg none.csv")
        #expect(none.status == 1 && none.output.contains("1 row: 1 refused"), "\(none.output)")
        let again = try shell(
            "wardline decide SampleData/w.gpkg review.xlsx && wardline decide SampleData/w.gpkg answers.csv")
        #expect(again.output.contains("3 as they were"), "\(again.output)\(again.errors)")
        #expect(try data("SampleData/w.gpkg") == before)
        let later = try shell(
            "wardline audit SampleData/w.gpkg --keep -o findings.csv --repairs repairs.csv --review again.csv"
        )
        #expect(later.output.contains("Learnt from 3 answers of clerks"), "\(later.output)")
        #expect(later.output.contains("3 answered and not asked again"))
        let findings = try String(decoding: data("findings.csv"), as: UTF8.self).split(separator: "\n")
        func finding(_ key: String) -> Substring? { findings.first { $0.hasPrefix(key + ",") } }
        #expect(finding(ids[0]) == nil)
        #expect(finding(ids[1])?.contains(",misrouted,") == true)
        #expect(finding(ids[2]) != nil)
        let repairs = try String(decoding: data("repairs.csv"), as: UTF8.self).split(separator: "\n")
        #expect(repairs.contains { $0.hasPrefix(ids[1] + ",") && $0.contains(",certain,") })
        let asked = try String(decoding: data("again.csv"), as: UTF8.self)
        #expect(ids.prefix(3).allSatisfy { !asked.contains($0 + ",") } && asked.contains(ids[3]))
    }

    @Test func `findings are kept in a workspace, and of all requests`() throws {
        let outcome = try shell("wardline audit SampleData/requests.csv --keep")
        #expect(outcome.status == 1 && outcome.errors.contains("is no workspace"))
        let part = try shell(
            "wardline import SampleData/requests.csv --into SampleData/w.gpkg >/dev/null"
                + " && wardline audit SampleData/w.gpkg --keep --since 2025-01-01")
        #expect(part.status == 1 && part.errors.contains("all requests"), "\(part.errors)")
    }
}
