import Geocoding
import Records

/// Tells people what came of the addresses of a file.
struct GeocodeSummary {
    let source: String
    let tally: GeocodeTally
    let dialect: String

    var text: String {
        let all = tally.rows + tally.unreadable.count
        var lines = [
            Terminal.bold("Addresses of \(source)"),
            "\(DayText.counted(all, "row")) (\(dialect)): \(NumberText.count(tally.rows)) read, "
                + "\(NumberText.count(tally.unreadable.count)) not\(unreadableLines)",
            "",
        ]
        lines += counts.lines()
        if !tally.faults.isEmpty {
            lines += ["", "Matches depart from the reference by"]
            lines += faults.lines()
        }
        return TerminalText.text(ofLines: lines)
    }

    private var unreadableLines: String {
        guard !tally.unreadable.isEmpty else { return "" }
        let first = tally.unreadable.prefix(5).map(String.init).joined(separator: ", ")
        return " (line \(first)\(tally.unreadable.count > 5 ? ", …" : "")); --rejects FILE lists them"
    }

    private var counts: TextTable {
        var table = TextTable([.left, .right, .right])
        func add(_ name: String, _ count: Int) {
            table.add([name, NumberText.count(count), NumberText.share(count, of: tally.rows)])
        }
        add("match", tally.matchCount)
        for precision in MatchPrecision.allCases {
            if let count = tally.matches[precision] { add("  \(precision.name)", count) }
        }
        add("tie", tally.ties)
        add("none", tally.reasons.values.reduce(0, +))
        for (reason, count) in tally.reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            add("  \(reason)", count)
        }
        return table
    }

    private var faults: TextTable {
        var table = TextTable([.left, .right])
        let sorted = tally.faults.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        for (fault, count) in sorted { table.add([fault.name, NumberText.count(count)]) }
        return table
    }
}
