import Chronology
import City
import Foundation
import Geometry
import ServiceRequests
import Statistics

@testable import Closures

/// A city of two years in which everything that closures and reports look for is planted, and known by id.
///
/// It is made here and is not the sample city: the figures of all documents rest on that one, whose faults are those of routing;
/// closures need two years of closings to the minute and of a second clock, which would drown them.
struct PlantedCity {
    static let days = 731
    /// The day of the change that works and of the one that does not.
    static let changeDay = 640.0
    static let holiday = 186.0  // 2024-07-05

    private(set) var city = MadeUpCity()
    private var generator = SeededGenerator(seed: 16)
    /// What has to stand in the call-back list, by reason.
    private(set) var planted: [CallBackReason: Set<String>] = [:]
    /// The place at which repairs fail again and again, and the busy one whose repairs hold.
    static let failingPlace = place(3)
    static let busyPlace = Coordinate(longitude: -76.9, latitude: 39.4)

    init() {
        city.days = Self.days
        addLeaks()
        addBusyPlace()
        addSlowKindClosedFast()
        addClosedByRule()
        addCrewSheets()
        addDuplicates()
        addClosedBeforeOpened()
        addChanges()
    }

    private static func place(_ number: Int) -> Coordinate {
        Coordinate(
            longitude: -76.6 + 0.002 * Double(number % 40), latitude: 39.2 + 0.002 * Double(number / 40))
    }

    private mutating func unit() -> Double { generator.nextUnit() }
    private mutating func exponential(_ mean: Double) -> Double { -mean * log(1 - unit()) }

    /// A moment of a working day: 9 to 17 h, in the first year told five hours early.
    private mutating func moment(_ day: Double) -> Double {
        let hour = 9 + 8 * unit()
        return day.rounded(.down) + (day < 366 ? hour - 5 : hour) / 24
    }

    @discardableResult
    private mutating func add(
        _ category: String, _ place: Coordinate, opened: Double, closed: Double?,
        change: (inout ServiceRequest) -> Void = { _ in }
    ) -> String {
        city.add(category, place, opened: opened, closed: closed, change: change)
        return city.requests[city.requests.count - 1].id
    }

    private mutating func plant(_ reason: CallBackReason, _ id: String) {
        planted[reason, default: []].insert(id)
    }

    // MARK: Repairs that fail, and that hold

    /// Of leaks one repair in eight fails; at one place each does, twice in a row. In winter there are twice as many.
    private mutating func addLeaks() {
        for number in 0..<700 {
            // The failing place has a leak every three months, and two that come back with each.
            let isFailing = number == 3
            var day = isFailing ? 10 : exponential(700)
            while day < Double(Self.days) - 20 {
                if !isFailing, Int(day / 182) % 2 == 1, unit() < 0.5 {
                    day += exponential(700)
                    continue
                }
                var repeats = isFailing ? 2 : unit() < 0.13 ? 1 : 0
                while true {
                    let opened = moment(day)
                    let closed = opened + 1.5 + exponential(2)
                    let id = add("Water Leak", Self.place(number), opened: opened, closed: closed)
                    day = closed
                    guard repeats > 0 else { break }
                    repeats -= 1
                    let back = (closed + 2 + 9 * unit()).rounded(.down)
                    if back + 20 < Double(Self.days) { plant(.cameBack, id) }
                    day = back
                }
                day += isFailing ? 90 : exponential(700)
            }
        }
    }

    /// Litter at a bus stop, every nine days or so, each time cleared; and here and there else.
    private mutating func addBusyPlace() {
        var day = 2.0
        while day < Double(Self.days) - 3 {
            let opened = moment(day)
            add("Litter", Self.busyPlace, opened: opened, closed: opened + 1 + unit())
            day += 3 + exponential(6)
        }
        for number in 0..<300 {
            let opened = moment(exponential(300).truncatingRemainder(dividingBy: 720))
            add("Litter", Self.place(1000 + number), opened: opened, closed: opened + 1 + unit())
        }
    }

