import Chronology
import Testing

@testable import ServiceRequests

struct DateLayoutTests {
    private func read(_ text: String, _ layout: DateLayout) -> DateReading? {
        Array(text.utf8).withUnsafeBufferPointer { layout.read($0) }
    }

    /// 2016-08-03 20:47:11 on the wall clock.
    private let wall: Int64 = 1_470_257_231
    private let midnight: Int64 = 1_470_182_400

    @Test(arguments: [
        "2016-08-03T20:47:11", "2016-08-03 20:47:11", "2016-08-03T20:47:11.000", "2016/08/03 20:47:11",
        "2016-08-03 20:47:11.0000000", "2016-08-03 08:47:11 PM",
    ])
    func `a year-first date is wall time`(text: String) {
        #expect(read(text, .yearFirst) == .wall(wall))
    }

    // Berlin's public reports: 31.12.2024 - 14:25:00.
    @Test(arguments: [
        ("03.08.2016 - 20:47:11", DateLayout.numbers(.dayFirst)),
        ("03.08.2016 | 20:47:11 Uhr", .numbers(.dayFirst)),
        ("2016-08-03 - 20:47:11", .yearFirst),
    ])
    func `a dash may stand between the day and the time`(text: String, layout: DateLayout) {
        #expect(read(text, layout) == .wall(wall))
        #expect(read("2016-08-03 -05:00", .yearFirst) == nil)
    }

    @Test func `the usual date with any one byte changed reads as it does with a fraction behind it`() {
        let usual = Array("2016-08-03 20:47:11".utf8)
        var readable = 0
        for place in usual.indices {
            for byte in UInt8.min...UInt8.max {
                var text = usual
                text[place] = byte
                let plain = text.withUnsafeBufferPointer { DateLayout.yearFirst.read($0) }
                // `20:47+11` has a zone, behind which no fraction can be.
                switch plain {
                case .moment, .zulu, .zoned: continue
                default: break
                }
                let long = (text + Array(".0".utf8)).withUnsafeBufferPointer { DateLayout.yearFirst.read($0) }
                #expect(plain == long, "byte \(byte) at \(place)")
                if plain != nil { readable += 1 }
            }
        }
        #expect(readable > 60)
    }

    @Test(arguments: [
        "2016-08-03T20:47:11Z", "2016-08-03T20:47:11.000Z", "2016-08-03 20:47:11+00",
        "2016-08-03T16:47:11-0400",
        "2016-08-03T16:47:11-04:00", "2016-08-03 20:47:11 UTC", "2016-08-04T02:17:11+05:30",
    ])
    func `a date with a zone is a moment`(text: String) {
        let isUTC = text.hasSuffix("Z") || text.hasSuffix("+00") || text.hasSuffix("UTC")
        #expect(read(text, .yearFirst) == (isUTC ? .zulu(wall) : .moment(wall)))
    }

    @Test(arguments: [
        "08/03/2016 08:47:11 PM", "8/3/2016 20:47:11", "8/3/16 20:47:11", "08/03/2016 8:47:11 pm",
        "8-3-2016 20:47:11",
    ])
    func `a month-first date is wall time`(text: String) {
        #expect(read(text, .numbers(.monthFirst)) == .wall(wall))
    }

    @Test func `noon and midnight are 12 PM and 12 AM`() {
        #expect(read("08/03/2016 12:00:00 AM", .numbers(.monthFirst)) == .wall(midnight))
        #expect(read("08/03/2016 12:00:00 PM", .numbers(.monthFirst)) == .wall(midnight + 43_200))
    }

    @Test(arguments: ["03.08.2016 20:47:11", "3/8/2016 8:47:11 PM", "03/08/16 20:47:11"])
    func `a day-first date is wall time`(text: String) {
        #expect(read(text, .numbers(.dayFirst)) == .wall(wall))
    }

    @Test(arguments: [
        "2016 Aug 03 08:47:11 PM", "03-AUG-16 20:47:11", "Aug 3, 2016 8:47:11 PM", "August 3, 2016, 20:47:11",
        "03-Aug-2016 20:47:11", "3 Aug 2016 20:47:11", "03-AUG-16 08.47.11.000000 PM",
        "August 3rd, 2016 at 20:47:11", "Wednesday the 3rd of August 2016 20.47.11",
        "3. August 2016 20:47:11 Uhr",
        "Mittwoch, 3. Aug. 2016 um 20:47:11 Uhr", "3 ago 2016 20:47:11 hrs",
        "mercoledi 3 agosto 2016, 20.47.11",
    ])
    func `a date with its month by name is wall time`(text: String) {
        #expect(read(text, .monthName) == .wall(wall))
    }

