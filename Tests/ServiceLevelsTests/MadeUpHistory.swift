import Boundaries
import Chronology
import City
import Foundation
import Statistics
import TestSupport

@testable import ServiceLevels

/// Made-up cases of categories that come and are closed at random, day by day.
struct MadeUpHistory {
    var generator: SeededGenerator
    private(set) var cases: [ServiceCase] = []
    private(set) var names: [String] = []
    let days: Int
    /// How many days after the last opening they are seen.
    private let seenAfter: Int

    static let start = CivilDate(daysSince1970: 18_262)  // 2020-01-01

    init(seed: UInt64, days: Int, seenAfter: Int = 0) {
        generator = SeededGenerator(seed: seed)
        self.days = days
        self.seenAfter = seenAfter
    }

    mutating func unit() -> Double { generator.nextUnit() }
    mutating func exponential(_ mean: Double) -> Double { -mean * log(1 - unit()) }

    /// Adds a category with so many cases a day and so many days each.
    ///
    /// - Parameters:
    ///   - rate: The cases of a day.
    ///   - wait: The mean days to close of those opened on a day.
    mutating func add(
        _ name: String, area: Int = 0, due: Double? = nil, rate: (Double) -> Double, wait: (Double) -> Double
    ) {
        if !names.contains(name) { names.append(name) }
        let category = names.firstIndex(of: name) ?? 0
        let start = Int64(Self.start.daysSince1970) * 86_400
        var day = 0.0
        while true {
            day += exponential(1 / max(rate(day), 1e-6))
            guard day < Double(days) else { return }
            let took = exponential(wait(day))
            let opened = start + Int64(day * 86_400)
            let isClosed = day + took < Double(days)
            cases.append(
                ServiceCase(
                    row: cases.count, category: category, area: Ordinal(area), opened: opened,
                    closed: isClosed ? opened + Int64(took * 86_400) : ServiceCase.never,
                    end: isClosed ? .closed : .open,
                    due: due.map { opened + Int64($0 * 86_400) } ?? ServiceCase.noDue))
        }
    }

    var history: CaseHistory {
        CaseHistory(
            cases, names: names,
            asOf: CivilDate(daysSince1970: Self.start.daysSince1970 + days + seenAfter - 1),
            city: CityFile(path: "city.yaml", name: "Testville", timeZone: "UTC"))
    }
}