    // MARK: Closings

    private mutating func addSlowKindClosedFast() {
        for number in 0..<200 {
            let opened = moment(3.6 * Double(number))
            let isFast = number % 20 == 7
            let id = add(
                "Sidewalk", Self.place(2000 + number), opened: opened,
                closed: opened + (isFast ? 3.0 / 1440 : 6 + exponential(10)))
            if isFast { plant(.fastForItsKind, id) }
        }
    }

    /// A letter is sent for each: closed as they are opened, which is no fault.
    private mutating func addClosedByRule() {
        for number in 0..<120 {
            let opened = moment(6 * Double(number))
            add(
                "Utility Pole", Self.place(3000 + number), opened: opened,
                closed: number % 3 == 0 ? opened + 4 + exponential(3) : opened)
        }
    }

    /// Twelve sheets of eight mowings each, typed in a minute.
    private mutating func addCrewSheets() {
        for sheet in 0..<12 {
            let day = 30 + 50 * Double(sheet)
            let typed = (moment(day + 6) * 1440).rounded(.down) / 1440
            for number in 0..<8 {
                add(
                    "Tall Grass", Self.place(4000 + 8 * sheet + number),
                    opened: moment(day + Double(number % 3)),
                    closed: typed + Double(number + 5) / 86_400)
            }
        }
    }

    private mutating func addDuplicates() {
        for number in 0..<6 {
            let place = Self.place(5000 + number)
            let opened = moment(600 + 10 * Double(number))
            add("Street Light", place, opened: opened, closed: nil)
            let id = add("Street Light", place, opened: opened + 2, closed: opened + 2.5) {
                $0.status = "Closed (Duplicate)"
            }
            plant(.duplicateOfOpen, id)
        }
    }

    private mutating func addClosedBeforeOpened() {
        for number in 0..<3 {
            let opened = moment(500 + 30 * Double(number))
            plant(
                .closedBeforeOpened,
                add("Dead Animal", Self.place(6000 + number), opened: opened, closed: opened - 1))
        }
    }

    // MARK: Changes, referrals, due days

    /// Eight kinds of two a day. Signals are mended in a third of the days from the change on; signs get a new form and nothing
    /// else. The council refers one in five, which are served as others are; all are due after five business days.
    private mutating func addChanges() {
        let business = BusinessDays()
        for (index, kind) in (["Signal", "Sign"] + (1...6).map { "Kind \($0)" }).enumerated() {
            for step in 0..<Int(1.7 * Double(Self.days)) {
                let opened = moment(Double(step) / 1.7)
                let usual = kind == "Signal" && opened >= Self.changeDay ? 3.0 : 9.0
                let due = business.after(5, opened)
                let isReferred = step % 5 == 0
                add(
                    kind, Self.place(7000 + 1300 * index + step), opened: opened,
                    closed: opened + 0.3 + exponential(usual / 0.69)
                ) { request in
                    request.channel = isReferred ? "Council" : "Phone"
                    request.due = Timestamp(
                        secondsSince1970: MadeUpCity.start + Int64(due) * 86_400 + 86_399)
                }
            }
        }
    }

    /// Counted here by hand: Monday to Friday, without the day after the Fourth of July.
    private struct BusinessDays {
        func after(_ count: Int, _ opened: Double) -> Int {
            var day = Int(opened)
            // 2024-01-01 was a Monday.
            func isBusiness(_ day: Int) -> Bool { day % 7 < 5 && Double(day) != PlantedCity.holiday }
            while !isBusiness(day) { day += 1 }
            var left = count
            while left > 0 {
                day += 1
                if isBusiness(day) { left -= 1 }
            }
            return day
        }
    }

    func survey() throws -> ClosureSurvey {
        var settings = ClosureSettings()
        settings.since = CivilDate(daysSince1970: Int(MadeUpCity.start / 86_400))
        return try city.survey(settings: settings)
    }
}
