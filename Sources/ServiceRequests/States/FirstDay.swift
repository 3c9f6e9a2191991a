package import Chronology
package import Wording

/// The first opening of a city's requests that may be of their days: with it series and slices of time begin.
///
/// Openings that lie years before all others, as one of 1970 that stands for none does, would make them mostly empty: they are told
/// (``EarlyOpenings``) and begin nothing. ``LastDay`` asks the same of the other end.
package struct FirstDay: Sendable, Equatable {
    /// Seconds since 1970.
    package let opening: Int64
    /// The openings before, `nil` where there are none.
    package let early: EarlyOpenings?

    private static let years: Int64 = 730 * 86_400
    /// Among fewer, years may lie between two.
    private static let fewest = 40
    /// Where more than one in so many are early, the file is old.
    private static let leastShare = 1000

    /// Finds it, or returns `nil` where nothing was opened.
    ///
    /// - Parameters:
    ///   - openings: In any order.
    ///   - end: Seconds since 1970; what was opened later is not asked.
    package init?(of openings: MomentSeconds, until end: Int64 = .max, clock: CityClock) {
        var (count, earliest) = (0, Int64.max)
        for opened in openings where opened != TimestampColumn.missing && opened <= end {
            count += 1
            earliest = min(earliest, opened)
        }
        guard count > 0 else { return nil }
        let allowed = max(1, count / Self.leastShare)
        guard count >= Self.fewest,
            let others = Self.beginning(of: openings, from: earliest, until: end, afterAtMost: allowed)
        else {
            (opening, early) = (earliest, nil)
            return
        }
        opening = others.opening
        func day(_ moment: Int64) -> CivilDate { clock.date(at: Timestamp(secondsSince1970: moment)) }
        early = EarlyOpenings(count: others.before, first: day(earliest), next: day(others.opening))
    }

    /// Returns the last opening that years part from the one before, and how many lie before it, of which there may be so many; `nil`
    /// where there is none.
    private static func beginning(
        of openings: MomentSeconds, from earliest: Int64, until end: Int64, afterAtMost allowed: Int
    ) -> (opening: Int64, before: Int)? {
        var soon = 0
        for opened in openings where opened >= earliest && opened - earliest < years && opened <= end {
            soon += 1
            if soon > allowed { return nil }
        }
        let first = least(allowed + 1, of: openings, until: end)
        return first.indices.dropFirst().last { first[$0] - first[$0 - 1] >= years }.map { (first[$0], $0) }
    }

    /// Returns the so many least openings in order, without all of them in memory.
    private static func least(_ count: Int, of openings: MomentSeconds, until end: Int64) -> [Int64] {
        var least: [Int64] = []
        var bound = end == .max ? end : end + 1
        for opened in openings where opened != TimestampColumn.missing && opened < bound {
            least.append(opened)
            guard least.count >= 2 * count else { continue }
            least.sort()
            least.removeSubrange(count...)
            bound = least[count - 1]
        }
        return Array(least.sorted().prefix(count))
    }
}

/// Openings that lie years before all others.
package struct EarlyOpenings: Sendable, Equatable {
    package let count: Int
    package let first: CivilDate
    /// When the others begin.
    package let next: CivilDate

    /// What begins with the others.
    package enum Beginning: Sendable {
        /// Periods, of which the first counts these too.
        case series
        /// Times of a test, which leaves these out.
        case times
    }

    /// What is told of them where something begins with the others.
    package func warning(of beginning: Beginning, in terms: CallerTerms) -> String {
        let who =
            count == 1 ? "1 request was opened on \(first)" : "\(count) requests were opened from \(first) on"
        let them = count == 1 ? "it" : "them"
        let what =
            switch beginning {
            case .series:
                "series begin there and count \(them) in their first period"
                    + terms.hint(.since) { "; \($0) \(next) leaves \(them) out" }
            case .times: "the test begins there and leaves \(them) out"
            }
        return "\(who), years before all others, which begin on \(next): \(what)"
    }
}
