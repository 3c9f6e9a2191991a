import Chronology
import Records
import ServiceRequests

/// A request as a workspace has it.
struct KeptRequest {
    let key: Int64
    /// The day since which the CRM has it no more.
    let deleted: String?
    let values: [KeptValue]

    /// Returns the values of a row with what is kept where the row's file says nothing.
    func completing(_ row: [KeptValue], without columns: [Int]) -> [KeptValue] {
        var row = row
        for column in columns { row[column] = values[column] }
        return row
    }
}

/// Finds the request of a workspace that a row of a file is a state of: that of its id, category and time of opening or, where one
/// alone on either side has the id, that one: its category or opening was rewritten.
///
/// The rows of a file are requests of their own, so that no two of them are states of one.
struct RequestMatcher {
    enum Match {
        case state(of: KeptRequest)
        /// The same, whose id is kept in another spelling.
        case respelt(KeptRequest)
        /// Requests have the id, and it is another one.
        case another
        /// No request has the id.
        case new
    }

    private let find: KeptStatement
    private let columns: [KeptColumn]
    private let withoutColumn: [Int]
    /// The rows of the file whose id another one of its rows has too.
    private let sharing: Set<Int>
    /// What those rows are states of.
    private var taken: Set<Int64> = []
    private var spellings: KeptSpellings

    /// - Parameters:
    ///   - withoutColumn: The columns of which the file says nothing.
    ///   - find: Gives key, day of deletion and columns of the requests of an id, in order.
    ///   - spellings: Finds ids that are kept in another spelling.
    init(
        _ table: RequestTable, columns: [KeptColumn], withoutColumn: [Int], find: KeptStatement,
        spellings: KeptSpellings
    ) {
        self.spellings = spellings
        self.columns = columns
        self.withoutColumn = withoutColumn
        self.find = find
        sharing = Set(table.rowsSharingIDs)
    }

    mutating func match(_ values: [KeptValue], at row: Int) throws -> Match {
        let all = try requests(withID: values[0])
        let left = sharing.contains(row) ? all.filter { !taken.contains($0.key) } : all
        // Without a column of openings nothing tells one request of an id from the others.
        let withoutColumn = withoutColumn
        let isOpeningTold = !withoutColumn.contains(Self.opened)
        func completed(_ kept: KeptRequest) -> [KeptValue] { kept.completing(values, without: withoutColumn) }
        let state =
            left.first { isOpeningTold && $0.values == completed($0) }
            ?? left.first { isOpeningTold && Self.isSameRequest($0.values, completed($0)) }
            ?? (all.count == 1 && !sharing.contains(row)
                ? all.first { Self.isRewritten($0.values, as: completed($0)) } : nil)
        guard let state else {
            guard all.isEmpty, isOpeningTold else { return left.isEmpty ? .new : .another }
            for id in try spellings.others(of: values[0]) {
                let kept = try requests(withID: id).first {
                    Self.isSameRequest($0.values, completed($0)) && !taken.contains($0.key)
                }
                guard let kept else { continue }
                taken.insert(kept.key)
                return .respelt(kept)
            }
            return .new
        }
        take(state.key, at: row)
        return .state(of: state)
    }

    /// Notes which request a row is a state of, or became.
    mutating func take(_ key: Int64, at row: Int) {
        if sharing.contains(row) { taken.insert(key) }
    }

    private func requests(withID id: KeptValue) throws -> [KeptRequest] {
        find.bind(id, at: 1)
        var all: [KeptRequest] = []
        while try find.step() {
            let values = columns.enumerated().map { find.value(Int32($0.offset) + 2, of: $0.element) }
            all.append(KeptRequest(key: find.whole(0), deleted: find.text(1), values: values))
        }
        return all
    }

    static let category = KeptColumn.index(of: .text(.category))
    static let opened = KeptColumn.index(of: .moment(.opened))

    /// Without a time of opening nothing but the same row is the same request, as within a file.
    private static func isSameRequest(_ one: [KeptValue], _ other: [KeptValue]) -> Bool {
        RespeltValues.isSameCategory(one[category], other[category]) && one[opened] == other[opened]
            && one[opened] != .text(nil)
    }

    /// Whether one request may be in both states: the CRM gave it another category, or another opening by how that is written, in
    /// another time zone or as a day alone. An id that comes with both, or with an opening of another day, was given again.
    private static func isRewritten(_ one: [KeptValue], as other: [KeptValue]) -> Bool {
        guard let opening = moment(one[opened]), let reopening = moment(other[opened]), opening != reopening
        else { return true }
        let isSameKind =
            RespeltValues.isSameCategory(one[category], other[category])
            || [one, other].contains { $0[category] == .text(nil) }
        return isSameKind && abs(opening - reopening) <= longestShift
    }

    /// Seconds.
    private static let longestShift: Int64 = 86_400

    static func moment(_ value: KeptValue) -> Int64? {
        guard case .text(var text?) = value else { return nil }
        return text.withUTF8(GeoPackageMoment.moment)?.secondsSince1970
    }
}
