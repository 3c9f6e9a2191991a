import Chronology
import DelimitedText
import Foundation
import TestSupport
import Testing
import Wording
import WorkSharing

@testable import ServiceRequests

struct MemoryNeedTests {
    private let path: String
    private let rows = 20_000

    init() throws {
        var text = "sr_number,sr_type,created,address\n"
        for row in 0..<rows { text += "A-\(row),Pothole,2024-03-01 10:00,\(row) Elm Street North\n" }
        path = try ScratchSpace.folder().appending(path: "requests.csv").path
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    private func read(room: MemoryRoom?) throws -> RequestTable {
        let columns = ColumnSelection(
            columns: [.id: "sr_number", .category: "sr_type", .opened: "created", .address: "address"])
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        var reader = RequestReader(source: .file(path), columns: columns, clock: clock)
        reader.blockLength = 1 << 16
        reader.room = room
        return try reader.read()
    }

    @Test func `a file that needs more memory than there is is refused before it is read, with what to do`()
        throws
    {
        let room = MemoryRoom(bytes: 40 << 20, bound: .controlGroup)
        let error = #expect(throws: RequestError.self) { try read(room: room) }
        guard case .needsMemory(let source, let need, room) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(source == "requests.csv")
        // What the first block leads to expect, within 5 in 100.
        #expect(abs(need.rows - rows) < rows / 20)
        #expect(error?.description.contains(" thousand rows will need about 5") == true)
        #expect(error?.description.contains("40 MB are left in its container or service") == true)
    }

    @Test func `what is needed and what there is are told in megabytes and gigabytes`() {
        let error = RequestError.needsMemory(
            source: "r.csv", need: MemoryNeed(rows: 53_000_000, bytes: 7 << 30),
            room: MemoryRoom(bytes: 2 << 30 + 300 << 20, bound: .wish))
        #expect(
            error.description
                == "r.csv: its 53 million rows will need about 7.0 GB of memory, and 2.3 GB may be taken (the limit that was set); allow more"
        )
    }

    @Test func `what any work takes is told where a limit leaves less, with the least that would do`() {
        let wish = MemoryNeed.shortage(in: MemoryRoom(bytes: 70 << 20 - MemoryRoom.program, bound: .wish))
        #expect(
            wish?.text(in: .words)
                == "whatever is read, it takes about 80 MB of memory, and 70 MB may be taken (the limit that was set); allow more"
        )
        let left = MemoryNeed.shortage(in: MemoryRoom(bytes: 30 << 20, bound: .addressSpace))
        #expect(
            left?.text(in: .words)
                == "whatever is read, it takes about 72 MB of memory, and 30 MB are left of the process's address space (ulimit -v)"
        )
        let enough = MemoryRoom(bytes: MemoryNeed.groundOfAddresses, bound: .addressSpace)
        #expect(MemoryNeed.shortage(in: enough) == nil)
        #expect(MemoryNeed.shortage(in: MemoryRoom(bytes: 30 << 20, bound: .machine)) == nil)
        #expect(MemoryNeed.shortage(in: nil) == nil)
    }

    /// What was measured for 200 and 12,000 rows, beside what the program takes.
    @Test func `of few rows little is needed, and as much as ever where many have met borders and streets`() {
        func ground(_ rows: Int, _ work: MemoryNeed.Work) -> Int {
            (MemoryNeed(rows: rows, textBytes: 0, for: work).bytes - rows * work.bytesPerRow) >> 20
        }
        #expect(ground(200, .grouping) == 24 && ground(1_000_000, .comparing) == 24)
        #expect(ground(200, .judging) == 24 && ground(12_000, .judging) == 48)
        #expect(ground(1_000_000, .counting) == 48 && ground(50_000, .comparingPlaced) == 48)
    }

    @Test func `a file that fits is read whole`() throws {
        #expect(try read(room: MemoryRoom(bytes: 80 << 20, bound: .machine)).count == rows)
        #expect(try read(room: nil).count == rows)
    }
}
