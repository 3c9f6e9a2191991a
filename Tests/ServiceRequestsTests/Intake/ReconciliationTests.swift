import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import ServiceRequests

/// Whatever a file holds, each of its lines belongs to one record, the header, what stands before it, or the blanks, and each
/// record to one request, a rejection or the row that it repeats.
struct ReconciliationTests {
    private func check(_ file: ScratchFile, _ bytes: [UInt8], _ what: String) throws {
        let table: RequestTable
        do {
            table = try file.read(layers: ["assigned_zone"], blockLength: 512)
        } catch is RequestError {
            return
        }
        let starts =
            table.lines.map(Int.init) + table.rejections.map(\.line) + table.foldedRows.map(\.line)
        #expect(Set(starts).count == table.rowsInFile, "\(what): rows on one line")
        #expect(
            starts.allSatisfy { $0 > table.intake.headerLine && $0 <= table.intake.lineCount }, "\(what)")
        let endsInReturns = table.intake.dialect.contains("lines end in CR")
        let (end, other): (UInt8, UInt8) = endsInReturns ? (0x0D, 0x0A) : (0x0A, 0x0D)
        let text = bytes.filter { $0 != 0 }
        // Line ends of another file's kind are told, and are among those that stand in the file.
        let mended = table.intake.mendedLineEnds
        #expect(mended <= text.count { $0 == other }, "\(what)")
        #expect((mended > 0) == table.intake.dialect.contains("LF and in CR"), "\(what)")
        let isEnded = text.last == end || (text.last == other && mended > 0)
        let lines = text.count { $0 == end } + mended
        #expect([lines, lines + (isEnded ? 0 : 1)].contains(table.intake.lineCount), "\(what): lines")
        #expect(table.count == table.ids.count && table.count == table.opened.seconds.count, "\(what)")
    }

    @Test(arguments: 0..<8)
    func `every line of a broken table is accounted for`(part: Int) throws {
        let runs = LongTests.rounds(1250, usually: 250)
        for run in 0..<runs {
            let seed = UInt64(part * 10_000 + run)
            let bytes = BrokenTable.bytes(seed: seed)
            try check(try ScratchFile(bytes), bytes, "seed \(seed)")
        }
    }

    @Test(.enabled(if: RealData.isThere, "WARDLINE_REAL_DATA or ../shared/data is missing"))
    func `every line of the public extracts is accounted for`() throws {
        let folder = try #require(RealData.folder)
        for (path, rows) in [
            ("baltimore/baltimore_311_sample_10000.csv", 10_000),
            ("washington-dc/dc_311_combined.csv", 22_576),
        ] {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
            let file = try ScratchFile(bytes)
            let table = try file.read(blockLength: 1 << 16)
            #expect(table.rowsInFile == rows)
            #expect(table.intake.lineCount == bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1))
        }
    }

    @Test func `a file of unreadable lines takes hardly any memory and loses none`() throws {
        let rows = String(repeating: "x\n", count: 200_000)
        let table = try ScratchFile("id,category,status,opened\n1,a,Open,2024-01-01\n" + rows).read()
        #expect(table.count == 1)
        #expect(table.rejections.count == 200_000)
        #expect(table.rejections.counts() == [.tooFewFields(found: 1, expected: 4): 200_000])
        #expect(table.rejections.map(\.line) == Array(3...200_002))
    }
}
