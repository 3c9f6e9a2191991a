package import Boundaries
package import Chronology
import Foundation
package import Locating
package import ServiceRequests

/// A sign that the CRM routed by another map than the city file names, from a day on or until a day: disagreements between
/// the same areas begin or end there.
package struct MapChange: Sendable, Equatable {
    package enum Kind: Sendable { case begins, ends }

    /// The codes of the area that was recorded and of the one that contains the position.
    package struct Pair: Sendable, Hashable {
        package let assigned: String
        package let expected: String
    }

    package let kind: Kind
    /// The first day, or the last one.
    package let day: CivilDate
    /// The pairs of areas, those with the most disagreements first.
    package let pairs: [Pair]
    /// The disagreements of these pairs that lie on the day's side, and all of them.
    package let within: Int
    package let all: Int
}

extension SummaryFindings {
    /// Returns on which day unexplained disagreements of a layer's last edition begin or end, `nil` where they do not.
    ///
    /// For each pair of areas the day is that by which its disagreements and all requests are parted most unlike each other:
    /// with k disagreements, i of them on the one side, and a share s of all requests on the other, by
    /// i·ln(i / (k(1 − s))) + (k − i)·ln((k − i) / (ks)), the likelihood ratio of two binomials. It has to pass what one in a
    /// million pairs of chance would, and at most one disagreement in twenty may lie on the wrong side.
    package func mapChange(
        ofLayer index: Ordinal<Layer>, _ layer: PreparedLayer, in table: RequestTable, clock: CityClock
    ) -> MapChange? {
        let last = layer.lastEdition
        var moments: [AreaPair: [Int64]] = [:]
        for finding in findings where finding.layer == index && finding.edition == last {
            guard finding.isUnexplainedDisagreement, let opened = table.opened[finding.row] else { continue }
            moments[AreaPair(finding), default: []].append(opened.secondsSince1970)
        }
        let pairs = moments.filter { $0.value.count >= MapChange.fewest }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(MapChange.mostPairs)
        guard !pairs.isEmpty else { return nil }
        let all = OpeningRanks(table.opened)
        let parted = pairs.compactMap { pair, moments in
            Parting(moments.sorted(), among: all, attempts: pairs.count).map { (pair, moments, $0) }
        }
        guard let strongest = parted.max(by: { $0.2.strength < $1.2.strength })?.2 else { return nil }
        let alike = parted.filter {
            $0.2.kind == strongest.kind && abs($0.2.moment - strongest.moment) <= MapChange.sameTime
        }
        let edition = layer.editions[last]
        return MapChange(
            kind: strongest.kind,
            day: clock.date(at: Timestamp(secondsSince1970: strongest.moment)),
            pairs: alike.map {
                MapChange.Pair(
                    assigned: edition.code(of: $0.0.assigned), expected: edition.code(of: $0.0.expected))
            },
            within: alike.reduce(0) { sum, entry in
                sum
                    + entry.1.count {
                        strongest.kind == .begins ? $0 >= strongest.moment : $0 <= strongest.moment
                    }
            }, all: alike.reduce(0) { $0 + $1.1.count })
    }
}

extension MapChange {
    /// Fewer disagreements of a pair show nothing.
    fileprivate static let fewest = 12
    fileprivate static let mostPairs = 40
    /// Pairs whose days lie this near to each other changed together, seconds.
    fileprivate static let sameTime: Int64 = 14 * 86_400
}

private struct AreaPair: Hashable, Comparable {
    let assigned: Ordinal<Area>
    let expected: Ordinal<Area>

    init(_ finding: SummaryFinding) {
        (assigned, expected) = (finding.assigned, finding.expected)
    }

    static func < (first: Self, second: Self) -> Bool {
        (first.assigned, first.expected) < (second.assigned, second.expected)
    }
}

