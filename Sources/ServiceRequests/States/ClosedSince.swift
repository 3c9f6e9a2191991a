package import Chronology
package import Wording

/// From when a file has closings, where it has openings of long before and by the waits of others many of these would have been closed
/// earlier: an export of what is open and of what was closed since a day. What was opened before is what took longest.
package struct ClosedSince: Sendable, Equatable {
    package let day: CivilDate
    /// How many of those opened before it would have been closed before it.
    package let missing: Int

    /// So many are no chance: that none of ten is closed has a probability of e⁻¹⁰.
    private static let fewestMissing = 10
    /// Waits of fewer say nothing of others.
    private static let fewestOthers = 100

    /// Finds the day, or returns `nil` where the file may have all closings.
    package init?(_ table: RequestTable, clock: CityClock) {
        let never = Timestamp(secondsSince1970: .max)
        var requests: [(opened: Int64, closed: Int64?)] = []
        for row in 0..<table.count where table.state(at: row) != .ignored {
            guard let opened = table.opened[row] else { continue }
            switch table.end(at: row, opened: opened, clock: clock, before: never) {
            case .open: requests.append((opened.secondsSince1970, nil))
            case .closed(let moment):
                requests.append((opened.secondsSince1970, moment.secondsSince1970))
            case .closedWithoutDate, .closedBeforeOpened: break
            }
        }
        guard let earliest = requests.lazy.compactMap(\.closed).min() else { return nil }
        let day = clock.date(at: Timestamp(secondsSince1970: earliest))
        let start = clock.startOfDay(day).secondsSince1970
        let ages = requests.filter { $0.opened < start }.map { start - $0.opened }.sorted()
        let others = requests.filter { $0.opened >= start }
        guard ages.count >= Self.fewestMissing, others.count >= Self.fewestOthers else { return nil }
        let waits = others.compactMap { own in own.closed.map { $0 - own.opened } }.sorted()
        var (sum, shorter) = (0, 0)
        for age in ages {
            while shorter < waits.count, waits[shorter] < age { shorter += 1 }
            sum += shorter
        }
        missing = sum / others.count
        self.day = day
        guard missing >= Self.fewestMissing else { return nil }
    }

    /// What somebody should know who relies on waits.
    package func note(in terms: CallerTerms) -> String {
        "no request was closed before \(day), where by the waits of the others some \(missing) of those opened earlier would have been:"
            + " the file seems to leave out what was closed before, so that what was opened then looks slower than it was"
            + terms.hint(.since) { "; \($0) \(day) asks for what was opened since" }
    }
}
