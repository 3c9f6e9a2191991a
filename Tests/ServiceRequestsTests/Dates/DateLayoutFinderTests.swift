import Chronology
import City
import Testing

@testable import ServiceRequests

struct DateLayoutFinderTests {
    private func finder(_ texts: [String]) -> DateLayoutFinder {
        var finder = DateLayoutFinder()
        for text in texts {
            Array(text.utf8).withUnsafeBufferPointer { finder.look(at: $0, in: .opened) }
        }
        return finder
    }

    private func clock(_ zone: String) throws -> CityClock { try #require(CityClock(timeZone: zone)) }

    @Test func `a number above 12 tells the day from the month`() throws {
        let american = try clock("America/Chicago")
        #expect(
            finder(["03/04/2024", "13/04/2024"]).reader(for: .opened, clock: american).layouts == [
                .numbers(.dayFirst)
            ])
        let british = try clock("Europe/London")
        #expect(
            finder(["03/04/2024", "04/13/2024"]).reader(for: .opened, clock: british).layouts == [
                .numbers(.monthFirst)
            ])
    }

    @Test func `without such a number the city's place decides`() throws {
        let undecided = finder(["03/04/2024", "05/06/2024"])
        #expect(undecided.order(in: "America/Chicago") == .monthFirst)
        #expect(undecided.order(in: "Europe/London") == .dayFirst)
    }

    @Test func `days of a workbook that counts from 1904 are read so`() throws {
        var settings = DateSettings()
        settings.countsFrom1904 = true
        let utc = try clock("UTC")
        let found = finder(["43890", "43890.5"])
        let reader = found.reader(for: .opened, clock: utc, settings: settings)
        #expect(reader.layouts == [.serialFrom1904])
        func day(_ reader: DateColumnReader) -> String? {
            guard case .date(let moment) = Array("43890".utf8).withUnsafeBufferPointer(reader.read) else {
                return nil
            }
            return utc.date(at: Timestamp(secondsSince1970: moment)).description
        }
        #expect(day(reader) == "2024-03-01")
        #expect(day(found.reader(for: .opened, clock: utc)) == "2020-02-29")
        // Beside dates of another form as well, and by facts of either count.
        #expect(
            day(finder(["2024-03-01"]).reader(for: .opened, clock: utc, settings: settings)) == "2024-03-01")
        for name in ["serial", "serial_1904"] {
            settings.known = CityFacts.Dates(order: nil, form: ["opened": [name]], certain: true)
            #expect(day(found.reader(for: .opened, clock: utc, settings: settings)) == "2024-03-01")
        }
    }

    @Test func `one column may have two layouts, the more frequent first`() throws {
        let found = finder(["2016-01-02T10:00:00", "02/01/2016", "", "2016-01-03T10:00:00"])
        let reader = found.reader(for: .opened, clock: try clock("America/New_York"))
        #expect(reader.layouts == [.yearFirst, .numbers(.monthFirst)])
    }

    @Test func `a layout that the first rows do not show is read all the same`() throws {
        let reader = finder(["2016-01-02"]).reader(for: .opened, clock: try clock("America/New_York"))
        let outcome = Array("01/02/2016 07:00:00 AM".utf8).withUnsafeBufferPointer { reader.read($0) }
        #expect(outcome == .dateOfOtherKind(1_451_736_000))
    }

    @Test(arguments: [
        ("", DateColumnReader.Outcome.blank), ("N/A", .blank), ("NULL", .blank), ("01/01/1900", .sentinel),
        ("1921-05-05", .implausible), ("2150-01-01", .implausible), ("tomorrow", .unreadable(exchanged: nil)),
    ])
    func `what is no moment is told apart`(text: String, outcome: DateColumnReader.Outcome) throws {
        let reader = finder(["2016-01-02"]).reader(for: .opened, clock: try clock("America/New_York"))
        #expect(Array(text.utf8).withUnsafeBufferPointer { reader.read($0) } == outcome)
    }
}
