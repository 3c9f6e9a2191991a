/// By how much each category, or area, became slower or faster than the others at each day, and how far that varies where nothing
/// changed.
///
/// The variance of an effect is that of its requests, taken as independent, times how much more it varies in truth: the mean of
/// θ² / variance at the other days of the same unit, and of the others' as ``sharedWindows`` of them more. By its own other days
/// alone (the standard deviation of a handful) nothing less than five of them stood out: of changes that halved the days of a
/// kind, a quarter were called in a file of two years and none in one of a year, where now six and five in ten are.
struct PlaceboEffects {
    struct Effect {
        let days: Double
        /// The variance of the requests' means, were requests independent.
        let variance: Double
        /// How much farther from 0 the effect is than that lets expect, squared; `nil` where all took the same.
        var ratio: Double? { variance > 0 ? days * days / variance : nil }
    }

    /// By unit and day; the day of the change is the first.
    private(set) var values: [[Effect?]] = []
    private let sides: [[OutcomeTable.Sides]]
    private let changed: Int
    private let against: Set<Int>?
    /// By unit, of the days on which nothing changed.
    private var placeboRatios: [[Double]] = []

    /// The others say as much of how far one varies as so many windows of its own.
    private static let sharedWindows = 2.0
    /// Fewer effects of others say nothing of one.
    private static let fewestShared = 8

    init(_ sides: [[OutcomeTable.Sides]], changed: Int, against: Set<Int>?) {
        self.sides = sides
        self.changed = changed
        self.against = against
        values = sides.indices.map { unit in sides[unit].indices.map { effect(unit, at: $0) } }
        placeboRatios = values.indices.map { unit in
            values[unit].indices.compactMap { isPlacebo(unit, $0) ? values[unit][$0]?.ratio : nil }
        }
    }

    /// Whether a unit has requests enough on both sides of a day: to be compared with or, the changed one, to tell how much it varies.
    func isComparable(_ unit: Int, _ date: Int) -> Bool {
        guard unit == changed || (against?.contains(unit) ?? true) else { return false }
        let own = sides[unit][date]
        return own.fewer >= (unit == changed ? BeforeAfter.fewestForVerdict : BeforeAfter.fewestRequests)
    }

    /// θ of a unit at a day, against all others that are compared, the changed one left out.
    private func effect(_ unit: Int, at date: Int) -> Effect? {
        let isChange = unit == changed && date == 0
        guard isChange ? sides[unit][date].fewer > 0 : isComparable(unit, date) else { return nil }
        let others = sides.indices.filter { $0 != unit && $0 != changed && isComparable($0, date) }
        guard !others.isEmpty else { return nil }
        let count = Double(others.count)
        let mean = others.reduce(0.0) { $0 + sides[$1][date].difference } / count
        let variance = others.reduce(sides[unit][date].variance) {
            $0 + sides[$1][date].variance / (count * count)
        }
        return Effect(days: sides[unit][date].difference - mean, variance: variance)
    }

    /// How far the effect of a unit at a day varies where nothing changed, days; `nil` where too few other days tell.
    func spread(_ unit: Int, at date: Int) -> Double? {
        guard let effect = values[unit][date] else { return nil }
        let own = values[unit].indices.filter { $0 != date && $0 != 0 }.compactMap { values[unit][$0]?.ratio }
        let rest = others(than: unit)
        let shared = rest.count >= Self.fewestShared ? Self.sharedWindows : 0
        guard own.count >= (shared > 0 ? 1 : 3) else { return nil }
        let usual = shared > 0 ? max(1, rest.sum / Double(rest.count)) : 0
        let ratio = (shared * usual + own.reduce(0, +)) / (shared + Double(own.count))
        let spread = (effect.variance * ratio).squareRoot()
        return spread > 0 ? spread : nil
    }

    private func others(than unit: Int) -> (count: Int, sum: Double) {
        let rest = placeboRatios.enumerated().filter { $0.offset != unit }.flatMap(\.element)
        return (rest.count, rest.reduce(0, +))
    }

    /// How many times its spread each effect is from 0 where nothing changed.
    var scores: [Double] {
        values.indices.flatMap { unit in
            values[unit].indices.compactMap { date in
                guard isPlacebo(unit, date), let found = values[unit][date],
                    let spread = spread(unit, at: date)
                else { return nil }
                return abs(found.days / spread)
            }
        }
    }

    private func isPlacebo(_ unit: Int, _ date: Int) -> Bool { unit != changed || date != 0 }
}
