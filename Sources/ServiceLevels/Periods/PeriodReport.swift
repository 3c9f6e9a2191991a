package import Boundaries
package import Chronology
package import Disclosure
import Statistics
import WorkSharing

/// The months, quarters or years of a city, of each area, each category and both, beside the year before, with what is far
/// from usual.
package struct PeriodReport: Sendable {
    /// What a series is of.
    package enum Scope: String, Sendable, CaseIterable {
        case city, area, category
        case areaCategory = "area_category"
    }

    /// Who made the requests of a series.
    package enum Kind: String, Sendable {
        case all
        case residents = "resident"
        case staff
    }

    package struct Group: Sendable {
        package let scope: Scope
        /// The area of the layer; `nil` for all.
        package let area: Ordinal<Area>?
        /// An index into the history's names; `nil` for all.
        package let category: Int?
        package let kind: Kind
        package internal(set) var series: PeriodSeries
    }

    package let history: CaseHistory
    package let span: PeriodSpan
    /// The city first, then areas, categories, and both; those without a request are left out.
    package let groups: [Group]
    package let anomalies: Anomalies
    /// Whether the file is long enough to look for anomalies.
    package var hasAnomalies: Bool { finished.count >= Anomalies.fewestPeriods }
    /// The indices of the periods that are finished.
    package let finished: Range<Int>
    /// What an audience may not see, where it was found.
    private var found: (audience: Audience, hidden: HiddenPeriods)?

    /// - Parameters:
    ///   - history: The cases that are asked for.
    ///   - listed: The categories that are shown by themselves.
    package init(
        _ history: CaseHistory, by kind: PeriodKind, fiscalYearMonth: Int = 1, areaCount: Int,
        listed: Set<Int>, jobs: Int
    ) throws(ServiceLevelError) {
        self.history = history
        let span = PeriodSpan(history, by: kind, fiscalYearMonth: fiscalYearMonth)
        self.span = span
        let finished =
            0..<(span.numbers.indices.first { span.isUnfinished($0 - span.numbers.lowerBound) }
            .map { $0 - span.numbers.lowerBound } ?? span.numbers.count)
        self.finished = finished
        let order = CaseOrder(history, areaCount: areaCount)
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: finished.count), count: history.names.count)
        for own in history.cases where own.isOpening {
            let period = span.countedIndex(of: own.opened)
            if finished.contains(period) { counts[Int(own.category)][period] += 1 }
        }
        for category in counts.indices where !listed.contains(category) {
            counts[category] = [Int](repeating: 0, count: finished.count)
        }
        let anomalies = Anomalies(counts)
        self.anomalies = anomalies
        let whole = try PeriodSeries(history.cases, of: history, span: span)
        var groups = try Self.city(history, span: span, whole: whole)
        let plans = order.plans(listed: listed, areaCount: areaCount)
        let made = try mapSlices(
            count: plans.count, sliceLength: 4, jobs: jobs, makeWorker: { () throws(ServiceLevelError) in }
        ) { (_: inout Void, range: Range<Int>) throws(ServiceLevelError) -> [Group] in
            var own: [Group] = []
            for plan in plans[range] {
                own.append(
                    Group(
                        scope: plan.scope, area: plan.area, category: plan.category, kind: .all,
                        series: try PeriodSeries(
                            plan.members.lazy.map { history.cases[Int(order.list(plan.scope)[$0])] },
                            of: history,
                            span: span,
                            reference: plan.members.count < Self.fewestForOwnReference ? whole : nil)))
            }
            return own
        }
        groups += made.flatMap(\.self)
        for index in groups.indices {
            groups[index].series.compareYears(spread: anomalies.spread)
            groups[index].series.markAnomalies(groups[index], anomalies)
        }
        self.groups = groups
    }

    /// How long nine in ten take is told by the city where a series has fewer requests.
    private static let fewestForOwnReference = 200

    private static func city(
        _ history: CaseHistory, span: PeriodSpan, whole: PeriodSeries
    ) throws(ServiceLevelError) -> [Group] {
        var groups = [Group(scope: .city, area: nil, category: nil, kind: .all, series: whole)]
        guard history.cases.contains(where: \.isStaff) else { return groups }
        for (kind, isStaff) in [(Kind.residents, false), (.staff, true)] {
            groups.append(
                Group(
                    scope: .city, area: nil, category: nil, kind: kind,
                    series: try PeriodSeries(
                        history.cases.lazy.filter { $0.isStaff == isStaff }, of: history, span: span)))
        }
        return groups
    }

    /// The series of the whole city, of all requests.
    package var city: PeriodSeries { groups[0].series }

    /// Finds what an audience may not see, once for all that shows the report to it.
    ///
    /// - Throws: `CancellationError` where the report is no longer wanted.
    package mutating func hide(from audience: Audience) throws(CancellationError) {
        let hidden = try HiddenPeriods(self, audience: audience) { () throws(CancellationError) in
            try Cancellation.check()
        }
        found = (audience, hidden)
    }

    /// Returns what an audience may not see.
    package func hidden(from audience: Audience) -> HiddenPeriods {
        if let found, found.audience == audience { return found.hidden }
        return HiddenPeriods(self, audience: audience)
    }

    /// Returns the anomalies of periods of which something is told.
    package func toldAnomalies(_ hidden: HiddenPeriods) -> [Anomalies.Flag] {
        let numbers = groups.indices.filter { groups[$0].scope == .category }
        let group = Dictionary(numbers.map { (groups[$0].category, $0) }) { first, _ in first }
        return anomalies.flags.filter { flag in
            group[flag.category].map { !hidden.contains($0, flag.period) } ?? true
        }
    }
}

