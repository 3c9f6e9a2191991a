import DelimitedText
import Geocoding
import Records

/// What came of the addresses of a file, counted.
struct GeocodeTally: Sendable {
    private(set) var rows = 0
    private(set) var matches: [MatchPrecision: Int] = [:]
    private(set) var ties = 0
    /// Of addresses that were not placed, by reason.
    private(set) var reasons: [String: Int] = [:]
    /// Of matches, how many have each fault.
    private(set) var faults: [MatchFault: Int] = [:]
    /// The lines of rows that could not be read; from 0 in a block, from 1 in the whole file.
    var unreadable: [Int] = []

    var matchCount: Int { matches.values.reduce(0, +) }

    mutating func add(_ result: GeocodedAddress) {
        rows += 1
        switch result.status {
        case .match:
            guard let match = result.match else { return }
            matches[match.precision, default: 0] += 1
            for fault in match.faults { faults[fault, default: 0] += 1 }
        case .tie: ties += 1
        case .none(let reason): reasons[reason.name, default: 0] += 1
        }
    }

    /// - Parameter firstLine: The line on which the other's block begins.
    mutating func add(_ other: GeocodeTally, firstLine: Int) {
        rows += other.rows
        matches.merge(other.matches, uniquingKeysWith: +)
        ties += other.ties
        reasons.merge(other.reasons, uniquingKeysWith: +)
        faults.merge(other.faults, uniquingKeysWith: +)
        unreadable += other.unreadable.map { firstLine + $0 }
    }
}

/// Tells people what came of the addresses of a file.
struct GeocodeSummary {
    let source: String
    let tally: GeocodeTally
    let dialect: Dialect

    var text: String {
        let all = tally.rows + tally.unreadable.count
        var lines = [
            Terminal.bold("Addresses of \(source)"),
            "\(NumberText.count(all)) rows (\(dialect)): \(NumberText.count(tally.rows)) read, "
                + "\(NumberText.count(tally.unreadable.count)) not\(unreadableLines)",
            "",
        ]
        lines += counts.lines()
        if !tally.faults.isEmpty {
            lines += ["", "Matches depart from the reference by"]
            lines += faults.lines()
        }
        return lines.joined(separator: "\n") + "\n"
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
