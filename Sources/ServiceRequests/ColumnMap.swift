import Wording

/// Which column of one file holds what.
struct ColumnMap {
    let header: HeaderNames
    private(set) var columns: [RequestField: Int] = [:]
    private(set) var assigned: [Int] = []
    private(set) var profile: ColumnProfile?
    private(set) var coordinateSystem: String?
    var hasDegrees: Bool { columns[.longitude] != nil && columns[.latitude] != nil }
    var hasGrid: Bool { !hasDegrees && columns[.x] != nil && columns[.y] != nil }

    /// Finds the columns by the header, by a named profile, or as they are spelled out.
    init(
        header names: [String], line: Int, source: String, selection: ColumnSelection, layers: [String]
    ) throws(RequestError) {
        header = HeaderNames(names)
        if let name = selection.profile {
            profile = try ColumnProfile.named(name)
        } else if !Self.isComplete(selection) {
            profile = ColumnProfile.best(for: header)
            if profile == nil, selection.columns.isEmpty {
                throw .noProfileFits(source: source, line: line, header: names)
            }
        }
        coordinateSystem = selection.coordinateSystem ?? profile?.coordinateSystem
        takeProfileColumns()
        for (field, name) in selection.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            columns[field] = try place(of: name, meaning: field.rawValue, source)
        }
        for layer in layers { assigned.append(try place(of: layer, meaning: "assigned", source)) }
        try check(selection, source)
    }

    private static func isComplete(_ selection: ColumnSelection) -> Bool {
        [.id, .category, .opened].allSatisfy { selection.columns[$0] != nil }
    }

    private mutating func takeProfileColumns() {
        for (field, names) in profile?.columns ?? [:] {
            for name in names where columns[field] == nil { columns[field] = header.place(of: name) }
        }
    }

    private func place(of name: String, meaning: String, _ source: String) throws(RequestError) -> Int {
        if let place = header.place(of: name) { return place }
        throw .unknownColumn(
            name: name, meaning: meaning, source: source,
            nearest: Spelling.candidates(for: name, among: header.names),
            header: header.names)
    }

    private func check(_ selection: ColumnSelection, _ source: String) throws(RequestError) {
        let hasOwnIDs = profile.map { $0.columns[.id] != nil } ?? true
        for field in [RequestField.id, .category, .opened] where columns[field] == nil {
            if field == .id, !hasOwnIDs { continue }
            throw .missingField(field, source: source, header: header.names)
        }
        if hasGrid, coordinateSystem == nil { throw .missingCoordinateSystem(source: source) }
    }
}
