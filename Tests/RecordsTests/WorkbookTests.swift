import Chronology
import Foundation
import Testing

@testable import Records

struct WorkbookTests {
    private func write(_ document: RecordDocument, to name: String, in folder: ScratchFolder) throws -> Data {
        try RecordWriter(format: .xlsx).write(document, to: .file("\(folder.path)/\(name)"))
        return try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))
    }

    @Test func `the same records give the same bytes, and nothing else is left`() throws {
        let folder = try ScratchFolder()
        let first = try write(RecordFixtures.document(), to: "a.xlsx", in: folder)
        let second = try write(RecordFixtures.document(), to: "b.xlsx", in: folder)
        #expect(first == second)
        #expect(first.prefix(2) == Data("PK".utf8))
        #expect(try folder.names() == ["a.xlsx", "b.xlsx"])
    }

    @Test(.enabled(if: RecordFixtures.isThere("unzip"), "unzip is not installed"))
    func `a sheet is printed across, as wide as one page, with its head on each page`() throws {
        let folder = try ScratchFolder()
        _ = try write(
            RecordFixtures.document(summary: "Audit of a city\n  12 rows\n"), to: "a.xlsx", in: folder)
        func part(_ name: String) throws -> String {
            try RecordFixtures.run("unzip", ["-p", folder.path + "/a.xlsx", "xl/\(name).xml"])?.output ?? ""
        }
        for sheet in 1...3 {
            let xml = try part("worksheets/sheet\(sheet)")
            #expect(
                xml.contains("orientation=\"landscape\"") && xml.contains("<pageSetUpPr fitToPage=\"1\"/>"))
            #expect(
                xml.contains("fitToHeight=\"0\"")
                    && xml.contains("<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N"))
        }
        let names = try part("workbook").matches(of: /_xlnm.Print_Titles"[^>]*>([^<]*)</).map { String($0.1) }
        #expect(names == ["Columns!$1:$1", "Findings!$1:$1"])

        // Numbers stand off the texts of the next column.
        let styles = try part("styles")
        let numbers = styles.matches(of: /<xf numFmtId="[1-9][^>]*>(<alignment[^>]*>)?/)
        #expect(!numbers.isEmpty)
        #expect(numbers.allSatisfy { $0.1?.contains("indent=\"1\"") == true }, "\(styles)")
    }

    @Test(.enabled(if: RecordFixtures.isThere("unzip"), "unzip is not installed"))
    func `a table too wide for letters that can be read is printed on pages side by side, each with its ids`()
        throws
    {
        let folder = try ScratchFolder()
        let table = RecordTable(
            name: "rows", title: "Rows", columns: (1...9).map { RecordColumn("note_\($0)", "a note") },
            records: [TableRecord(values: (1...9).map { _ in .text(String(repeating: "x", count: 50)) })])
        _ = try write(RecordDocument(title: "", tables: [table]), to: "a.xlsx", in: folder)
        let path = folder.path + "/a.xlsx"
        let sheet = try RecordFixtures.run("unzip", ["-p", path, "xl/worksheets/sheet1.xml"])?.output ?? ""
        let setup = try #require(sheet.firstMatch(of: /<pageSetup[^>]*>/)).output
        #expect(setup.contains("fitToWidth=\"2\"") && setup.contains("pageOrder=\"overThenDown\""))
        let book = try RecordFixtures.run("unzip", ["-p", path, "xl/workbook.xml"])?.output ?? ""
        #expect(book.contains("Rows!$A:$A,Rows!$1:$1"))
    }

    @Test func `more records than a sheet has rows are refused, and the old file stays`() throws {
        let folder = try ScratchFolder()
        try Data("old".utf8).write(to: URL(filePath: folder.path + "/a.xlsx"))
        #expect(throws: OutputError.tooManyRows(table: "findings", count: 1_048_576, most: 1_048_575)) {
            try write(RecordFixtures.document(count: 1_048_576), to: "a.xlsx", in: folder)
        }
        #expect(try folder.text(of: "a.xlsx") == "old")
    }

    @Test func `a text that no cell holds is refused and not cut`() throws {
        let folder = try ScratchFolder()
        let table = RecordTable(
            name: "rows", title: "Rows", columns: [RecordColumn("note", "a note")],
            records: [TableRecord(values: [.text(String(repeating: "é", count: 32_768))])])
        #expect(throws: OutputError.textTooLong(column: "note", record: 1, most: 32_767)) {
            try write(RecordDocument(title: "", tables: [table]), to: "a.xlsx", in: folder)
        }
        #expect(try folder.names().isEmpty)
    }

    @Test(
        .enabled(if: RecordFixtures.isThere("soffice"), "LibreOffice (soffice) is not installed"),
        .timeLimit(.minutes(5)))
    func `LibreOffice reads every id, number, date and text back`() throws {
        let folder = try ScratchFolder()
        _ = try write(RecordFixtures.document(), to: "a.xlsx", in: folder)
        // 44: comma, 34: quote, 76: UTF-8, 1: from the first line, all columns as shown.
        let result = try RecordFixtures.run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", folder.path,
                folder.path + "/a.xlsx",
            ])
        #expect(result?.status == 0)
        let plain = RecordWriter(format: .csv)
        try plain.write(RecordFixtures.document(), to: .file(folder.path + "/b.csv"))
        // Local time without its offset is what a workbook can say.
        let wanted = try folder.text(of: "b.csv").replacing("-04:00,", with: ",").replacing("T", with: " ")
            .replacing(",0.0,", with: ",0,")
        let got = try folder.text(of: "a.csv").replacing("T", with: " ")
        for (line, other) in zip(got.split(separator: "\n"), wanted.split(separator: "\n")) {
            #expect(line == other)
        }
        #expect(got.split(separator: "\n").count == wanted.split(separator: "\n").count)
    }

    @Test func `what XML or Excel would take for something else is guarded`() {
        #expect(CellText.sanitized("Main St") == "Main St")
        #expect(CellText.sanitized("a\0b\u{FFFF}") == "a\u{FFFD}b\u{FFFD}")
        #expect(CellText.sanitized("_x0041_ _x004_ __x00e9_") == "_x005F_x0041_ _x004_ __x005F_x00e9_")
    }

    @Test func `dates are Excel's from March 1900 to 9999 and text before and after`() {
        #expect(SerialDate.of(wallSeconds: 0) == 25_569)
        #expect(SerialDate.of(wallSeconds: -2_203_891_200) == 61)
        #expect(SerialDate.of(wallSeconds: -2_203_891_201) == nil)
        #expect(SerialDate.of(wallSeconds: 253_402_300_800) == nil)
    }

    @Test func `a summary's columns are cells, its counts and shares numbers, its codes text`() {
        #expect(
            SummarySheet.columns(of: "  misrouted      1,234   2.1 %") == ["misrouted", "1,234", "2.1 %"])
        #expect(SummarySheet.columns(of: "one sentence, 2 words") == ["one sentence, 2 words"])
        #expect(SummaryNumber("1,234") == .count(1234))
        #expect(SummaryNumber("12.5 %") == .share(0.125))
        for text in ["07", "1,23", "1.5", "–", "", "%", " %", "1 2", "2024-07-01"] {
            #expect(SummaryNumber(text) == nil, "\(text)")
        }
    }
}
