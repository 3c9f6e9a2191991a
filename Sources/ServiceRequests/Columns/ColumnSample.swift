import DelimitedText

/// The texts of a file's first rows, column by column, for looking at columns before it is known what they mean.
struct ColumnSample {
    private(set) var columns: [[String]]
    private let names: [String]

    /// How many rows are looked at.
    private static let rowCount = 400

    init(_ file: borrowing DelimitedFile) {
        names = file.shape.header
        let layout = RecordLayout(columnCount: names.count, requiredCount: 1, wanted: Array(names.indices))
        var scanner = RecordScanner(dialect: file.shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var block = file.sampleBlock()
        columns = names.map { _ in [] }
        guard scanner.next(of: &block, into: &batch) else { return }
        for column in names.indices {
            batch.withFields(slot: column, of: block) { fields in
                columns[column] = (0..<min(batch.count, Self.rowCount)).map { row in
                    BlankText.isBlank(fields[row]) ? "" : FieldText.string(fields[row])
                }
            }
        }
    }

    /// Whether what stands above the rows are names, which errors may show.
    var isBelowHeader: Bool { HeaderEvidence.isPlausible(names, above: columns) }

    /// Returns a column's first texts, empty where they are blank.
    func texts(_ column: Int) -> [String] { columns[column] }

    /// Returns what stands in the columns of numbers of the first row where that is a second line of names or types: words alone, and
    /// numbers below them. Empty where it is none.
    func labels(of map: ColumnMap) -> [String] {
        let numbers = IntakePlan.numbers.compactMap { map.columns[$0] }.map { columns[$0] }
        guard numbers.count > 1, let rows = numbers.first?.count, rows > 1,
            numbers.allSatisfy({ LabelText.isWords($0[0].utf8) })
        else { return [] }
        let fitting = (1..<rows).count { row in numbers.allSatisfy { !LabelText.isWords($0[row].utf8) } }
        return fitting * 10 >= (rows - 1) * 9 ? numbers.map { $0[0] } : []
    }

    /// Returns the names of columns in whose first rows no text comes twice, those that sound like ids first.
    func columnsWithoutRepeats(except column: Int) -> [String] {
        let unique = columns.indices.filter { other in
            let texts = columns[other].filter { !$0.isEmpty }
            return other != column && !names[other].isEmpty && texts.count * 2 > columns[other].count
                && Set(texts).count == texts.count
        }
        let soundsLikeID = unique.filter { index in
            let words = StatusWordList.words(of: names[index])
            return words.contains {
                $0.hasSuffix("id") || ["key", "number", "num", "no", "case", "ref"].contains($0)
            }
        }
        return (soundsLikeID + unique.filter { !soundsLikeID.contains($0) }).prefix(5).map { names[$0] }
    }
}
