import Chronology
import City
import DelimitedText
import TestSupport
import Testing

@testable import ServiceRequests

/// Dates written with the day first that were opened in a spreadsheet which reads the month first: it made dates of those it can
/// read, and left the others text.
struct ExchangedCellsTests {
    /// Every day of some months, as it is, and as the spreadsheet leaves it.
    private static func dates(_ months: ClosedRange<Int>, cell: (Int, Int) -> String) -> [(
        day: String, left: String
    )] {
        months.flatMap { month in
            (1...28).map { day in
                let (two, other) = (day < 10 ? "0\(day)" : "\(day)", month < 10 ? "0\(month)" : "\(month)")
                return ("2024-\(other)-\(two)", day > 12 ? "\(two)/\(other)/2024 10:00" : cell(month, day))
            }
        }
    }

    private static func exchanged(_ month: Int, _ day: Int) -> String {
        "2024-\(day < 10 ? "0" : "")\(day)-\(month < 10 ? "0" : "")\(month)T10:00:00"
    }

    private func read(_ opened: [String], dates: DateSettings = DateSettings()) throws -> RequestTable {
        let rows = opened.enumerated().map { "R\($0),a,Closed,\($1)\n" }.joined()
        return try ScratchFile("id,category,status,opened\n" + rows).read(dates: dates)
    }

    private func days(_ table: RequestTable) throws -> [String?] {
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        return (0..<table.count).map { table.opened[$0].map { clock.date(at: $0).description } }
    }

    @Test(arguments: [nil, CityFile.DateOrder.dayFirst])
    func `days that a spreadsheet exchanged are put right, and told`(order: CityFile.DateOrder?) throws {
        let dates = Self.dates(3...6, cell: Self.exchanged)
        let table = try read(dates.map(\.left), dates: DateSettings(order: order))
        #expect(try days(table) == dates.map(\.day))
        #expect(table.intake.dateOrder?.cells?.mended == ["opened": 48])
        #expect(table.intake.dateOrder?.cells?.sentences.count == 1)
    }

    @Test func `a spreadsheet's numbers of days are put right too`() throws {
        // 45292 is 1 January 2024.
        let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let dates = Self.dates(1...3) { month, day in
            String(45_292 + lengths[..<(day - 1)].reduce(0, +) + month - 1)
        }
        let table = try read(dates.map(\.left))
        #expect(try days(table) == dates.map(\.day))
    }

    @Test func `a date of another day, and one month that was written anew in its middle, are left alone`()
        throws
    {
        let dates = Self.dates(3...6, cell: Self.exchanged)
        let late = try read(dates.map(\.left) + ["2024-05-20T10:00:00"])
        #expect(late.intake.dateOrder?.cells == nil)
        #expect(try days(late).first == "2024-01-03")
        let early = try read(dates.map(\.left) + ["05/04/2024 10:00"])
        #expect(early.intake.dateOrder?.cells == nil)
        let month = (1...12).map { "2024-03-\($0 < 10 ? "0" : "")\($0)T10:00:00" }
        let anew = try read(month + month + (13...31).map { "\($0)/03/2024 10:00" } + ["30/03/2024 11:00"])
        #expect(anew.intake.dateOrder?.cells == nil)
        #expect(try days(anew).first == "2024-03-01")
    }

    @Test func `a few such dates are left as they are, and not certain`() throws {
        let dates = Self.dates(3...3, cell: Self.exchanged)
        let table = try read(dates.map(\.left))
        #expect(table.intake.dateOrder?.cells?.doubtful == ["opened": 12])
        #expect(table.intake.dateOrder?.cells?.sentences.first?.hasPrefix("not certain: ") == true)
        #expect(try days(table).first == "2024-01-03")
    }

    @Test func `a column with few such dates is put right where another of the file is`() throws {
        let dates = Self.dates(3...6, cell: Self.exchanged)
        let few = Self.dates(3...3, cell: Self.exchanged)
        let rows = dates.enumerated().map { row, date in
            "R\(row),a,Closed,\(date.left),\(row < few.count ? few[row].left : "")\n"
        }
        let table = try ScratchFile("id,category,status,opened,closed\n" + rows.joined()).read()
        #expect(table.intake.dateOrder?.cells?.mended == ["opened": 48, "closed": 12])
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        #expect(few.indices.map { table.closed[$0].map { clock.date(at: $0).description } } == few.map(\.day))
    }

    @Test func `columns with few such dates each are not certain together`() throws {
        let dates = Self.dates(3...3, cell: Self.exchanged).map(\.left)
        let rows = [9, 10, 11, 12, 13, 14].enumerated().map {
            "R\($0),a,Closed,\(dates[$1 - 1]),\(dates[$1])\n"
        }
        let table = try ScratchFile("id,category,status,opened,closed\n" + rows.joined()).read()
        #expect(table.intake.dateOrder?.cells?.mended == [:])
        #expect(table.intake.dateOrder?.cells?.doubtful == ["opened": 4, "closed": 3])
    }

    @Test func `slices of a file put right what the whole does`() throws {
        let dates = Self.dates(1...12, cell: Self.exchanged)
        let rows = (0..<20).flatMap { _ in dates }.enumerated().map {
            "R\(10_000 + $0),a,Closed,\($1.left)\n"
        }
        let file = try ScratchFile("id,category,status,opened\n" + rows.joined())
        let clock = try #require(CityClock(timeZone: "America/New_York"))
        let columns = ColumnSelection(
            columns: [.id: "id", .category: "category", .status: "status", .opened: "opened"])
        var reader = RequestReader(source: .file(file.path), columns: columns, clock: clock)
        reader.blockLength = 1 << 10
        let whole = try reader.read()
        let census = try RowCensus(reader, bytes: 1 << 12) { _ in }
        #expect(census.intake.dateOrder == whole.intake.dateOrder)
        #expect(whole.intake.dateOrder?.cells?.mended == ["opened": 20 * 144])
        reader.facts = census.facts(wardline: "", city: "")
        var slices = try RequestSlices(reader, state: .settled, bytes: 1 << 12)
        var opened: [Timestamp?] = []
        while let slice = try slices.next() { opened += (0..<slice.count).map { slice.opened[$0] } }
        #expect(opened == (0..<whole.count).map { whole.opened[$0] })
    }

    @Test func `a day behind the year is read as such where some dates can be read in no other way`() throws {
        let days = (1...28).map { "2024-\($0 < 10 ? "0" : "")\($0)-03 09:00" }
        let table = try read(days)
        #expect(try self.days(table) == (1...28).map { "2024-03-\($0 < 10 ? "0" : "")\($0)" })
        #expect(table.intake.dateFormats[.opened]?.first?.hasPrefix("year-day-month") == true)
        let mixed = try read(days + ["2024-03-20 09:00"])
        #expect(try self.days(mixed).first == "2024-01-03")
        #expect(mixed.notes.count == 16)
        let mistyped = try read(
            (1...12).map { "2024-\($0 < 10 ? "0" : "")\($0)-03 09:00" } + ["2024-13-03 09:00"])
        #expect(mistyped.notes.count == 1)
    }
}
