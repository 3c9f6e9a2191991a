package import Disclosure
import Records
package import ServiceRequests

/// Which statuses were taken for open, closed and ignored, and which are not known, for people. Every summary says it.
package enum StatusText {
    /// How many statuses a line names.
    private static let shown = 8

    package static func lines(_ tally: StatusTally, for audience: Audience = .internal) -> [String] {
        func line(_ heading: String, _ entries: [StatusTally.Entry]) -> String? {
            self.line(heading, of: entries, for: audience)
        }
        var lines = [
            line("open by their status", tally.entries(.open)),
            line("closed by their status", tally.entries(.closed)),
            line("ignored, as \(RequestState.whyIgnored)", tally.entries(.ignored)),
            line("status not known, so that the closing time decides", tally.entries(nil)),
        ].compactMap(\.self)
        if tally.unsaid > 0 {
            lines.append(
                "  nothing says what is closed: no status is known and no request has a closing time, so that all"
                    + " \(NumberText.count(tally.unsaid)) count as open")
        }
        if tally.closedOnce > 0 {
            lines.append(
                "  \(NumberText.count(tally.closedOnce)) are open by their status although they have a closing time:"
                    + " closed once, and no wait ends there")
        }
        return lines
    }

    private static func line(
        _ heading: String, of entries: [StatusTally.Entry], for audience: Audience
    ) -> String? {
        guard !entries.isEmpty else { return nil }
        let named = entries.filter { $0.isNamed(to: audience) }.prefix(shown)
        var parts = named.map { "\($0.status ?? "(blank)") \(NumberText.count($0.count))" }
        if entries.count > named.count {
            let all = entries.reduce(0) { $0 + $1.count }
            let more = all - named.reduce(0) { $0 + $1.count }
            parts.append(
                "\(named.isEmpty ? "" : "and ")\(DayText.counted(entries.count - named.count, "other text"))"
                    + " \(NumberText.count(more))")
        }
        return "  \(heading): \(parts.joined(separator: ", "))"
    }
}
