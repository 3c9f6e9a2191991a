import DelimitedText
import Geometry

/// Looks at a file's columns of positions, for what only many rows tell of how they are written.
struct PositionSurvey: Sendable {
    /// What rows alone leave open.
    enum Question: Sendable, Hashable {
        /// What parts the thousands of eastings and northings.
        case thousands(x: Int, y: Int)
        /// Which number of a pair comes first in this column.
        case order(column: Int)
    }

    /// So many rows that say the same leave little doubt of what the others say.
    static let enough = 1000

    let question: Question
    private(set) var grouping = NumberGrouping.Survey()
    private(set) var order: LocationOrder.Survey
    private var dialect: Dialect
    private let columnCount: Int
    /// Whether rows were left out that cannot be looked at before they are read.
    var isOfBeginningAlone = false

    /// - Parameter city: The box around the city's areas.
    /// - Returns: `nil` where the columns leave nothing open.
    init?(_ map: ColumnMap, dialect: Dialect, city: Box<Coordinate>?) {
        if map.hasGrid || map.second == .grid, let x = map.columns[.x], let y = map.columns[.y] {
            question = .thousands(x: x, y: y)
        } else if !map.hasDegrees || map.second == .text, let column = map.columns[.location] {
            question = .order(column: column)
        } else {
            return nil
        }
        self.dialect = dialect
        columnCount = map.header.names.count
        order = LocationOrder.Survey(city: city)
    }

    /// Whether more rows would hardly tell anything else.
    var isClear: Bool {
        switch question {
        case .thousands: grouping.isPlain
        case .order: order.isClear
        }
    }

    /// Looks at the records of a block.
    mutating func look(at block: TextBlock) {
        let wanted =
            switch question {
            case .thousands(let x, let y): Set([x, y]).sorted()
            case .order(let column): [column]
            }
        let layout = RecordLayout(columnCount: columnCount, requiredCount: 1, wanted: wanted)
        var scanner = RecordScanner(dialect: dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var block = block
        while scanner.next(of: &block, into: &batch) {
            for slot in wanted.indices {
                batch.withFields(slot: slot, of: block) { texts in
                    for row in 0..<texts.count where !BlankText.isBlank(texts[row]) { look(at: texts[row]) }
                }
            }
        }
    }

    private mutating func look(at text: UnsafeBufferPointer<UInt8>) {
        switch question {
        case .thousands: grouping.look(at: text)
        case .order: order.look(at: PositionText(text))
        }
    }

    /// Returns the same survey before it has looked at anything, for a file that is written so.
    func emptied(for dialect: Dialect) -> PositionSurvey {
        var survey = self
        survey.dialect = dialect
        survey.grouping = NumberGrouping.Survey()
        survey.order = order.emptied
        return survey
    }

    /// Takes up what another survey of the same columns counted.
    static func += (one: inout PositionSurvey, other: PositionSurvey) {
        one.grouping += other.grouping
        one.order += other.order
    }
}
