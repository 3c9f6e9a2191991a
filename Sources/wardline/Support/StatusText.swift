import Records
import ServiceRequests

/// Which statuses were taken for open, closed and ignored, and which are not known, for people. Every summary says it.
enum StatusText {
    /// How many statuses a line names.
    private static let shown = 8
    private static let longest = 40

    static func lines(_ table: RequestTable) -> [String] {
        let tally = StatusTally(table)
        var lines = [
            line("open by their status", tally.entries(.open)),
            line("closed by their status", tally.entries(.closed)),
            line("ignored, as void, cancelled or a test by their status", tally.entries(.ignored)),
            line("status not known, so that the closing time decides", tally.entries(nil)),
        ].compactMap(\.self)
        if tally.closedOnce > 0 {
            lines.append(
                "  \(NumberText.count(tally.closedOnce)) are open by their status although they have a closing time:"
                    + " closed once, and no wait ends there")
        }
        return lines
    }

    private static func line(_ heading: String, _ entries: [StatusTally.Entry]) -> String? {
        guard !entries.isEmpty else { return nil }
        var parts = entries.prefix(shown).map { "\(name($0.status)) \(NumberText.count($0.count))" }
        if entries.count > shown {
            let more = entries.dropFirst(shown).reduce(0) { $0 + $1.count }
            parts.append("and \(NumberText.count(entries.count - shown)) more, \(NumberText.count(more))")
        }
        return "  \(heading): \(parts.joined(separator: ", "))"
    }

    private static func name(_ status: String?) -> String {
        guard let status else { return "(blank)" }
        let plain = String(
            String.UnicodeScalarView(
                status.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        return plain.count > longest ? plain.prefix(longest) + "…" : plain
    }
}
