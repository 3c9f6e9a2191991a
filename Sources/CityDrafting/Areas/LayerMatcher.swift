import Boundaries
import Geometry
import GeometryEngine
import Records
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
    /// Why, where more than the codes is to be said.
    var doubt: String?
    /// What the requests say against the day from which it is in force.
    var dayDoubt: String?
    /// A column with codes of these areas that is not taken, where none is.
    var passedOver: PassedOver?
    /// Metres from the middle of the requests to that of the areas, where no request lies near them.
    var distance: Double?
}

/// A column that holds codes of a map's areas and is not taken for them.
struct PassedOver: Sendable {
    let column: AssignedColumn
    /// Whether another map has it; else its positions do not agree with it.
    let isOfAnotherMap: Bool
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
        var denied: [AssignedColumn?] = []
        for file in files {
            let candidates = try candidates(file)
            found.append(candidates.fitting)
            denied.append(candidates.denied)
        }
        for (group, members) in groups.enumerated() {
            // The newest file speaks for all.
            guard let last = members.last else { continue }
            for candidate in found[last] {
                pairs.append((group, candidate.column, candidate.merit))
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
                var file = try matchedFile(files[index], found[index], column: chosen[group])
                if file.assigned == nil {
                    let taken = found[index].first { $0.holdsCodes && chosen.values.contains($0.column) }
                    file.passedOver =
                        taken.map { PassedOver(column: $0, isOfAnotherMap: true) }
                        ?? denied[index].map { PassedOver(column: $0, isOfAnotherMap: false) }
                }
                matched.append(file)
            }
        }
        return matched
    }

    /// Tells for each row whether its position lies in the area of its code; `nil` where it has no position or no code.
    func agreement(_ assigned: AssignedColumn, with file: AreaFile) throws -> RowAgreement {
        let codes = FieldCodes(file.texts[assigned.field])
        let aliases = Dictionary(
            assigned.guessed.map { ($0.text, codes.codes.firstIndex(of: $0.code)) },
            uniquingKeysWith: { first, _ in first })
        let areas = try file.areas(of: positions)
        var meanings: [String: Int?] = [:]
        let rows: [Bool?] = zip(sample.columns[assigned.column], zip(positions, areas)).map { text, place in
            guard !text.isEmpty, place.0 != nil else { return nil }
            let meaning = meanings[text] ?? (aliases[text] ?? codes.table.index(of: text))
            meanings[text] = .some(meaning)
            guard let meaning else { return nil }
            return place.1.exists && codes.ofArea[place.1.index] == meaning
        }
        return RowAgreement(rows: rows)
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
            let others = candidates.filter { $0.column != own.column && $0.merit > own.merit - 15 }
            matched.alternatives = Array(others.prefix(3))
            matched.doubt = doubt(own, beside: others, of: file)
            matched.isDoubtful = !own.isCertain || matched.doubt != nil
            if !own.isPlaced, let next = others.first, next.merit > own.merit - 3 {
                matched.isDoubtful = true
            }
        }
        return matched
    }

    /// Why a column is not the one that was assigned beyond doubt: its name says another one, or a like column says other areas and
    /// neither is named for an assignment.
    private func doubt(
        _ own: AssignedColumn, beside others: [AssignedColumn], of file: AreaFile
    ) -> String? {
        if let twin = columns.twins(of: own.column).first(where: { twin in
            !columns.isFirstOfItsName(own.column) || others.contains { $0.column == twin }
        }) {
            return columns.doubtOfTwins(own.column, twin)
        }
        if own.naming == .another {
            return
                "by its name an area that was computed, an old one or a person's own, and not the one assigned"
        }
        guard own.naming == .plain else { return nil }
        for other in others where own.isLike(other) {
            let differing = rowsApart(own, other, in: file)
            let isNamedAlike =
                affinity(of: own.column, file) - affinity(of: other.column, file) < Self.oneWord
            guard differing > 0, isNamedAlike || own.isComputedBeside(other) else { continue }
            return
                "\(columns.name(other.column)) holds codes of these areas too, other ones in \(DayText.counted(differing, "row")), and neither name says which was assigned"
        }
        return nil
    }

    /// Returns in how many rows two columns say different areas: the code of an area and its name are one.
    private func rowsApart(_ own: AssignedColumn, _ other: AssignedColumn, in file: AreaFile) -> Int {
        let fields = [own, other].map { column in
            let codes = FieldCodes(file.texts[column.field])
            let guessed = Dictionary(
                column.guessed.map { ($0.text, codes.codes.firstIndex(of: $0.code)) },
                uniquingKeysWith: { first, _ in first })
            return { (text: String) -> Set<Int> in
                guard let code = guessed[text] ?? codes.table.index(of: text) else { return [] }
                return Set(codes.ofArea.indices.filter { codes.ofArea[$0] == code })
            }
        }
        var known: [[String]: Bool] = [:]
        func areApart(_ one: String, _ two: String) -> Bool {
            guard !one.isEmpty, !two.isEmpty, one != two else { return false }
            if let known = known[[one, two]] { return known }
            let areas = (fields[0](one), fields[1](two))
            // A name that the map has not says nothing against a code that it has.
            let isUnknown = areas.0.isEmpty || areas.1.isEmpty
            let areApart = isUnknown ? own.field == other.field : areas.0.isDisjoint(with: areas.1)
            known[[one, two]] = areApart
            return areApart
        }
        return zip(sample.columns[own.column], sample.columns[other.column]).count(where: areApart)
    }

    /// The columns that fit a file, each with its best field, the best first, and the best of those that hold its codes and do not fit.
    private func candidates(
        _ file: AreaFile
    ) throws -> (fitting: [AssignedColumn], denied: AssignedColumn?) {
        let places = zip(positions, try file.areas(of: positions)).map { position, area in
            position == nil ? PlaceInAreas.none : area.exists ? .area(area) : .outside
        }
        let fields = file.codeFields.map { ($0, FieldCodes(file.texts[$0])) }
        var found: [AssignedColumn] = []
        var denied: [AssignedColumn] = []
        for (column, tally) in tallies.sorted(by: { $0.key < $1.key }) {
            guard tally.values.count <= 3 * file.edition.areas.count + 30 else { continue }
            let own = fields.map { field, codes in
                var own = AssignedColumn(
                    column: column, tally: tally, field: field, of: file, places: places, codes: codes)
                own.isNamed = columns.traits[column].name.says(.area)
                own.naming = AssignmentName(columns.traits[column].name)
                own.merit = merit(own, file)
                return own
            }
            let best = own.max { ($0.merit, $1.field) < ($1.merit, $0.field) }
            if let best, best.merit > 0 {
                found.append(best)
            } else if affinity(of: column, file) > 0 {
                let holding = own.filter(\.holdsCodes).max { $0.agreeingShare < $1.agreeingShare }
                if let holding { denied.append(holding) }
            }
        }
        return (Self.ranked(found), denied.max { $0.agreeingShare < $1.agreeingShare })
    }

    /// Puts what is named for another area behind all that fits well, and this behind what is named for an assignment: that agrees
    /// less with the positions, since requests are misrouted. Of two alike the one that never errs was computed. What is no code goes
    /// behind what is one.
    private static func ranked(_ found: [AssignedColumn]) -> [AssignedColumn] {
        var found = found
        let certain = found.filter(\.isCertain)
        let assigned = certain.filter { $0.naming == .assigned }.map(\.merit).min()
        let named = certain.filter { $0.naming != .another }
        let coded = found.filter { $0.naming != .another && $0.holdsAgreeingCodes }.map(\.merit).min()
        for index in found.indices {
            let own = found[index]
            if own.isByPlaceAlone, let coded { found[index].merit = min(own.merit, coded - 1) }
            let bound =
                switch own.naming {
                case .assigned: nil as Double?
                case .plain:
                    [assigned, named.filter { own.isComputedBeside($0) }.map(\.merit).min()]
                        .compactMap(\.self).min()
                case .another: named.map(\.merit).min()
                }
            if let bound { found[index].merit = min(found[index].merit, bound - 1) }
        }
        return found.sorted { ($1.merit, $0.column) < ($0.merit, $1.column) }
    }

    private func merit(_ candidate: AssignedColumn, _ file: AreaFile) -> Double {
        candidate.merit(
            affinity: affinity(of: candidate.column, file),
            fieldMerit: Self.merit(ofField: file.fields[candidate.field]))
    }

    // MARK: Names

    /// What one word in common is worth.
    private static let oneWord = 8

    /// How much the names of a column and a file have in common.
    private func affinity(of column: Int, _ file: AreaFile) -> Int {
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
        var points = min(2 * Self.oneWord, Self.oneWord * common.count)
        if name.says(.area) { points += 6 }
        if name.says(anyOf: [.computed, .position, .old, .property]) { points -= 14 }
        let isTeam = name.says(.department) && AssignmentName(name) != .assigned
        if isTeam || name.says(anyOf: [.person, .citizen, .zip, .count]) { points -= 10 }
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
