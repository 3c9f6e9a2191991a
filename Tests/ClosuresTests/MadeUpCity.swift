import Chronology
import City
import Closures
import Foundation
import Geometry
import Locating
import ServiceLevels
import ServiceRequests
import Statistics

/// A made-up city of places with problems that occur at random, callers who report each, and repairs.
struct MadeUpCity {
    var places = 150
    var days = 500
    /// The share of fixes that fail: the problem is there again within days.
    var failing = 0.0
    var generator: SeededGenerator
    private(set) var requests: [ServiceRequest] = []

    static let start: Int64 = 1_704_067_200  // 2024-01-01 UTC

    /// A city without requests.
    init() { generator = SeededGenerator(seed: 0) }

    init(seed: UInt64, failing: Double = 0) {
        generator = SeededGenerator(seed: seed)
        self.failing = failing
        for category in ["Pothole", "Graffiti", "Litter"] { addCategory(category) }
    }

    private mutating func unit() -> Double { generator.nextUnit() }
    private mutating func exponential(_ mean: Double) -> Double { -mean * log(1 - unit()) }

    private mutating func addCategory(_ category: String) {
        for place in 0..<places {
            let position = Coordinate(
                longitude: -76.6 + 0.002 * Double(place % 15), latitude: 39.2 + 0.002 * Double(place / 15))
            // Some places have a problem every year, some every month.
            let usual = 30 + 400 * unit()
            var day = exponential(usual)
            while day < Double(days) {
                day = addEpisode(category, position, at: day)
                let fails = unit() < failing
                day += fails ? 1.2 + 11 * unit() : exponential(usual)
                // Seasons: in one half of the year half of the problems do not happen.
                while Int(day / 182) % 2 == 1, !fails, unit() < 0.5 { day += exponential(usual) }
            }
        }
    }

    /// Adds the reports of one occurrence, and returns the day on which the last of them was closed.
    private mutating func addEpisode(_ category: String, _ position: Coordinate, at day: Double) -> Double {
        let closed = day + 0.5 + exponential(4)
        add(category, position, opened: day, closed: closed)
        while unit() < 0.25 {
            add(category, position, opened: day + (closed - day) * unit(), closed: closed)
        }
        return closed
    }

    mutating func add(
        _ category: String, _ position: Coordinate, opened: Double, closed: Double?,
        change: (inout ServiceRequest) -> Void = { _ in }
    ) {
        func moment(_ day: Double) -> Timestamp {
            // A minute later: at midnight a moment would be a day without a time.
            Timestamp(secondsSince1970: Self.start + 60 + Int64(day * 86_400))
        }
        let digits = String(requests.count + 1)
        var request = ServiceRequest(id: "R" + String(repeating: "0", count: 6 - digits.count) + digits)
        request.category = category
        request.opened = moment(opened)
        request.closed = closed.flatMap { $0 < Double(days) ? moment($0) : nil }
        request.status = request.closed == nil ? "Open" : "Closed"
        request.address = "\(Int(position.longitude * 1e6)) ELM ST"
        request.position = position
        request.positionState = .recorded
        change(&request)
        requests.append(request)
    }

    func survey(
        settings: ClosureSettings = ClosureSettings(), jobs: Int = 1,
        change: (inout CityFile) -> Void = { _ in }
    ) throws -> ClosureSurvey {
        try Self.survey(requests, days: days, settings: settings, jobs: jobs, change: change)
    }

    static func survey(
        _ requests: [ServiceRequest], days: Int = 500, settings: ClosureSettings = ClosureSettings(),
        jobs: Int = 1,
        change: (inout CityFile) -> Void = { _ in }
    ) throws -> ClosureSurvey {
        var city = CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC")
        change(&city)
        let table = RequestTable(requests, layerCount: 0)
        let asOf = CivilDate(daysSince1970: Int(start / 86_400) + days - 1)
        return try ClosureSurvey(
            table, city: city, clock: .utc, asOf: asOf, settings: settings, jobs: jobs,
            missing: { MissingPosition(table.positionStates[$0]) })
    }
}
