package import Chronology

/// Whether a file tells when requests were closed, without which nothing can be said of waits and of the backlog.
package struct KnownClosings: Sendable {
    /// Whether a status or a closing time says of any request that it is closed or open; else all count as open.
    package let tellStates: Bool
    package let count: ClosingCount
    /// The closed requests that were closed before they were opened.
    package let early: Int
    /// Which requests the file was written of, by what it holds.
    package let extract: Extract

    package enum Extract: Sendable, Equatable {
        case all
        /// None is closed, or hardly any.
        case openOnly(closed: Int)
        /// None is open, or hardly any, where by the waits of the others so many would be.
        case closedOnly(missing: Int, open: Int)
    }

    /// From so many open requests without a closed one, and so many that should be open where none is, a file holds no others. That none
    /// of ten is open by chance has a probability of e⁻¹⁰.
    private static let fewestOfOneKind = 10
    /// A few may stand there all the same: what was opened again, or came in on the day on which the file was written. At most one closed
    /// for so many open ones, and one open for so many that should be, which by chance is rarer still.
    private static let openForOneClosed = 100
    private static let missingForOneOpen = 5

    /// - Parameter table: All requests of the file, whichever are asked for.
    package init(_ table: RequestTable, clock: CityClock) {
        tellStates = StatusTally(table).unsaid == 0
        let closed = (0..<table.count).filter { table.state(at: $0) == .closed }
        let open = (0..<table.count).count { table.state(at: $0) == .open }
        let mayHoldClosedOnly = open * Self.missingForOneOpen < closed.count
        let never = Timestamp(secondsSince1970: .max)
        var early = 0
        var waits: [(opened: Int64, closed: Int64)] = []
        for row in closed {
            guard let opened = table.opened[row] else { continue }
            switch table.end(at: row, opened: opened, clock: clock, before: never) {
            case .closedBeforeOpened: early += 1
            case .closed(let moment) where mayHoldClosedOnly:
                waits.append((opened.secondsSince1970, moment.secondsSince1970))
            default: break
            }
        }
        self.early = early
        count = ClosingCount(
            open: open, closed: closed.count, unusable: early + closed.count { table.closed[$0] == nil })
        if closed.count * Self.openForOneClosed <= open {
            extract = open >= Self.fewestOfOneKind ? .openOnly(closed: closed.count) : .all
        } else if mayHoldClosedOnly, !closed.contains(where: table.isClosedBefore1970) {
            extract = Self.extract(closed: waits, beside: open)
        } else {
            extract = .all
        }
    }

    private static func extract(closed waits: [(opened: Int64, closed: Int64)], beside open: Int) -> Extract {
        let fewest = Double(max(open == 0 ? fewestOfOneKind : 2 * fewestOfOneKind, open * missingForOneOpen))
        // Most files hold all, and need not be sorted.
        guard mostMissing(waits) >= fewest else { return .all }
        var missing = missing(waits)
        if open > 0 {
            // Where a city became faster its old waits would expect more than are open.
            let inOrder = waits.sorted { ($0.opened, $0.closed) < ($1.opened, $1.closed) }
            missing = min(missing, Self.missing(Array(inOrder.dropFirst(inOrder.count / 2))))
        }
        return missing >= fewest ? .closedOnly(missing: Int(missing), open: open) : .all
    }

    /// Returns a number that ``missing(_:)`` is not above: each has been there for its whole hours.
    private static func mostMissing(_ closed: [(opened: Int64, closed: Int64)]) -> Double {
        let last = closed.lazy.map { max($0.opened, $0.closed) }.max() ?? 0
        let longest = closed.lazy.map { $0.closed - $0.opened }.max() ?? 0
        guard longest >= 0, longest < hour * mostHours else { return .infinity }
        // For each hour how many took as long, or longer.
        var longer = [Int](repeating: 0, count: Int(longest / hour) + 1)
        for wait in closed { longer[Int(max(0, wait.closed - wait.opened) / hour)] += 1 }
        for index in longer.indices.dropLast().reversed() { longer[index] += longer[index + 1] }
        let sum = closed.reduce(0) { sum, wait in
            let age = (last - wait.opened) / hour
            return age < longer.count ? sum + longer[Int(age)] : sum
        }
        return Double(sum) / Double(max(1, closed.count))
    }

    private static let hour: Int64 = 3_600
    /// A hundred years.
    private static let mostHours: Int64 = 876_000

    /// Returns how many of some closed requests would still be open on their last day, if each took as long as any of the others: the
    /// sum of the shares that took longer than each has been there. Where all that were opened were closed, it is about none.
    private static func missing(_ closed: [(opened: Int64, closed: Int64)]) -> Double {
        let last = closed.lazy.map { max($0.opened, $0.closed) }.max() ?? 0
        let waits = closed.map { $0.closed - $0.opened }.sorted()
        var (sum, longer) = (0, waits.count)
        for age in closed.map({ last - $0.opened }).sorted() {
            while longer > 0, waits[waits.count - longer] <= age { longer -= 1 }
            sum += longer
        }
        return Double(sum) / Double(max(1, waits.count))
    }

    /// Those of cases that are made up, which say all.
    package init() { (tellStates, count, early, extract) = (true, ClosingCount(), 0, .all) }

    /// Whether waits, and what was on time, may be told. Open requests wait in any case: beside few closings that have a time they
    /// would be most of what is left.
    package var tellWaits: Bool { tellStates && extract == .all && count.tellsWaits }

    /// Whether what was opened in one period may be set beside others: of closed requests only the last ones are missing, of open ones
    /// only the first ones.
    package var tellOpenings: Bool { extract == .all }

    /// Whether a closing may be called fast beside its kind: in a file of closed requests only too, since all of them together took
    /// longer than these.
    package var tellFastClosings: Bool {
        tellWaits || (tellStates && holdsClosedOnly && count.tellsWaits)
    }

    /// Whether it may be told how many of some requests were closed since a day, and what came back after it was closed.
    ///
    /// Where many closings have no time, only of some that all have one.
    package func tellClosings(of own: ClosingCount) -> Bool {
        guard tellStates, !holdsOpenOnly else { return false }
        return count.lacksMany ? own.unusable == 0 : !own.lacksMany
    }

    package var holdsOpenOnly: Bool { if case .openOnly = extract { true } else { false } }
    package var holdsClosedOnly: Bool { if case .closedOnly = extract { true } else { false } }
}
