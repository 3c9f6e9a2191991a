package import Chronology
package import PageLanguage
package import ServiceRequests

/// Whether a file tells when requests were closed, without which nothing can be said of waits and of the backlog.
package struct KnownClosings: Sendable {
    /// Whether a status or a closing time says of any request that it is closed or open; else all count as open.
    package let tellStates: Bool
    /// The requests that are closed, and those of them that have no closing time.
    package let closed: Int
    package let undated: Int
    /// Those that were closed before they were opened.
    package let early: Int
    /// Which requests the file was written of, by what it holds.
    package let extract: Extract

    package enum Extract: Sendable, Equatable {
        case all, openOnly
        /// None is open, where by the waits of the others so many would be.
        case closedOnly(missing: Int)
    }

    /// From so many open requests without a closed one, and so many that should be open where none is, a file holds no others. That none
    /// of ten is open by chance has a probability of e⁻¹⁰.
    private static let fewestOfOneKind = 10

    /// - Parameter table: All requests of the file, whichever are asked for.
    package init(_ table: RequestTable, clock: CityClock) {
        tellStates = StatusTally(table).unsaid == 0
        let closed = (0..<table.count).filter { table.state(at: $0) == .closed }
        self.closed = closed.count
        undated = closed.count { table.closed[$0] == nil }
        let never = Timestamp(secondsSince1970: .max)
        let open = (0..<table.count).count { table.state(at: $0) == .open }
        var early = 0
        // How long each took is asked where none is open.
        var waits: [(opened: Int64, closed: Int64)] = []
        for row in closed {
            guard let opened = table.opened[row] else { continue }
            switch table.end(at: row, opened: opened, clock: clock, before: never) {
            case .closedBeforeOpened: early += 1
            case .closed(let moment) where open == 0:
                waits.append((opened.secondsSince1970, moment.secondsSince1970))
            default: break
            }
        }
        self.early = early
        if closed.isEmpty {
            extract = open >= Self.fewestOfOneKind ? .openOnly : .all
        } else if open == 0, !closed.contains(where: table.isClosedBefore1970) {
            let missing = Self.missing(waits)
            extract = missing >= Double(Self.fewestOfOneKind) ? .closedOnly(missing: Int(missing)) : .all
        } else {
            extract = .all
        }
    }

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
    init() { (tellStates, closed, undated, early, extract) = (true, 0, 0, 0, .all) }

    /// Whether waits, and what was on time, may be told. Open requests wait in any case: beside few closings that have a time they
    /// would be most of what is left.
    package var tellWaits: Bool { tellStates && extract == .all && isMost }

    /// Whether what was opened in one period may be set beside others: of closed requests only the last ones are missing, of open ones
    /// only the first ones.
    package var tellOpenings: Bool { extract == .all }

    /// Whether a closing may be called fast beside its kind: in a file of closed requests only too, since all of them together took
    /// longer than these.
    package var tellFastClosings: Bool { tellWaits || (tellStates && holdsClosedOnly && isMost) }

    private var isMost: Bool { (undated + early) * 2 <= closed }

    package var holdsClosedOnly: Bool { if case .closedOnly = extract { true } else { false } }

    /// What cannot be told, and why; `nil` where all can.
    ///
    /// - Parameter told: Writes a count as the audience may see it; `nil` where it may not.
    package func gap(_ words: PageWords = .english, told: (Int) -> String?) -> String? {
        guard !tellWaits else { return nil }
        guard tellStates else {
            return words(
                """
                Nothing says what was closed: no status is known and no request has a closing time, so that all count as open. \
                Nothing is said of waits, of what is open or of what was on time.
                """)
        }
        switch extract {
        case .all: break
        case .openOnly:
            return words(
                """
                No request is closed: the file holds open ones only. Nothing is said of waits, of what was on time or of how many \
                were opened.
                """)
        case .closedOnly(let missing):
            return words(
                """
                No request is open, where by the waits of the others some \(words.count(missing)) would be: the file seems to hold \
                closed ones only. Nothing is said of waits, of the backlog, of what was on time or of how many were opened.
                """)
        }
        guard let unusable = told(undated + early), let closed = told(closed) else {
            return words(
                """
                Most closed requests have no closing time that can be: nothing is said of waits, of the backlog or of what was on \
                time.
                """)
        }
        return early > 0
            ? words(
                """
                \(unusable) of \(closed) closed requests have no closing time, or one before their opening: nothing \
                is said of waits, of the backlog or of what was on time.
                """)
            : words(
                """
                \(unusable) of \(closed) closed requests have no closing time: nothing is said of waits, of the backlog or of \
                what was on time.
                """)
    }
}
