import Maps
import PageLanguage
import ServiceLevels

extension FigureTable {
    /// The table as pages show it; `nil` where it has no rows.
    var pageTable: PageTable? {
        guard !rows.isEmpty else { return nil }
        let count = ([header] + rows).map(\.count).max() ?? 0
        let head = (0..<count).map { header.indices.contains($0) ? header[$0] : "" }
        return PageTable(caption: title, header: head, rows: rows, wordColumns: wordColumns)
    }

    /// The table as a section of its own, under its title or another one.
    ///
    /// - Parameter also: Notes on the figure.
    func section(
        _ words: PageWords, _ heading: String? = nil, figure: PageFigure? = nil, also: [String] = []
    ) -> PageSection {
        PageSection(
            heading ?? title, paragraphs: pageTable == nil ? [words("Nothing to show.")] : [], figure: figure,
            tables: pageTable.map { [$0] } ?? [], notes: notes + also)
    }
}
