import Chronology
import City
import Geometry
import Locating
import ServiceRequests
import Testing

@testable import Closures

/// Closures of files that have days without times, and of ids with many digits.
struct DayClosingsTests {
    private static let place = Coordinate(longitude: -76.6, latitude: 39.3)

    @Test(arguments: ["2024-10-20", "2024-03-24", "2024-07-01"])
    func `what is reported again fourteen days later came back, also where clocks are set`(first: String)
        throws
    {
        let clock = try #require(CityClock(timeZone: "Europe/Madrid"))
        let start = try #require(CivilDate(iso: first)).daysSince1970
        func day(_ day: Int) -> Timestamp { clock.startOfDay(CivilDate(daysSince1970: start + day)) }
        // The second is watched until the last day, of the third that lies behind it.
        let spans = [(0, 2), (16, 26), (41, nil)]
        for (last, ends) in [(39, 1), (40, 2)] {
            let requests = spans.enumerated().compactMap { index, span -> ServiceRequest? in
                // Something far off is reported on the last day.
                var request = ServiceRequest(id: "\(index)")
                request.category = "Pothole"
                request.opened = day(index == 2 ? last : span.0)
                request.closed = span.1.map(day)
                request.status = span.1 == nil ? "Open" : "Closed"
                request.position =
                    index == 2 ? Coordinate(longitude: -76, latitude: 39.3) : Self.place
                request.positionState = .recorded
                return request
            }
            let table = RequestTable(requests, layerCount: 0)
            let survey = try ClosureSurvey(
                table, city: CityFile(path: "city.yaml", name: "Testville", timeZone: "Europe/Madrid"),
                clock: clock, asOf: CivilDate(daysSince1970: start + 60), settings: ClosureSettings(),
                jobs: 1,
                missing: { MissingPosition(table.positionStates[$0]) })
            #expect(survey.ends.count == ends)
            #expect(survey.ends.first?.cameBack == true)
        }
    }

    private func sample(_ id: (Int, CivilDate) -> String) throws -> SampleCheck {
        var city = MadeUpCity()
        for index in 0..<120 {
            city.add("Pothole", Self.place, opened: Double(index), closed: Double(index) + 3.3) {
                $0.id = id(
                    index, CivilDate(daysSince1970: Int(MadeUpCity.start / 86_400) + index))
            }
        }
        return try city.survey().sample
    }

    @Test func `ids of many digits are taken, and those made of the time run no series`() throws {
        // As wide as a word allows.
        #expect(try sample { index, _ in "\(999_999_999_999_999_000 + index)" }.series.count == 1)
        #expect(
            try sample { index, _ in "\(1_750_000_000_000_000_000 + index * 90_000_000_000_000)" }.oneIn
                == nil)
        #expect(
            try sample { index, day in "\(day)".filter(\.isNumber) + "\(100 + index % 7)" }.oneIn == nil)
        #expect(try sample { index, _ in "24-\(1000 + 9 * index)" }.isSampleByNumbers)
    }
}
