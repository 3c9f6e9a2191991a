import Boundaries
import Geometry
import GeometryEngine
import ServiceRequests

/// A file of areas with the column that it belongs to.
struct MatchedFile: Sendable {
    let file: AreaFile
    /// `nil` where no column of the requests holds its codes.
    var assigned: AssignedColumn?
    /// Others that may be meant as well.
    var alternatives: [AssignedColumn] = []
    /// The field with the codes, and the one with the names where it says more.
    let code: String
    let title: String?
    /// Whether the column is only offered.
    var isDoubtful = false
    /// Metres from the middle of the requests to that of the areas, where no request lies near them.
    var distance: Double?
}

/// Finds which column of the requests holds the area that was assigned, and which field of the areas has its code, both at once:
/// by how many of the requests' texts are codes, and how many of their positions lie in the area of the code.
struct LayerMatcher {
    private let sample: RequestSample
    private let columns: RequestColumns
    private let positions: [Coordinate?]
    private let tallies: [Int: TextTally]

    init(sample: RequestSample, columns: RequestColumns, positions: [Coordinate?]) {
        self.sample = sample
        self.columns = columns
        self.positions = positions
        let essential = Set(
            [
                .id, .opened, .closed, .due, .updated, .longitude, .latitude, .x, .y, .location, .address,
                .status,
            ]
            .compactMap { columns.column($0) })
        var tallies: [Int: TextTally] = [:]
        let parts = essential.union(essential.flatMap { sample.dateParts[$0] ?? [] })
        for column in sample.header.indices where !parts.contains(column) {
            let traits = columns.traits[column]
            guard traits.hasName, !traits.isBlank, !traits.areWrittenDates, traits.distinctCount <= 300,
                !traits.areDegrees(-180...180)
            else { continue }
            tallies[column] = TextTally(sample.columns[column])
        }
        self.tallies = tallies
    }

    /// Returns the files with their columns; each column is one file's, but for files of which one replaces the other.
    func match(_ files: [AreaFile], groups: [[Int]]) throws -> [MatchedFile] {
        var pairs: [(group: Int, column: Int, merit: Double)] = []
        var found: [[AssignedColumn]] = []
        for file in files { found.append(try candidates(file)) }
        for (group, members) in groups.enumerated() {
            // The newest file speaks for all.
            guard let last = members.last else { continue }
            for candidate in found[last] {
                pairs.append((group, candidate.column, merit(candidate, files[last])))
            }
        }
        pairs.sort { ($1.merit, $0.group, $0.column) < ($0.merit, $1.group, $1.column) }
        var chosen: [Int: Int] = [:]
        for pair in pairs where chosen[pair.group] == nil && !chosen.values.contains(pair.column) {
            chosen[pair.group] = pair.column
        }
        var matched: [MatchedFile] = []
        for (group, members) in groups.enumerated() {
            for index in members {
                matched.append(try matchedFile(files[index], found[index], column: chosen[group]))
            }
        }
        return matched
    }

    /// Tells for each row whether its position lies in the area of its code; `nil` where it has no position or no code.
    func agreement(_ assigned: AssignedColumn, with file: AreaFile) throws -> [Bool?] {
        let codes = FieldCodes(file.texts[assigned.field])
        let aliases = Dictionary(
            assigned.aliases.map { ($0.text, codes.codes.firstIndex(of: $0.code)) },
            uniquingKeysWith: { first, _ in first })
        let areas = try file.areas(of: positions)
        var meanings: [String: Int?] = [:]
        return zip(sample.columns[assigned.column], zip(positions, areas)).map { text, place in
            guard !text.isEmpty, place.0 != nil else { return nil }
            let meaning = meanings[text] ?? (aliases[text] ?? codes.table.index(of: text))
            meanings[text] = .some(meaning)
            guard let meaning else { return nil }
            return place.1.exists && codes.ofArea[place.1.index] == meaning
        }
    }

    private func matchedFile(
        _ file: AreaFile, _ candidates: [AssignedColumn], column: Int?
    ) throws -> MatchedFile {
        let own = column.flatMap { column in candidates.first { $0.column == column } }
        var source = EditionSource(path: file.path, layer: file.layer)
        source.codeField = own.map { file.fields[$0.field] }
        let fields = try AreaFields.choose(source, in: file.collection)
        var matched = MatchedFile(
            file: file, assigned: own, code: fields.code,
            title: fields.title == fields.code ? nil : fields.title)
        matched.distance = file.distance(from: positions)
        if let own {
            let best = merit(own, file)
            let others = candidates.filter { $0.column != own.column && merit($0, file) > best - 15 }
            matched.alternatives = Array(others.prefix(3))
            matched.isDoubtful = !own.isCertain
            if !own.isPlaced, let next = others.first, merit(next, file) > best - 3 {
                matched.isDoubtful = true
            }
        }
        return matched
    }

    /// The columns that fit a file, each with its best field, the best first.
    private func candidates(_ file: AreaFile) throws -> [AssignedColumn] {
        let areas = try file.areas(of: positions)
        let fields = file.codeFields.map { ($0, FieldCodes(file.texts[$0])) }
        var found: [AssignedColumn] = []
        for (column, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            guard tally.values.count <= 3 * file.edition.areas.count + 30 else { continue }
            let own = fields.map { field, codes in
                var own = AssignedColumn(
                    column: column, tally: tally, field: field, of: file, areas: areas, codes: codes)
                own.isNamed = columns.traits[column].name.says(.area)
                return own
            }
            let best = own.max {
                (merit($0, file), $1.field) < (merit($1, file), $0.field)
            }
            if let best, merit(best, file) > 0 { found.append(best) }
        }
        return found.sorted { (merit($1, file), $0.column) < (merit($0, file), $1.column) }
    }

    private func merit(_ candidate: AssignedColumn, _ file: AreaFile) -> Double {
        candidate.merit(
            affinity: affinity(of: candidate.column, file, field: candidate.field),
            fieldMerit: Self.merit(ofField: file.fields[candidate.field]))
    }

    // MARK: Names

    /// How much the names of a column and a file have in common.
    private func affinity(of column: Int, _ file: AreaFile, field: Int) -> Int {
        let name = columns.traits[column].name
        var words = Set(ColumnName(file.name).words)
        for field in file.fields { words.formUnion(ColumnName(field).words) }
        let common = name.words.filter { word in
            word.count >= 3
                && words.contains { other in
                    other == word
                        || word.count >= 4 && other.count >= 4
                            && (other.hasPrefix(word) || word.hasPrefix(other))
                }
        }
        var points = min(16, 8 * common.count)
        if name.says(.area) { points += 6 }
        if name.says(anyOf: [.computed, .position, .old, .property]) { points -= 14 }
        if name.says(anyOf: [.person, .citizen, .department, .zip, .count]) { points -= 10 }
        if columns.used.contains(column) { points -= 12 }
        return points
    }

    private static func merit(ofField name: String) -> Int {
        let name = ColumnName(name)
        if name.says(anyOf: [.row, .object, .count, .duration, .flag]) { return -16 }
        if name.says(anyOf: [.code, .identifier, .number]) { return 4 }
        return name.says(.area) ? 3 : 0
    }
}