extension SummaryFinding {
    /// Whether record and map disagree and no fault of the position is known that would explain it.
    fileprivate var isUnexplainedDisagreement: Bool {
        guard assigned.exists, expected.exists, assigned != expected else { return false }
        switch verdict {
        case .misrouted: return cause == .unexplained || cause == .zoneTable
        case .uncertain: return true
        case .correct, .outside, .unassigned, .unknownArea, .unlocatable: return false
        }
    }
}

/// The moment that parts some disagreements from most other requests.
private struct Parting {
    let kind: MapChange.Kind
    let moment: Int64
    let strength: Double

    /// - Parameters:
    ///   - moments: When the disagreements were opened, in order.
    ///   - all: When all requests were opened.
    ///   - attempts: How many pairs are looked at.
    init?(_ moments: [Int64], among all: OpeningRanks, attempts: Int) {
        var best: (kind: MapChange.Kind, moment: Int64, strength: Double)?
        let count = Double(moments.count)
        for index in 0...moments.count / 20 {
            let first = moments[index]
            let share = 1 - Double(all.number(before: first)) / Double(all.count)
            let begins = Self.strength(strays: Double(index), of: count, share: share)
            if begins > best?.strength ?? 0 { best = (.begins, first, begins) }
            let last = moments[moments.count - 1 - index]
            let shareBefore = Double(all.number(before: last + 1)) / Double(all.count)
            let ends = Self.strength(strays: Double(index), of: count, share: shareBefore)
            if ends > best?.strength ?? 0 { best = (.ends, last, ends) }
        }
        guard let best, best.strength > log(1e6) + log(Double(attempts)) else { return nil }
        (kind, moment, strength) = best
    }

    private static func strength(strays: Double, of count: Double, share: Double) -> Double {
        guard share > 0, share < 1 else { return 0 }
        let rest = count - strays
        let lost = strays > 0 ? strays * log(strays / (count * (1 - share))) : 0
        return rest / count > share ? lost + rest * log(rest / (count * share)) : 0
    }
}

/// How many requests were opened before any moment.
///
/// Few moments are asked for: the openings are parted into short spans, and only the span of a moment is looked through.
/// Sorting all of them takes several times as long.
struct OpeningRanks {
    let count: Int
    private let first: Int64
    /// A span has 2 to the power of it seconds.
    private let width: Int64
    /// The openings, span by span.
    private let moments: [UInt32]
    /// Where each span begins among them, and where the last one ends.
    private let starts: [Int]

    init(_ column: TimestampColumn) {
        let known = column.seconds.lazy.filter { $0 != TimestampColumn.missing }
        var (first, last, count) = (Int64.max, Int64.min, 0)
        for moment in known {
            first = min(first, moment)
            last = max(last, moment)
            count += 1
        }
        guard count > 0 else {
            (self.count, self.first, width, moments, starts) = (0, 0, 0, [], [0, 0])
            return
        }
        var width: Int64 = 0
        while (last - first) >> width >= Self.mostSpans { width += 1 }
        var starts = [Int](repeating: 0, count: Int((last - first) >> width) + 2)
        for moment in known { starts[Int((moment - first) >> width) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        var next = starts
        // Within a span, from its beginning.
        moments = [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
            for moment in known {
                let index = Int((moment - first) >> width)
                buffer[next[index]] = UInt32(truncatingIfNeeded: (moment - first) & (1 << width - 1))
                next[index] += 1
            }
            initialized = count
        }
        (self.count, self.first, self.width, self.starts) = (count, first, width, starts)
    }

    private static let mostSpans: Int64 = 1 << 16

    func number(before moment: Int64) -> Int {
        guard count > 0, moment > first else { return 0 }
        let index = (moment - first) >> width
        guard index < starts.count - 1 else { return count }
        let (start, end) = (starts[Int(index)], starts[Int(index) + 1])
        let own = UInt32(truncatingIfNeeded: (moment - first) & (1 << width - 1))
        return start + moments[start..<end].count { $0 < own }
    }
}
