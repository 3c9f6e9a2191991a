/// What figures are made of, of the requests of one part of a file: their category, status, channel and moments, row by row in
/// the file's order, and what became of the other rows. No address and no position; ids only where a figure names them.
package struct RequestSums: Codable, Sendable, Equatable {
    package let intake: IntakeSums
    package let count: Int
    /// By facts of how many requests the part was judged; `nil` where it was judged by itself.
    let facts: Facts?
    let rejected: [Rejected]
    let merged: Int
    let superseded: Int
    let notes: [Note]
    let repeatedIDRows: PackedNumbers
    let categories: TextSums
    let statuses: TextSums
    let statusReadings: [StatusReading]
    let channels: TextSums
    let referrals: TextSums
    let assigned: [TextSums]
    let opened: PackedNumbers
    /// Seconds from the opening, or from 1970 where there is none; ``Self/none`` where a row has no such moment.
    let closed: PackedNumbers
    let due: PackedNumbers
    /// The rows that repeat another request.
    let childRows: PackedNumbers
    /// The requests that they repeat, where that is told.
    let parents: [String]?
    /// `nil` where no figure goes by how near requests are.
    let places: PlaceSums?
    /// Ids that are told, with their rows.
    let ids: [String]
    let idRows: PackedNumbers

    /// Whether rows were found whose id an earlier row of the part has.
    var hasRepeatedIDs: Bool { merged + superseded > 0 || !repeatedIDRows.numbers.isEmpty }

    struct Facts: Codable, Sendable, Equatable {
        let wardline: String
        let city: String
        let rows: Int
        let days: CityFacts.Days?

        var text: String { "facts of \(rows) requests" }
    }

    struct Rejected: Codable, Sendable, Equatable {
        let reason: Rejection.Reason
        let rows: Int
    }

    struct Note: Codable, Sendable, Equatable {
        let field: RequestField
        let problem: RowNote.Problem
        let rows: Int
    }

    enum CodingKeys: String, CodingKey {
        case intake, count, facts, rejected, merged, superseded, notes
        case repeatedIDRows = "repeated_id_rows"
        case categories, statuses
        case statusReadings = "status_readings"
        case channels, referrals, assigned, opened, closed, due
        case childRows = "child_rows"
        case parents, places, ids
        case idRows = "id_rows"
    }

    /// - Parameters:
    ///   - areParentsTold: Whether figures go by which request another one repeats.
    ///   - arePlacesTold: Whether figures go by how near requests are.
    ///   - isIDTold: Whether figures name a row's id.
    package init(
        _ table: RequestTable, areParentsTold: Bool = false, arePlacesTold: Bool = false,
        isIDTold: (Int) -> Bool = { _ in false }
    ) {
        places = arePlacesTold ? PlaceSums(table) : nil
        intake = IntakeSums(table.intake)
        count = table.count
        facts = table.facts.map {
            Facts(wardline: $0.wardline, city: $0.city, rows: $0.rows, days: $0.days)
        }
        rejected = table.rejections.counts().map { Rejected(reason: $0.key, rows: $0.value) }
            .sorted { "\($0.reason)" < "\($1.reason)" }
        merged = table.foldedRows.count { $0.kind == .merged }
        superseded = table.foldedRows.count - merged
        struct Key: Hashable {
            let field: RequestField
            let problem: RowNote.Problem
        }
        let noted = table.notes.reduce(into: [Key: Int]()) {
            $0[Key(field: $1.field, problem: $1.problem), default: 0] += 1
        }
        notes = noted.map { Note(field: $0.key.field, problem: $0.key.problem, rows: $0.value) }
            .sorted { ($0.problem.rawValue, $0.field.rawValue) < ($1.problem.rawValue, $1.field.rawValue) }
        repeatedIDRows = PackedNumbers(table.repeatedIDRows, isStepped: true)
        categories = TextSums(table.categories)
        statuses = TextSums(table.statuses)
        statusReadings = table.statusReadings
        channels = TextSums(table.channels)
        referrals = TextSums(table.referrals)
        assigned = table.assigned.map(TextSums.init)
        opened = PackedNumbers(MomentPacking.filled(table.opened.seconds), isStepped: true)
        closed = PackedNumbers(MomentPacking.waits(table.closed, since: table.opened))
        due = PackedNumbers(MomentPacking.waits(table.due, since: table.opened))
        let children = (0..<table.parents.count).filter { !table.parents.range(at: $0).isEmpty }
        childRows = PackedNumbers(children, isStepped: true)
        parents = areParentsTold ? children.map { table.parents[$0] } : nil
        // The first one is shown as an example.
        let damaged =
            table.intake.spreadsheetIDs > 0 ? (0..<table.count).first(where: table.hasRewrittenID) : nil
        let told = (0..<table.count).filter { $0 == damaged || isIDTold($0) }
        ids = told.map(table.id)
        idRows = PackedNumbers(told, isStepped: true)
    }
}

extension RequestSums {
    /// How many requests the facts are of that the part was judged by; `nil` where it was judged by itself.
    package var knownCount: Int? { facts?.rows }

    /// The categories that its requests have; `nil` stands for none.
    package var presentCategories: [String?] {
        var isPresent = [Bool](repeating: false, count: categories.texts.count)
        var isBlankPresent = categories.rows.numbers.isEmpty && count > 0
        for row in categories.rows.numbers {
            if row >= 0, row < isPresent.count { isPresent[Int(row)] = true } else { isBlankPresent = true }
        }
        return zip(categories.texts, isPresent).filter(\.1).map(\.0) + (isBlankPresent ? [nil] : [])
    }

    /// Whether another part has the same requests: the same ones read twice.
    package func isSame(as other: RequestSums) -> Bool {
        count == other.count && opened == other.opened && closed == other.closed
            && categories == other.categories && assigned == other.assigned
    }
}

/// Moments as short numbers.
enum MomentPacking {
    /// What stands for no moment: shorter than ``TimestampColumn/missing``, and no moment that a date can be read as.
    static let none: Int64 = -9_999_999_999_999

    static func filled(_ seconds: MomentSeconds) -> [Int64] {
        seconds.map { $0 == TimestampColumn.missing ? none : $0 }
    }

    static func moments(_ packed: PackedNumbers) -> [Int64] {
        packed.numbers.map { $0 == none ? TimestampColumn.missing : $0 }
    }

    static func waits(_ column: TimestampColumn, since opened: TimestampColumn) -> [Int64] {
        column.seconds.indices.map { row in
            let moment = column.seconds[row]
            guard moment != TimestampColumn.missing else { return none }
            let start = row < opened.seconds.count ? opened.seconds[row] : TimestampColumn.missing
            return start == TimestampColumn.missing ? moment : moment - start
        }
    }

    static func moments(_ waits: PackedNumbers, since opened: [Int64]) -> [Int64] {
        waits.numbers.indices.map { row in
            let wait = waits.numbers[row]
            guard wait != none else { return TimestampColumn.missing }
            let start = row < opened.count ? opened[row] : TimestampColumn.missing
            return start == TimestampColumn.missing ? wait : start + wait
        }
    }
}
