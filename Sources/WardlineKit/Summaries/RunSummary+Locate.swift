import Locating

extension RunSummary {
    /// Creates the summary of rows that were located.
    package init(_ located: LocatedSummary) {
        self.init(command: "locate")
        sources = [("rows", located.sourceName)]
        takenForGranted = located.columns.map { Assumption("column", $0) }
        let parts = [("read", located.read), ("unread", located.rows - located.read)]
        counts = [("rows", located.rows)] + parts
        counts += located.sources.map { ("located_by.\($0.source.rawValue)", $0.count) }
        counts += located.missing.map { ("not_located.\($0.reason)", $0.count) }
        sums = [
            Sum("rows", total: located.rows, parts: parts),
            Sum(
                "places", total: located.read,
                parts: located.sources.map { ($0.source.rawValue, $0.count) }
                    + located.missing.map { ("\($0.reason)", $0.count) }),
        ]
        for layer in located.layers {
            let doubts = LocatedDoubt.allCases.compactMap { doubt in
                layer.counts[doubt].map { (doubt == .none ? "sure" : doubt.word, $0) }
            }
            sums.append(Sum("\(layer.name).doubts", total: located.read, parts: doubts))
            figures += doubts.map { Figure("\(layer.name).\($0.0)", $0.1, of: located.read) }
        }
    }
}
