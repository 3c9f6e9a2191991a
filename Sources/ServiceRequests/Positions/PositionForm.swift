import DelimitedText
import Geometry

/// How a file's columns of positions are written, settled for all of their rows by those of the first MiB.
struct PositionForm: Sendable {
    /// What parts the thousands of eastings and northings; `nil` where no point and no comma does.
    private(set) var grouping: NumberGrouping?
    /// Which number of a pair comes first, where pairs leave that open; `nil` where nothing tells it.
    private(set) var order: PositionText.Order?
    /// What people should know of it.
    private(set) var remarks: [String] = []

    init() {}

    /// - Parameters:
    ///   - isInMetres: Whether the grid's unit is so short that a city is thousands of it wide.
    ///   - city: The box around the city's areas; asked for at most once.
    init(
        _ sample: TextBlock, dialect: Dialect, map: ColumnMap, isInMetres: Bool,
        city: () -> Box<Coordinate>?
    ) {
        if map.hasGrid, let x = map.columns[.x], let y = map.columns[.y] {
            var survey = NumberGrouping.Survey()
            Self.forEachText(sample, dialect, columns: [x, y], of: map) { survey.look(at: $0) }
            grouping = NumberGrouping(survey, isGrid: isInMetres)
            remarks += [grouping].compactMap { $0.map { "numbers of x and y: \($0.title)" } }
        } else if !map.hasDegrees, let column = map.columns[.location] {
            var texts: [String] = []
            Self.forEachText(sample, dialect, columns: [column], of: map) {
                texts.append(FieldText.string($0))
            }
            let found = LocationOrder(texts, column: map.header.names[column], city: city)
            order = found.order
            remarks += [found.remark].compactMap { $0.map { "location \($0)" } }
        }
    }

    /// Reads half of a position.
    func number(_ text: UnsafeBufferPointer<UInt8>) -> PositionNumber? {
        if let grouping { grouping.number(text) } else { PositionNumber(text) }
    }

    private static func forEachText(
        _ sample: TextBlock, _ dialect: Dialect, columns: [Int], of map: ColumnMap,
        do look: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let wanted = Set(columns).sorted()
        let layout = RecordLayout(columnCount: map.header.names.count, requiredCount: 1, wanted: wanted)
        var scanner = RecordScanner(dialect: dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var block = sample
        while scanner.next(of: &block, into: &batch) {
            for slot in wanted.indices {
                batch.withFields(slot: slot, of: block) { texts in
                    for row in 0..<texts.count where !BlankText.isBlank(texts[row]) { look(texts[row]) }
                }
            }
        }
    }
}
