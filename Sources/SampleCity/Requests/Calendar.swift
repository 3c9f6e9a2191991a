import Chronology
import Foundation

/// When requests come in and how long they take.
struct Calendar: Sendable {
    private let daysOfCategory: [WeightedChoice]

    init() {
        let days = WallTime.start.day..<WallTime.end.day
        daysOfCategory = CategoryTable.all.map { category in
            WeightedChoice(
                days.map { day in
                    let time = WallTime(seconds: day * 86_400)
                    let weekend = time.weekday == 0 || time.weekday == 6 ? 0.45 : 1.0
                    let growth = 1 + 0.1 * Double(day - days.lowerBound) / 365
                    return category.factor(inMonth: time.date.month) * weekend * growth
                })
        }
    }

    func opening(ofCategory category: Int, channel: String, with generator: inout StoryGenerator) -> WallTime
    {
        let day = WallTime.start.day + daysOfCategory[category].pick(with: &generator)
        return moment(onDay: day, channel: channel, with: &generator)
    }

    /// A moment of a day: office hours by telephone, any time but the small hours elsewhere.
    func moment(onDay day: Int, channel: String, with generator: inout StoryGenerator) -> WallTime {
        let spread = (generator.unit() + generator.unit()) / 2
        let hour = channel == "Phone" || channel == "Walk-In" ? 7.5 + spread * 11 : 5.5 + spread * 18
        return WallTime(seconds: day * 86_400 + Int(hour * 3600) + generator.integer(in: 0...59))
    }

    /// Closes a request after about `median` days, in working hours when it takes more than half a day.
    func closing(
        of opened: WallTime, median: Double, spread: Double, with generator: inout StoryGenerator
    ) -> WallTime {
        let days = median * exp(spread * max(-2.6, min(2.6, generator.normal())))
        guard days > 0.5 else { return opened.adding(days: max(0.01, days)) }
        let rough = opened.adding(days: days)
        let working = WallTime(seconds: rough.day * 86_400 + 25_200 + rough.secondOfDay * 11 / 24)
        return working > opened ? working : opened.adding(days: max(0.05, days))
    }

    /// By which members of the council refer requests.
    static let councilOffice = "Council Office"

    static func channel(with generator: inout StoryGenerator) -> String {
        switch generator.unit() {
        case ..<0.41: "Phone"
        case ..<0.70: "App"
        case ..<0.91: "Web"
        case ..<0.95: "Email"
        case ..<0.98: "Walk-In"
        default: councilOffice
        }
    }
}
