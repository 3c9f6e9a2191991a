import Chronology
import Geometry
import ServiceLevels
import ServiceRequests
import Statistics
import Testing

@testable import Closures

/// What is planted is found, and what only looks like it is not.
struct PlantedCityTests {
    private static let made = Result { () throws -> (PlantedCity, ClosureSurvey) in
        let planted = PlantedCity()
        return (planted, try planted.survey())
    }

    private let planted: PlantedCity
    private let survey: ClosureSurvey

    init() throws { (planted, survey) = try Self.made.get() }

    private func id(_ index: Int32) -> String { survey.table.id(at: survey.row(index)) }

    @Test func `the call-back list holds the planted cases, and no more than one in ten others`() {
        let list = CallBackList(survey)
        for (reason, ids) in planted.planted {
            let listed = Set(list.entries.filter { $0.reasons.contains(reason) }.map { id($0.index) })
            #expect(
                ids.subtracting(listed).isEmpty, "\(reason): \(ids.subtracting(listed).sorted().prefix(5))")
        }
        let all = planted.planted.values.reduce(Set<String>()) { $0.union($1) }
        let others = list.entries.count { !all.contains(id($0.index)) }
        #expect(10 * others <= list.entries.count, "\(others) of \(list.entries.count)")
    }

    @Test func `the place whose repairs fail is found, and the busy one whose repairs hold is not`() {
        let list = CallBackList(survey)
        func listed(_ longitude: Double, _ latitude: Double) -> Int {
            list.entries.count { entry in
                let row = survey.row(entry.index)
                return entry.reasons.contains(.cameBack) && survey.table.longitudes[row] == longitude
                    && survey.table.latitudes[row] == latitude
            }
        }
        #expect(listed(PlantedCity.failingPlace.longitude, PlantedCity.failingPlace.latitude) >= 6)
        // It was reported again within two weeks dozens of times, as it would have been anyway.
        let busy = survey.returns.categories.first { survey.name($0.category) == "Litter" }?.excess
        #expect((busy?.cameBack ?? 0) >= 30)
        #expect(listed(PlantedCity.busyPlace.longitude, PlantedCity.busyPlace.latitude) == 0)
        #expect(
            survey.returns.categories.filter(\.standsOut).map { survey.name($0.category) } == ["Water Leak"])
    }

    @Test func `closed by rule, in bulk and on a shifted clock are named, and accuse no case`() throws {
        #expect(survey.fast.closedByRule.map(survey.name) == ["Utility Pole"])
        #expect(survey.bulk.typedIn.map { survey.name($0.category) } == ["Tall Grass"])
        #expect(survey.bulk.found.rows >= 96)
        #expect(survey.bulk.rowsByChance < 10)
        let shift = try #require(survey.clock.shift)
        #expect(shift.hours == 5...5)
        #expect(shift.first == (2024, 1) && shift.last == (2024, 12))
        let list = CallBackList(survey)
        let named = Set(list.entries.map { survey.name(Int(survey.history.cases[Int($0.index)].category)) })
        #expect(named.isDisjoint(with: ["Utility Pole", "Tall Grass", "Litter"]))
    }

    @Test func `the change that works is found, and the one that does not is not`() {
        let day = CivilDate(
            daysSince1970: Int(MadeUpCity.start / 86_400) + Int(PlantedCity.changeDay))
        func change(_ name: String) -> BeforeAfter {
            BeforeAfter(
                survey.history, on: day, unit: { Int($0.category) }, names: survey.history.names,
                changed: survey.history.names.firstIndex(of: name) ?? -1)
        }
        #expect(change("Signal").placebos >= BeforeAfter.fewestPlacebos)
        #expect(change("Signal").verdict == .faster)
        #expect(change("Sign").verdict == .notSeen)
    }

    @Test
    func `due dates are told to count business days with the holiday, referrals to be served as others`()
        throws
    {
        let start = CivilDate(daysSince1970: Int(MadeUpCity.start / 86_400))
        let holiday = CivilDate(daysSince1970: start.daysSince1970 + Int(PlantedCity.holiday))
        let (history, table) = (survey.history, survey.table)
        let rules = TargetRules(history, calendar: BusinessCalendar(holidays: [holiday]), usesHours: false) {
            table.due[$0].map(history.clock.date)
        }
        #expect(rules.categories.count == 8)
        for own in rules.categories {
            #expect(own.best()?.rule == .business && own.best()?.days == 5, "\(history.names[own.category])")
        }
        let referred = try ChannelComparison(history) { own in
            switch table.channels[Int(own.row)] {
            case "Council": true
            case "Phone": false
            default: nil
            }
        }
        let difference = try #require(referred.difference)
        #expect(difference.interval.contains(0), "\(difference.interval)")
    }
}
