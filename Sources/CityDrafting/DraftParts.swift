import Geometry
import Locating
import ServiceRequests

/// What was found in a city's files, before it is written.
struct DraftParts: Sendable {
    let sample: RequestSample
    var columns: RequestColumns
    var grid: GridSearch?
    /// The box around the areas.
    var city: Box<Coordinate>?
    /// What is to be said of the order of a column's two numbers, and of two columns that were exchanged.
    var positionRemarks: [String] = []
    var groups: [[Int]] = []
    /// In the order of the groups.
    var layers: [MatchedFile] = []
    var middle: Coordinate?
    var positionCount = 0
    /// Positions of the sample that so many rows share that they stand for none.
    var sharedPositions: [(position: Coordinate, rows: Int)] = []
    var country: String?
    var zone: CityZone?
    var hasZoneTable = false
    var streets: ReferenceColumns?
    var addresses: ReferenceColumns?
    var trial: DraftTrial?
    /// How recorded positions agree with the addresses beside them; `nil` where no streets tell.
    var agreement: AddressAgreement?
    /// What of the streets and addresses lies elsewhere than the areas.
    var misplaced: [ReferenceCheck.Misplaced] = []
    var failure: String?

    init(sample: RequestSample, columns: RequestColumns) {
        self.sample = sample
        self.columns = columns
    }
}

/// What reading all requests by the draft showed.
struct DraftTrial: Sendable {
    let rows: Int
    let rejected: Int
    let dateOrder: SettledDateOrder?
    let statuses: StatusTally
    let located: Int
    /// What the reader says of the file's form.
    let remarks: [String]
    let oddTexts: OddTexts
    /// Positions that many unrelated addresses share, the most frequent first.
    let placeholders: [Placeholder]
    /// For each status of which no word is known: its rows, and those of them that have a closing time.
    let unknownStatuses: [(status: String, rows: Int, closed: Int)]

    init(_ table: RequestTable, jobs: Int) {
        placeholders = PlaceholderFinder().find(in: table, jobs: jobs).all
        rows = table.count
        remarks = table.intake.remarks
        oddTexts = table.intake.oddTexts
        rejected = table.rejections.count
        dateOrder = table.intake.dateOrder
        statuses = StatusTally(table)
        located = table.positionStates.count { $0 == .recorded }
        var closed: [String: Int] = [:]
        for (row, status) in table.statuses.indices.enumerated() where status >= 0 && table.closed[row] != nil
        {
            closed[table.statuses.values[Int(status)], default: 0] += 1
        }
        unknownStatuses = statuses.entries(nil).compactMap { entry in
            entry.status.map { ($0, entry.count, closed[$0] ?? 0) }
        }
    }
}
