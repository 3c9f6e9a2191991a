import Locating
import Records
import WardlineKit

/// Tells people where the rows of a file were found.
struct LocatedFileText {
    let summary: LocatedSummary

    var text: String {
        let unread = summary.rows - summary.read
        var lines = [
            Terminal.bold("Areas of \(summary.sourceName)"),
            "\(DayText.counted(summary.rows, "row")) (\(summary.dialect)): \(NumberText.count(summary.read)) read,"
                + " \(NumberText.count(unread)) not",
            "  columns: \(summary.columns.joined(separator: ", "))",
        ]
        lines += summary.remarks + [""] + places
        for layer in summary.layers { lines += ["", Terminal.bold(layer.title)] + areas(layer) }
        return TerminalText.text(ofLines: lines)
    }

    private var places: [String] {
        var table = TextTable([.left, .right, .right])
        for (source, count) in summary.sources {
            table.add([source.located, NumberText.count(count), share(count)])
        }
        for (reason, count) in summary.missing {
            table.add(["not located, \(reason.reason)", NumberText.count(count), share(count)])
        }
        return table.lines()
    }

    private func areas(_ layer: LocatedSummary.Layer) -> [String] {
        var table = TextTable([.left, .right, .right, .left])
        for doubt in LocatedDoubt.allCases {
            guard let count = layer.counts[doubt] else { continue }
            table.add([doubt.meaning, NumberText.count(count), share(count), doubt.word])
        }
        return table.lines()
    }

    private func share(_ count: Int) -> String { NumberText.share(count, of: summary.read) }
}

extension Position.Source {
    fileprivate var located: String {
        switch self {
        case .recorded: "at the recorded position"
        case .addressPoint: "located by the address's point"
        case .range: "located by a range of house numbers"
        case .intersection: "located by an intersection"
        case .block: "located by a block"
        case .street: "located by a street"
        }
    }
}
