import Chronology
import DelimitedText
import Wording

/// What is read from each record of one file: decided once, the same for all threads.
struct IntakePlan: Sendable {
    /// A field that is read, and the slot of the batch that holds it.
    typealias Slot = Int

    let dialect: Dialect
    let layout: RecordLayout
    let slots: [RequestField: Slot]
    /// The columns of the file that the slots are of.
    let columns: [RequestField: Int]
    /// Whether the city file marks a category private; `nil` where it marks none.
    let isPrivate: (@Sendable (String) -> Bool)?
    let assignedSlots: [Slot]
    /// The parts of the address, in order; empty where one column holds it.
    let addressParts: [Slot]
    /// The part before which a `&` stands, since two streets meet; `nil` for none.
    let crossingPart: Int?
    /// The columns that are passed on as they are.
    let carriedSlots: [Slot]
    let carriedNames: [String]
    let dates: [RequestField: DateColumnReader]
    /// The dates that stand in several columns.
    let joinedDates: [RequestField: JoinedDate]
    /// The slots by which a row tells that it is a request; none where any table is read.
    let tellingSlots: [Slot]
    /// The slots in which each request has digits.
    let numberSlots: [Slot]
    /// What stands in ``numberSlots`` of a second line of names below the header; none where there is no such line.
    let labels: [String]
    let positions: PositionForm
    /// By which columns rows without degrees are placed.
    let secondPositions: PositionColumns
    /// The columns kept as repeated texts, before the assigned ones.
    let internedFields: [RequestField]
    let textFields: [RequestField]
    let expectedFields: Int
    /// Whether the file's first column is that of the ids.
    let beginsWithID: Bool
    /// The slots whose cells repeat the header's names where a file is several that were joined: of the id first, and of
    /// the category or the opening. Empty where the file has no column of ids, or none of these.
    let headerCells: [(slot: Slot, name: [UInt8])]
    /// The slots that are read and the names of their columns, as ``folded(_:)`` has them, and those of all columns of the file.
    let columnNames: [(slot: Slot, name: [UInt8])]
    let allNames: Set<[UInt8]>
    /// No text of more bytes is the name of a column, however its words are parted.
    let longestName: Int

    var hasAddress: Bool { !addressParts.isEmpty || slots[.address] != nil }

    /// Texts that repeat and are kept once.
    static let interned: [RequestField] = [.category, .status, .channel, .zip, .city, .referral]
    static let dates: [RequestField] = [.opened, .closed, .due, .updated]
    /// What has digits in each request.
    static let numbers: [RequestField] = [.id, .opened, .longitude, .latitude, .x, .y]

    init(
        map: ColumnMap, dialect: Dialect, descriptions: Descriptions, dates: [RequestField: DateColumnReader],
        positions: PositionForm = PositionForm(), labels: [String] = [],
        isPrivate: (@Sendable (String) -> Bool)? = nil
    ) {
        self.isPrivate = isPrivate
        columns = map.columns
        self.positions = positions
        secondPositions = map.second
        self.labels = labels
        let fields = RequestField.allCases.filter { field in
            map.columns[field] != nil && (field != .description || descriptions == .read)
                && (field != .location || map.second == .text || !(map.hasDegrees || map.hasGrid))
        }
        let wanted = Set(
            fields.compactMap { map.columns[$0] } + map.assigned + map.addressParts + map.carried
                + map.times.values + map.dateParts.values.joined()
        ).sorted()
        let places = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($1, $0) })
        slots = Dictionary(
            uniqueKeysWithValues: fields.compactMap { field in
                map.columns[field].flatMap { places[$0] }.map { (field, $0) }
            })
        addressParts = map.addressParts.compactMap { places[$0] }
        crossingPart = map.crossingPart
        joinedDates = JoinedDate.all(map) { places[$0] }
        tellingSlots = map.essential.isEmpty ? [] : map.used.compactMap { places[$0] }.sorted()
        numberSlots = Self.numbers.compactMap { map.columns[$0] }.compactMap { places[$0] }
        carriedNames = map.carried.map { map.header.names[$0] }
        carriedSlots = map.carried.compactMap { places[$0] }
        assignedSlots = map.assigned.compactMap { places[$0] }
        let witness = [RequestField.category, .opened].first { map.columns[$0] != nil }
        let named = [RequestField.id, witness].compactMap { field -> (slot: Slot, name: [UInt8])? in
            guard let field, let index = map.columns[field], let slot = places[index] else { return nil }
            return (slot, Array(map.header.names[index].utf8))
        }
        let folded = map.header.names.map { Self.folded($0) }
        columnNames = wanted.map { (places[$0] ?? 0, folded[$0]) }
        allNames = Set(folded.filter { !$0.isEmpty })
        longestName = (map.header.names.map(\.utf8.count).max() ?? 0) * 2
        headerCells = map.columns[.id] != nil && named.count == 2 ? named : []
        let essential = map.essential.compactMap { map.columns[$0] } + (map.dateParts[.opened] ?? [])
        expectedFields = map.header.names.count
        beginsWithID = map.columns[.id] == 0
        layout = RecordLayout(
            columnCount: map.header.names.count, requiredCount: (essential.max() ?? 0) + 1, wanted: wanted)
        internedFields = Self.interned.filter { map.columns[$0] != nil || $0 == .category || $0 == .status }
        textFields = fields.filter { $0 == .parent || $0 == .description }
        self.dialect = dialect
        self.dates = dates
    }

    /// Returns the letters and digits of a name, without case, accents and what parts its words: `SR NUMBER` is `sr_number`.
    static func folded(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard name.allSatisfy({ $0 < 0x80 }) else { return folded(String(decoding: name, as: UTF8.self)) }
        var folded: [UInt8] = []
        folded.reserveCapacity(name.count)
        for byte in name {
            switch byte {
            case 48...57, 97...122: folded.append(byte)
            case 65...90: folded.append(byte | 0x20)
            default: break
            }
        }
        // A name of signs alone, as `#`, is told by them.
        return folded.isEmpty ? name.filter { $0 > 0x20 } : folded
    }

    static func folded(_ name: String) -> [UInt8] {
        let words = NameKey(name).words
        return words.isEmpty ? name.utf8.filter { $0 > 0x20 } : Array(words.joined().utf8)
    }
}

/// Whether the free text of each request is kept: it is large and personal.
package enum Descriptions: Sendable {
    case skip, read
}