extension PeriodSeries {
    /// Notes how far each period of a category lies from what is usual.
    fileprivate mutating func markAnomalies(_ group: PeriodReport.Group, _ anomalies: Anomalies) {
        guard group.scope == .category, let category = group.category, let judged = anomalies.judged[category]
        else { return }
        for (index, found) in judged.enumerated() {
            levels[index].z = found.z
            levels[index].usual = found.usual
        }
        for flag in anomalies.flags where flag.category == category {
            levels[flag.period].flags.insert(.anomaly)
        }
    }
}

/// The cases' indices in the order of areas, and of categories and areas within them.
private struct CaseOrder: Sendable {
    private let byArea: [Int32]
    private let byCategory: [Int32]
    /// Where each area, each category, and each area of a category begins.
    private var areaStarts: [Int]
    private var cellStarts: [Int]
    private let columns: Int

    struct Plan: Sendable {
        let scope: PeriodReport.Scope
        let area: Ordinal<Area>?
        let category: Int?
        let members: Range<Int>
    }

    init(_ history: CaseHistory, areaCount: Int) {
        // The last column is that of no area.
        let columns = areaCount + 1
        self.columns = columns
        func area(_ own: ServiceCase) -> Int { own.area.exists ? own.area.index : areaCount }
        (byArea, areaStarts) = Self.sorted(history.cases, count: columns, area)
        (byCategory, cellStarts) = Self.sorted(history.cases, count: columns * history.names.count) {
            Int($0.category) * columns + area($0)
        }
    }

    private static func sorted(
        _ cases: [ServiceCase], count: Int, _ key: (ServiceCase) -> Int
    ) -> ([Int32], [Int]) {
        var starts = [Int](repeating: 0, count: count + 1)
        for own in cases { starts[key(own) + 1] += 1 }
        for cell in 0..<count { starts[cell + 1] += starts[cell] }
        var next = starts
        var list = [Int32](repeating: 0, count: cases.count)
        for (index, own) in cases.enumerated() {
            let cell = key(own)
            list[next[cell]] = Int32(index)
            next[cell] += 1
        }
        return (list, starts)
    }

    func list(_ scope: PeriodReport.Scope) -> [Int32] { scope == .area ? byArea : byCategory }

    func plans(listed: Set<Int>, areaCount: Int) -> [Plan] {
        var plans = (0..<areaCount).map {
            Plan(scope: .area, area: Ordinal($0), category: nil, members: areaStarts[$0]..<areaStarts[$0 + 1])
        }
        // By their numbers, which are in the order of the names.
        let categories = listed.sorted()
        plans += categories.map {
            Plan(
                scope: .category, area: nil, category: $0,
                members: cellStarts[$0 * columns]..<cellStarts[($0 + 1) * columns])
        }
        for category in categories {
            plans += (0..<areaCount).map { area in
                let cell = category * columns + area
                return Plan(
                    scope: .areaCategory, area: Ordinal(area), category: category,
                    members: cellStarts[cell]..<cellStarts[cell + 1])
            }
        }
        return plans.filter { !$0.members.isEmpty }
    }
}
