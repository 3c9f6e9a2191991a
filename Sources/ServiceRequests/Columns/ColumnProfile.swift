import Wording

/// What a known city calls its columns.
package struct ColumnProfile: Sendable, Equatable {
    /// The name in the city file.
    package let name: String
    package let title: String
    /// For each field the names it has had, the usual one first.
    package let columns: [RequestField: [String]]
    /// Columns that hold an area which the CRM assigned.
    package let assigned: [String]
    /// The coordinate system of the columns x and y.
    package let coordinateSystem: String?
    /// What its statuses mean beside the usual words.
    package let statuses: StatusWordList

    init(
        _ name: String, _ title: String, _ columns: [RequestField: [String]], assigned: [String] = [],
        coordinateSystem: String? = nil, statuses: StatusWordList = StatusWordList()
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.assigned = assigned
        self.coordinateSystem = coordinateSystem
        self.statuses = statuses
    }

    /// Returns the profile of a name, whatever its case and hyphens.
    package static func named(_ name: String) throws(RequestError) -> ColumnProfile {
        func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
        if let found = known.first(where: { key($0.name) == key(name) }) { return found }
        throw .unknownProfile(name: name, nearest: Spelling.candidates(for: name, among: known.map(\.name)))
    }

    /// Returns the known profile that explains most of a header, or `nil` where none has its essential columns. That of a city
    /// has to have nearly all of its columns: few of them may be another city's.
    static func best(for header: HeaderNames) -> ColumnProfile? {
        var best: (fit: Int, profile: ColumnProfile)?
        for profile in known where profile.fitsNearlyWhole(header) {
            let fit = profile.fit(header)
            // Where a convention explains as much, the file follows it, whoever else does.
            let isBetter = best.map { fit > $0.fit || (fit == $0.fit && conventions.contains(profile.name)) }
            if fit > 0, isBetter ?? true { best = (fit, profile) }
        }
        return best?.profile
    }

    /// Returns the known profile that explains most of a header's names, as ``best(for:)``.
    package static func best(ofHeader names: [String]) -> ColumnProfile? { best(for: HeaderNames(names)) }

    /// Returns the city's profile of which a header has the essential columns and most others.
    static func nearest(to header: HeaderNames) -> ColumnProfile? {
        known.filter { $0.fit(header) > 0 }.max { $0.fit(header) < $1.fit(header) }
    }

    /// Profiles that are a convention rather than a city's.
    private static let conventions: Set<String> = ["plain", "open311"]

    /// What every export of a city has; that a column of the others is missing says little.
    private static let core: Set<RequestField> = [
        .id, .category, .status, .opened, .closed, .address, .longitude, .latitude,
    ]

    /// Whether a header lacks at most one in four of the profile's core columns. A grid stands for degrees.
    private func fitsNearlyWhole(_ header: HeaderNames) -> Bool {
        guard !Self.conventions.contains(name) else { return true }
        func has(_ field: RequestField) -> Bool { columns[field]?.contains(where: header.contains) ?? false }
        let hasGrid = has(.x) && has(.y)
        let core = columns.keys.filter(Self.core.contains)
        let missing = core.count { !has($0) && !(hasGrid && ($0 == .longitude || $0 == .latitude)) }
        return missing * 4 <= core.count
    }

    /// Returns how many of the profile's columns a header has, 0 where it lacks the id, category or date of opening.
    func fit(_ header: HeaderNames) -> Int {
        let essential: [RequestField] = [.id, .category, .opened]
        let lacks = essential.contains { field in
            columns[field].map { !$0.contains(where: header.contains) } ?? false
        }
        guard !lacks else { return 0 }
        return columns.values.count { $0.contains(where: header.contains) }
            + assigned.count(where: header.contains)
    }
}
