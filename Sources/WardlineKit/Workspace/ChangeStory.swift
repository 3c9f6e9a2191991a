package import Chronology
package import City
import Records
import Wording
package import Workspace

/// What the CRM rewrote, in sentences.
package struct ChangeStory {
    private let changes: [RequestChange]
    private let workspace: String
    private let since: CivilDate?
    private let city: CityFile

    /// How many pairs of areas are named for each layer.
    private static let shownPairs = 10

    package init(_ changes: [RequestChange], in workspace: String, since: CivilDate?, city: CityFile) {
        self.changes = changes
        self.workspace = workspace
        self.since = since
        self.city = city
    }

    package var title: String {
        "What the CRM rewrote in \(workspace)\(since.map { " since \(DayText.long($0))" } ?? "")"
    }

    package var lines: [String] {
        var lines: [String] = []
        if changes.isEmpty { lines.append("Nothing.") }
        for layer in layers { lines += routing(layer) }
        for (kind, words) in [
            (RequestChange.Kind.reopened, "reopened"), (.closed, "closed"), (.status, "given another status"),
            (.deleted, "deleted"), (.restored, "there again"),
        ] {
            let count = requests(changes.filter { $0.kind == kind })
            if count > 0 { lines.append("\(DayText.counted(count, "request")) \(words)") }
        }
        return lines + edits
    }

    private func requests(_ changes: [RequestChange]) -> Int { Set(changes.map(\.requestID)).count }

    private var layers: [String] {
        var names: [String] = []
        for change in changes { if let layer = change.layer, !names.contains(layer) { names.append(layer) } }
        return names
    }

    private func routing(_ layer: String) -> [String] {
        let title = SentenceTitle.text(city.layers.first { $0.name == layer }?.title ?? layer)
        let anew = changes.filter { $0.layer == layer && $0.kind == .rerouted }
        var lines: [String] = []
        let first = requests(changes.filter { $0.layer == layer && $0.kind == .routed })
        if first > 0 {
            lines.append("\(DayText.counted(first, "request")) given a \(title), having had none")
        }
        guard !anew.isEmpty else { return lines }
        let often = Dictionary(grouping: anew, by: \.requestID).count { $0.value.count > 1 }
        lines.append(
            "\(DayText.counted(requests(anew), "request")) routed to another \(title)"
                + (often > 0 ? ", \(NumberText.count(often)) of them more than once" : ""))
        var table = TextTable([.left, .right])
        let pairs = Dictionary(grouping: anew) { "  \($0.before ?? "none") → \($0.after ?? "none")" }
            .map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        for (pair, count) in pairs.prefix(Self.shownPairs) { table.add([pair, NumberText.count(count)]) }
        lines += table.lines()
        if pairs.count > Self.shownPairs {
            lines.append("  and \(pairs.count - Self.shownPairs) other pairs")
        }
        return lines
    }

    private var edits: [String] {
        let edited = changes.filter { $0.kind == .edited }
        guard !edited.isEmpty else { return [] }
        let fields = Dictionary(grouping: edited, by: \.field).map { ($0.key, requests($0.value)) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0) \(NumberText.count($0.1))" }
        return ["\(DayText.counted(requests(edited), "request")) edited: \(fields.joined(separator: ", "))"]
    }
}