    @Test(arguments: [
        ("1er mars 2024", 3, 1), ("mardi 5 mars 2024 10h15", 3, 5), ("5. März 2024", 3, 5),
        ("dinsdag 5 maart 2024", 3, 5), ("5 mrt 2024", 3, 5), ("05-Okt-2024", 10, 5), ("5 dez 2024", 12, 5),
        ("martedì 5 maggio 2024", 5, 5), ("5 gennaio 2024", 1, 5), ("5 luglio 2024", 7, 5),
        ("5 de setembro de 2024", 9, 5), ("1º de março de 2024", 3, 1), ("5 mei 2024 om 10:15", 5, 5),
        ("5 décembre 2024 à 10h15", 12, 5), ("5 juillet 2024", 7, 5), ("5 juin 2024", 6, 5),
    ])
    func `months are read in the languages that cities write them in`(
        text: String, month: Int, day: Int
    ) throws {
        let bytes = Array(text.utf8)
        let plain = bytes.withUnsafeBufferPointer { DateText.plain($0) } ?? bytes
        let read = plain.withUnsafeBufferPointer { DateLayout.monthName.read($0) }
        let date = try #require(CivilDate(year: 2024, month: month, day: day))
        let midnight = Int64(date.daysSince1970) * 86_400
        #expect(read == .wall(midnight + (text.contains("15") ? 36_900 : 0)))
    }

    @Test func `milliseconds as .NET writes them are a moment`() {
        #expect(read("/Date(1470257231000)/", .unix) == .moment(wall))
        #expect(read("/Date(1470257231000-0400)/", .unix) == .moment(wall))
        #expect(read("/Date(1470257231000", .unix) == nil)
    }

    @Test func `digits alone are a day, seconds or milliseconds`() {
        #expect(read("20160803", .compact) == .wall(midnight))
        #expect(read("20160803204711", .compact) == .wall(wall))
        #expect(read("1470257231", .unix) == .moment(wall))
        #expect(read("1470257231000", .unix) == .moment(wall))
    }

    @Test(arguments: [
        ("2016-08-03", DateLayout.yearFirst), ("08/03/2016", .numbers(.monthFirst)),
        ("3.8.2016", .numbers(.dayFirst)), ("3. 8. 2016", .numbers(.dayFirst)),
        ("03.08.2016.", .numbers(.dayFirst)), ("2016. 08. 03.", .yearFirst), ("2016. 8. 3", .yearFirst),
        ("Aug 3 2016", .monthName), ("2016 Aug 03", .monthName),
    ])
    func `a date alone is midnight`(text: String, layout: DateLayout) {
        #expect(read(text, layout) == .wall(midnight))
    }

    @Test(arguments: [
        ("01/01/1900 12:00:00 AM", DateLayout.numbers(.monthFirst)), ("1899-12-30", .yearFirst),
        ("1970-01-01T00:00:00Z", .yearFirst), ("0001-01-01 00:00:00", .yearFirst), ("9999-12-31", .yearFirst),
        ("0", .unix), ("2099-12-31", .yearFirst), ("12/31/2049", .numbers(.monthFirst)),
        ("2050-01-01 00:00:00", .yearFirst), ("2079-06-06 23:59:00", .yearFirst),
        ("2038-01-19T03:14:07Z", .yearFirst), ("2147483647", .unix), ("4102444800000", .unix),
        ("73050", .serial),
    ])
    func `a date that stands for none is told from one that cannot be read`(text: String, layout: DateLayout)
    {
        #expect(read(text, layout) == .sentinel)
    }

    @Test(arguments: [
        "2016-02-30", "2015-02-29", "2016-13-01", "2016-00-10", "2016-08-03 24:01", "2016-08-03 20:60",
        "2016-8",
        "2016-08-03x", "16-08-03", "2016-08-03 13:00 PM", "soon", "2016-08-03T",
    ])
    func `what is no date is none in any layout`(text: String) {
        for layout in DateLayout.all(.monthFirst) { #expect(read(text, layout) == nil) }
    }

    @Test func `each day from 1900 to 2100 has the number that CivilDate gives`() throws {
        for days in stride(from: -25_567, to: 47_847, by: 1) {
            let date = CivilDate(daysSince1970: days)
            let reading = read("\(date) 00:00:01", .yearFirst)
            if reading != .sentinel { #expect(reading == .wall(Int64(days) * 86_400 + 1)) }
        }
    }
}
