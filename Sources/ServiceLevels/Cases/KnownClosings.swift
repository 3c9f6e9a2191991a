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

    /// - Parameter table: All requests of the file, whichever are asked for.
    package init(_ table: RequestTable, clock: CityClock) {
        tellStates = StatusTally(table).unsaid == 0
        let closed = (0..<table.count).filter { table.state(at: $0) == .closed }
        self.closed = closed.count
        undated = closed.count { table.closed[$0] == nil }
        let never = Timestamp(secondsSince1970: .max)
        early = closed.count { row in
            table.opened[row].map {
                table.end(at: row, opened: $0, clock: clock, before: never) == .closedBeforeOpened
            } ?? false
        }
    }

    /// Those of cases that are made up, which say all.
    init() { (tellStates, closed, undated, early) = (true, 0, 0, 0) }

    /// Whether waits may be told. Open requests wait in any case: beside few closings that have a time they would be most of what
    /// is left.
    package var tellWaits: Bool { tellStates && (undated + early) * 2 <= closed }

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
