import Chronology
import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import ServiceRequests

/// Reading a file in slices, against the table of the whole file.
struct RequestSlicesTests {
    private static let header = "id,category,status,opened,closed,address,longitude,latitude,zone\n"

    private func reader(_ path: String) throws -> RequestReader {
        let columns = ColumnSelection(
            columns: [
                .id: "id", .category: "category", .status: "status", .opened: "opened", .closed: "closed",
                .address: "address", .longitude: "longitude", .latitude: "latitude",
            ])
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        var reader = RequestReader(
            source: .file(path), columns: columns, layers: ["zone"], clock: clock, jobs: 2)
        reader.blockLength = 1 << 12
        return reader
    }

    /// Rows of a city, more than the MiB that is looked at first: some come again, as they were or in another state, their dates
    /// say late which number is the day, and some cannot be read.
    ///
    /// - Parameter sharing: How many rows bear each id and are requests of their own.
    private func text(seed: UInt64, rows: Int = 20_000, sharing: Int = 1) -> String {
        var numbers = SeededNumbers(seed)
        func below(_ limit: Int) -> Int { Int(numbers.fraction() * Double(limit)) }
        var lines: [String] = []
        for row in 0..<rows {
            if row % 997 == 7 { lines.append("short,row") }
            if row % 40 == 3 { lines.append(lines[below(lines.count)]) }
            if row % 40 == 5 {
                lines.append(lines[below(lines.count)].replacingOccurrences(of: "Open", with: "Closed"))
            }
            let day = row < rows - 100 ? below(12) + 1 : below(27) + 1
            lines.append(
                "R-\(row / sharing),Kind \(row % 7),\(row % 3 == 0 ? "Open" : "Closed"),\(day)/\(below(12) + 1)/2024,"
                    + (row % 3 == 0 ? "" : "28/12/2024")
                    + ",\(row % 90) Elm Street North,-76.6\(10 + below(80)),39.2\(10 + below(80)),\(row % 4)")
        }
        return Self.header + lines.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `slices with the facts of a census are the rows of the whole`(seed: UInt64) throws {
        let file = try ScratchFile(text(seed: seed))
        var reader = try reader(file.path)
        let whole = try reader.read()
        let census = try RowCensus(reader, bytes: 1 << 13) { #expect($0.facts == nil) }
        #expect(census.intake.dateOrder == whole.intake.dateOrder)
        #expect(census.intake.precision == whole.intake.precision)
        #expect(census.intake.lineCount == whole.intake.lineCount)
        #expect(census.rows == whole.count + whole.foldedRows.count)
        #expect(census.repeatedIDRows == whole.repeatedIDRows.count)
        #expect(!whole.foldedRows.isEmpty && !whole.rejections.isEmpty)

        reader.facts = census.facts(wardline: "", city: "")
        reader.sharesAddresses = true
        var slices = try RequestSlices(reader, state: .folded, bytes: 1 << 13)
        var count = 0
        var first = 0
        var folded: [FoldedRow] = []
        var rejected: [Rejection] = []
        while let slice = try slices.next() {
            count += 1
            folded += slice.foldedRows
            rejected += slice.rejections
            let other = (0..<slice.count).first { row in
                slice[row] != whole[first + row]
                    || slice.categories.indices[row] != whole.categories.indices[first + row]
            }
            #expect(other == nil, "from row \(first)")
            first += slice.count
        }
        #expect(count > 5 && first == whole.count)
        #expect(folded == whole.foldedRows)
        #expect(rejected == Array(whole.rejections))
    }

    @Test func `ids in order need no second look, and none of them repeats`() throws {
        var text = Self.header
        for row in 0..<900 { text += "\(row),A,Open,2024-03-01,,1 Elm St,-76.61,39.29,1\n" }
        let file = try ScratchFile(text)
        var looks = 0
        let census = try RowCensus(try reader(file.path), bytes: 1 << 13) { looks += $0.count }
        #expect(looks == 900 && census.rows == 900 && census.repeatedIDs.isEmpty)
    }

    @Test func `a column of which every other text repeats is no id, in slices as in the whole`() throws {
        let file = try ScratchFile(text(seed: 5, rows: 2_000, sharing: 2))
        let reader = try reader(file.path)
        let whole = #expect(throws: RequestError.self) { _ = try reader.read() }
        let sliced = #expect(throws: RequestError.self) {
            _ = try RowCensus(reader, bytes: 1 << 13) { _ in }
        }
        #expect(whole == sliced)
    }

    @Test func `a file without rows has the day on which it was written, in slices as in the whole`() throws {
        let (empty, filled) = (try ScratchFile(Self.header), try ScratchFile(text(seed: 3, rows: 10)))
        let whole = try reader(empty.path).read()
        let census = try RowCensus(reader(empty.path), bytes: 1 << 13) { _ in }
        #expect(whole.intake.emptySince != nil && census.intake.emptySince == whole.intake.emptySince)
        let some = try RowCensus(reader(filled.path), bytes: 1 << 13) { _ in }
        #expect(some.intake.emptySince == nil)
    }

    @Test func `counts of slices are those of the whole`() throws {
        let file = try ScratchFile(text(seed: 9))
        var reader = try reader(file.path)
        let whole = IntakeCounts(try reader.read())
        let census = try RowCensus(reader, bytes: 1 << 13) { _ in }
        reader.facts = census.facts(wardline: "", city: "")
        var slices = try RequestSlices(reader, state: .folded, bytes: 1 << 13)
        var counts = IntakeCounts()
        while let slice = try slices.next() { counts.add(slice) }
        counts.repeatedIDRows = census.repeatedIDRows
        #expect(counts.requests == whole.requests && counts.rejections == whole.rejections)
        #expect((counts.merged, counts.superseded) == (whole.merged, whole.superseded))
        #expect(counts.notes == whole.notes && counts.repeatedIDRows == whole.repeatedIDRows)
        #expect(counts.statuses.entries == whole.statuses.entries)
    }
}
