package import Chronology
import Geometry

/// A column of the file that nothing is read from: it is passed on as it is.
package struct CarriedColumn: Sendable, Equatable {
    /// The column's name, as the file's header has it.
    package let name: String
    package internal(set) var texts = TextColumn()
}

/// All requests of one file, column by column: about 100 bytes a row where a row of Strings takes 1,000.
///
/// Rows stand in the file's order. Rows of the file = ``count`` + the counts of ``rejections`` and ``foldedRows``.
package struct RequestTable: Sendable {
    package internal(set) var ids = TextColumn()
    package internal(set) var categories = InternedColumn()
    package internal(set) var statuses = InternedColumn()
    /// What each text of ``statuses`` says, in their order.
    package internal(set) var statusReadings: [StatusReading] = []
    package internal(set) var opened = TimestampColumn()
    package internal(set) var closed = TimestampColumn()
    package internal(set) var addresses = TextColumn()

    /// Degrees as recorded, also out of range; NaN where there is no number.
    package internal(set) var longitudes: [Double] = []
    /// Degrees as recorded, also out of range; NaN where there is no number.
    package internal(set) var latitudes: [Double] = []
    package internal(set) var positionStates: [PositionState] = []
    /// The decimals that were written of a degree, the more of the two, for zeros at the end are often lost: 0 for `39`.
    package internal(set) var positionDecimals: [UInt8] = []

    /// What the CRM assigned: one column for each layer asked for, in their order.
    package internal(set) var assigned: [InternedColumn] = []

    // Columns that not every city has: empty where absent, and their subscripts then give nil or "".
    package internal(set) var channels = InternedColumn()
    package internal(set) var due = TimestampColumn()
    /// When each row was last changed: of rows that are one request the latest counts.
    package internal(set) var updated = TimestampColumn()
    package internal(set) var parents = TextColumn()
    /// Who referred each request.
    package internal(set) var referrals = InternedColumn()
    package internal(set) var zips = InternedColumn()
    package internal(set) var cities = InternedColumn()
    package internal(set) var descriptions = TextColumn()
    /// The columns that are passed on as they are, in the order in which they were asked for.
    package internal(set) var carried: [CarriedColumn] = []
    /// Columns that are kept as they are, and passed on by nobody.
    package internal(set) var kept: [CarriedColumn] = []

    /// The physical line on which each row begins, from 1; empty where they were let go of.
    package internal(set) var lines: [UInt32] = []
    /// The rows of the file that could not become a request, in the file's order.
    package internal(set) var rejections = RejectionLog()
    /// The rows of the file that are the same request as another row, in the file's order.
    package internal(set) var foldedRows: [FoldedRow] = []
    /// Fields that could not be read in rows that were, in the file's order.
    package internal(set) var notes: [RowNote] = []
    /// The rows whose id an earlier row has too, in order, and that are requests all the same: their category or time of
    /// opening is another.
    package internal(set) var repeatedIDRows: [Int] = []
    /// The requests whose id more than one row has; only where facts are to be made of the table.
    package internal(set) var repeatedIDs: [CityFacts.RepeatedID] = []
    /// What all of the city's requests tell, where that is known: every rule takes it instead of what these rows tell.
    package var facts: CityFacts?
    /// What was found about the file.
    package internal(set) var intake = IntakeSummary()

    package init() {}

    package var count: Int { positionStates.count }

    /// Notes the reference system of the eastings and northings that positions were made of; `nil` for degrees.
    package mutating func note(gridSystem: String?) { intake.gridSystem = gridSystem }

    /// Notes when the source was written: the only day that one without requests tells.
    package mutating func note(written moment: Timestamp) { intake.note(written: moment, rows: count) }
    /// The rows of the file, whatever became of them.
    package var rowsInFile: Int { count + rejections.count + foldedRows.count }

    package func id(at row: Int) -> String { ids[row] }
    /// The texts of a column that is carried or kept, as the file has them; `nil` for any other. Its name counts whatever its
    /// case and spaces.
    package func rawTexts(ofColumn name: String) -> TextColumn? {
        rawColumn(named: name)?.texts
    }

    /// The name that the file's header has for a column that is carried or kept.
    package func headerName(ofColumn name: String) -> String? { rawColumn(named: name)?.name }

    private func rawColumn(named name: String) -> CarriedColumn? {
        let raw = carried + kept
        return HeaderNames(raw.map(\.name)).index(of: name).map { raw[$0] }
    }

    /// The address text, or `nil` where it is blank.
    package func address(at row: Int) -> String? {
        addresses.range(at: row).isEmpty ? nil : addresses[row]
    }

    /// Calls a closure with the bytes of a row's address, without copying them.
    @inlinable package func withAddressBytes<Result, Failure: Error>(
        at row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try addresses.withBytes(at: row, body)
    }

    /// Returns the first row with an id, or `nil` where none has it. Takes time in proportion to the rows.
    package func row(id: String) -> Int? {
        let wanted = Array(id.utf8)
        return (0..<count).first { row in ids.withBytes(at: row) { $0.elementsEqual(wanted) } }
    }

    package subscript(row: Int) -> ServiceRequest {
        var request = ServiceRequest(id: ids[row])
        request.category = categories[row]
        request.status = statuses[row]
        request.channel = channels[row]
        request.opened = opened[row]
        request.closed = closed[row]
        request.due = due[row]
        request.address = address(at: row)
        request.zip = zips[row]
        request.city = cities[row]
        request.parent = parents.range(at: row).isEmpty ? nil : parents[row]
        if !longitudes[row].isNaN, !latitudes[row].isNaN {
            request.position = Coordinate(longitude: longitudes[row], latitude: latitudes[row])
        }
        request.positionState = positionStates[row]
        request.positionDecimals = Int(positionDecimals[row])
        request.assigned = assigned.map { $0[row] }
        if row < lines.count { request.line = Int(lines[row]) }
        return request
    }
}
