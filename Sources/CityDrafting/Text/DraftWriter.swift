import Chronology
import DelimitedText
import Foundation
import Records
import ServiceRequests

/// Writes a city file from what was found, each line with what it rests on.
struct DraftWriter {
    let sources: CityDraftSources
    let parts: DraftParts
    var doubts: [String] = []
    private(set) var findings: [String] = []
    var file = DraftText()

    init(sources: CityDraftSources, parts: DraftParts) {
        self.sources = sources
        self.parts = parts
        let habits = ServiceHabits(parts)
        writeHead()
        writePlace()
        writeRequests(habits)
        writeStatuses()
        writeService(habits)
        writeLayers()
        writeReference()
    }

    var text: String { file.text }

    var draft: CityDraft {
        CityDraft(
            text: text, findings: findings, doubts: doubts, failure: failure,
            canAudit: parts.layers.contains { $0.assigned != nil && !$0.isDoubtful })
    }

    private var columns: RequestColumns { parts.columns }

    /// What is missing that every command needs.
    private var failure: String? {
        let missing = [RequestField.category, .opened].filter { columns.column($0) == nil }
        guard missing.isEmpty else {
            let names = missing.map { $0 == .opened ? "the date of opening" : "the category" }
            return
                "no column was found for \(names.joined(separator: " and ")): name it in the city file before anything is run"
        }
        if parts.zone == nil {
            return "the city's time zone was not found: name it in the city file before anything is run"
        }
        return parts.failure
    }

    // MARK: Head

    private mutating func writeHead() {
        let rows = NumberText.count(parts.sample.rowCount)
        let looked =
            parts.sample.looked == parts.sample.rowCount
            ? "all of them were looked at" : "\(NumberText.count(parts.sample.looked)) of them were looked at"
        let others = (sources.areas + [sources.streets, sources.addresses].compactMap(\.self)).map(
            Self.fileName)
        file.comment(
            "Written by `wardline init` from \(parts.sample.source.name) (\(rows) rows; \(looked))"
                + (others.isEmpty ? "." : " and from \(others.joined(separator: ", "))."))
        file.comment(
            "Behind each line stands what it rests on. What is doubtful is a comment: take its # away where it is right. "
                + "`wardline help city-file` lists all keys.")
        if parts.sample.headerLine > 1 {
            file.comment(
                "The header is line \(parts.sample.headerLine) of the file; rows before it are passed over.")
        }
        file.blank()
    }

    private mutating func writePlace() {
        if let town = town {
            file.add(
                "name: \(DraftText.value(town))", indent: 0,
                because: "the commonest town of the requests' addresses")
        } else {
            file.offer("name: Fairhaven", indent: 0, because: "what the city is called: no file says it")
        }
        guard let zone = parts.zone else {
            let why =
                parts.hasZoneTable
                ? "no position tells where the city is"
                : "this machine has no table of time zones (zone1970.tab of the package tzdata)"
            file.offer("timezone: America/New_York", indent: 0, because: "\(why): write the city's zone")
            doubts.append("timezone: \(why)")
            return
        }
        let others = zone.others.isEmpty ? "" : "; or \(zone.others.prefix(3).joined(separator: ", "))"
        file.add("timezone: \(zone.name)", indent: 0, because: "\(zone.evidence): check it\(others)")
        doubts.append("timezone: \(zone.name) is \(zone.evidence); check it")
    }

    /// The town of nearly all requests.
    private var town: String? {
        guard let column = columns.column(.city) else { return nil }
        let texts = parts.sample.columns[column].filter { !$0.isEmpty }.map { $0.lowercased() }
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 10 >= texts.count * 6
        else { return nil }
        return most.key.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }

    // MARK: Requests

    private static let needed: [RequestField] = [
        .id, .category, .status, .opened, .closed, .due, .updated, .address, .longitude, .latitude, .location,
        .x, .y,
        .channel, .parent, .zip, .city, .description,
    ]

    private mutating func writeRequests(_ habits: ServiceHabits) {
        file.blank()
        file.add("requests:", indent: 0)
        if columns.column(.id) == nil {
            file.add(
                "ids: line number", indent: 2,
                because:
                    "no column identifies the requests: the numbers of their lines stand in, and nothing can be loaded back by them"
            )
            doubts.append("no column identifies the requests: the numbers of their lines stand in")
        }
        writeDates()
        writeZulu(habits)
        if let grid = parts.grid, let code = grid.code, columns.column(.x) != nil {
            let others = grid.alternatives.isEmpty ? "" : "; or \(grid.alternatives.joined(separator: ", "))"
            file.add(
                "crs: \(DraftText.value(code))", indent: 2, because: "\(grid.evidence): check it\(others)")
            doubts.append("crs: \(code) was taken for the columns x and y; check it")
        } else if columns[.x] != nil {
            file.offer(
                "crs: EPSG:2248", indent: 2,
                because: "the reference system of x and y, which nothing tells: ask who made the file")
            doubts.append("crs: nothing tells the reference system of the columns x and y")
        }
        file.add("columns:", indent: 2)
        for field in Self.needed { write(field) }
    }

    private mutating func write(_ field: RequestField) {
        guard let choice = columns[field] else { return noteMissing(field) }
        let names = choice.columns.map(columns.name)
        let value = names.count > 1 ? DraftText.list(names) : DraftText.value(names[0])
        let others = choice.alternatives.map { columns.name($0) }
        let or = others.isEmpty ? "" : "; or \(others.joined(separator: ", "))"
        if choice.isDoubtful {
            file.offer("\(field.rawValue): \(value)", indent: 4, because: "doubtful: \(choice.evidence)\(or)")
            doubts.append("\(field.rawValue): \(names.joined(separator: ", ")) is only offered")
        } else {
            file.add("\(field.rawValue): \(value)", indent: 4, because: choice.evidence + or)
            noteFiner(field, choice)
        }
    }

    /// Says where another column that may be meant tells more kinds of requests apart.
    private mutating func noteFiner(_ field: RequestField, _ choice: ColumnChoice) {
        guard field == .category else { return }
        let own = columns.traits[choice.columns[0]].distinctCount
        let finer = choice.alternatives.filter { columns.traits[$0].distinctCount > own }
        guard
            let finest = finer.max(by: {
                columns.traits[$0].distinctCount < columns.traits[$1].distinctCount
            })
        else { return }
        doubts.append(
            "category: \(columns.name(choice.columns[0])) has \(DayText.counted(own, "kind")), and \(columns.name(finest)) \(NumberText.count(columns.traits[finest].distinctCount)): take the one that crews and targets go by"
        )
    }

    private mutating func noteMissing(_ field: RequestField) {
        switch field {
        case .category, .opened:
            file.offer(
                "\(field.rawValue): COLUMN", indent: 4,
                because: "no column was found, and every command needs one")
        case .status, .closed, .address:
            file.comment("no column was found for \(field.rawValue)", indent: 4)
        case .longitude where columns[.x] == nil && columns[.location] == nil:
            file.comment("no columns of positions were found", indent: 4)
        default: break
        }
    }

    private mutating func writeDates() {
        guard let order = parts.trial?.dateOrder else { return }
        let word =
            order.order.hasPrefix("month")
            ? "month first" : order.order.hasPrefix("day") ? "day first" : "year first"
        switch order.basis {
        case .dates(let count):
            file.add(
                "dates: \(word)", indent: 2,
                because: "\(NumberText.count(count)) dates can be read in no other order"
                    + (order.contrary > 0 ? ", \(NumberText.count(order.contrary)) only in the other" : ""))
        case .sequence(let count):
            file.add(
                "dates: \(word)", indent: 2,
                because:
                    "read in the other order \(NumberText.count(count)) more would be closed before they were opened"
            )
        case .usual(let zone):
            file.offer(
                "dates: \(word)", indent: 2,
                because:
                    "usual in \(zone); nothing in the file settles whether the day or the month comes first")
            doubts.append("dates: nothing settles whether the day or the month comes first")
        case .cityFile, .earlierFiles: break
        }
    }

    // MARK: Statuses

    private mutating func writeStatuses() {
        guard let trial = parts.trial, columns.column(.status) != nil else { return }
        let profile = columns.profile?.statuses ?? StatusWordList()
        let words = StatusWords(profile: profile)
        let unknown = trial.unknownStatuses
        guard !unknown.isEmpty else { return }
        var lists: [(String, [String])] = [("closed", []), ("open", []), ("ignored", [])]
        var evidence: [String] = []
        for entry in unknown {
            let state = words.reading(of: entry.status).state
            let isClosed = state == .closed || state == nil && entry.closed * 2 > entry.rows
            let list = state == .ignored ? 2 : isClosed ? 0 : 1
            lists[list].1.append(entry.status)
            evidence.append(
                "\(entry.status): \(NumberText.count(entry.closed)) of \(NumberText.count(entry.rows)) have a closing time"
            )
        }
        file.blank()
        file.comment(
            "No word of these statuses is known, so that the closing time decides. \(evidence.prefix(8).joined(separator: "; "))."
        )
        file.add("# statuses:", indent: 0)
        for (key, texts) in lists where !texts.isEmpty {
            file.add("#   \(key): \(DraftText.list(Array(texts.prefix(20))))", indent: 0)
        }
        doubts.append("statuses: no word of \(unknown.count == 1 ? "one" : "\(unknown.count)") is known")
    }

    // MARK: Layers

    private mutating func writeLayers() {
        file.blank()
        guard !parts.layers.isEmpty else { return offerLayers() }
        file.add("layers:", indent: 0)
        var names: Set<String> = []
        var index = 0
        for group in parts.groups {
            let members = Array(parts.layers[index..<index + group.count])
            index += group.count
            var name = LayerName(members, columns: columns)
            while !names.insert(name.key).inserted { name.key += "_2" }
            write(members, as: name)
        }
    }

    private mutating func write(_ editions: [MatchedFile], as name: LayerName) {
        guard let newest = editions.last else { return }
        file.add("- name: \(DraftText.value(name.key))", indent: 2)
        file.add(
            "title: \(DraftText.value(name.title))", indent: 4, because: "what an area is called on pages")
        if let assigned = newest.assigned {
            write(assigned, of: newest, layer: name.key)
        } else {
            file.offer(
                "assigned: COLUMN", indent: 4,
                because:
                    "no column of the requests holds codes of \(newest.file.name); with none the layer is not audited"
            )
            findings.append("\(newest.file.name): no column of the requests holds its codes")
        }
        file.add("editions:", indent: 4)
        for (index, edition) in editions.enumerated() {
            write(edition, isFirst: index == 0, isOnly: editions.count == 1)
        }
    }

    private mutating func write(_ assigned: AssignedColumn, of matched: MatchedFile, layer: String) {
        let column = columns.name(assigned.column)
        var evidence =
            "\(NumberText.count(assigned.resolved)) of \(NumberText.count(assigned.filled)) codes are areas of \(matched.file.name)"
        if assigned.placed > 0 {
            evidence +=
                "; of \(NumberText.count(assigned.placed)) with a position \(NumberText.share(assigned.agreeing, of: assigned.placed)) agree with it"
        } else {
            evidence += "; no position bears it out"
        }
        findings.append("\(layer): column \(column), \(evidence)")
        let others = matched.alternatives.map { columns.name($0.column) }
        if !others.isEmpty { evidence += "; or \(others.joined(separator: ", "))" }
        if matched.isDoubtful {
            file.offer("assigned: \(DraftText.value(column))", indent: 4, because: "doubtful: \(evidence)")
            doubts.append("layer \(layer): the column \(column) is only offered")
        } else {
            file.add("assigned: \(DraftText.value(column))", indent: 4, because: evidence)
        }
        writeAliases(assigned)
    }

    private mutating func writeAliases(_ assigned: AssignedColumn) {
        let aliases = assigned.aliases + assigned.spelledOut
        if !aliases.isEmpty {
            file.add(
                "aliases:", indent: 4,
                because: assigned.aliases.isEmpty
                    ? "by the codes in brackets"
                    : "by where the requests lie and by the numbers in the codes: look through them")
            for alias in aliases {
                file.add(
                    "\(DraftText.value(alias.text)): \(Self.quoted(alias.code))", indent: 6,
                    because: alias.rows == 1 ? "1 request" : "\(NumberText.count(alias.rows)) requests")
            }
        }
        guard !assigned.unknown.isEmpty else { return }
        let shown = assigned.unknown.prefix(5).map { "\($0.text) (\(NumberText.count($0.rows)))" }
        let rest = assigned.unknown.count - shown.count
        file.comment(
            "no area has \(shown.joined(separator: ", "))"
                + (rest > 0 ? " and \(NumberText.count(rest)) more" : "")
                + "; aliases: can say what they mean", indent: 4)
    }

    /// Codes are texts, also where they look like numbers.
    private static func quoted(_ code: String) -> String {
        let value = DraftText.value(code)
        return value.hasPrefix("\"") ? value : "\"\(value)\""
    }

    private mutating func write(_ edition: MatchedFile, isFirst: Bool, isOnly: Bool) {
        let file = edition.file
        self.file.add(
            "- file: \(DraftText.value(path(file.path)))", indent: 6,
            because:
                "\(NumberText.count(Set(file.texts[file.fields.firstIndex(of: edition.code) ?? 0]).subtracting([""]).count)) areas"
        )
        if let layer = file.layer { self.file.add("layer: \(DraftText.value(layer))", indent: 8) }
        self.file.add("code: \(DraftText.value(edition.code))", indent: 8, because: codeEvidence(edition))
        if let title = edition.title { self.file.add("title: \(DraftText.value(title))", indent: 8) }
        let day = EditionDays.day(in: file.name)
        guard let from = day.day, !isOnly else { return }
        if isFirst {
            self.file.comment("in force from the beginning until the next one", indent: 8)
        } else {
            let why =
                day.isWhole
                ? "the day in the file's name"
                : "the file's name says no day: write the one on which it came into force"
            self.file.add("from: \(from)", indent: 8, because: why)
            if !day.isWhole { doubts.append("\(file.name): in force from \(from)? Its name says no day") }
        }
    }

    private func codeEvidence(_ edition: MatchedFile) -> String {
        edition.assigned == nil ? "looks like a code" : "the field with most of the column's codes"
    }

    private mutating func offerLayers() {
        let named = columns.traits.indices.filter {
            columns.traits[$0].hasName && columns.traits[$0].name.says(.area) && !columns.traits[$0].isBlank
                && !columns.used.contains($0)
        }.map { columns.name($0) }
        file.comment(
            "The areas that requests are routed by: run init again with their files (GeoJSON, shapefile, GeoPackage) behind the requests."
                + (named.isEmpty
                    ? ""
                    : " Columns that may hold an assigned area: \(named.prefix(8).joined(separator: ", ")).")
        )
        file.add("# layers:", indent: 0)
        file.add("#   - name: district", indent: 0)
        file.add("#     assigned: \(named.first.map { DraftText.value($0) } ?? "COLUMN")", indent: 0)
        file.add("#     editions:", indent: 0)
        file.add("#       - file: districts.geojson", indent: 0)
        doubts.append("no areas were named, so that nothing can be audited or mapped by area")
    }

    // MARK: Reference

    private mutating func writeReference() {
        guard parts.streets != nil || parts.addresses != nil else { return }
        file.blank()
        let isUsable = [parts.streets, parts.addresses].compactMap(\.self).contains { $0.missing.isEmpty }
        file.add(isUsable ? "reference:" : "# reference:", indent: 0)
        write(parts.streets, kind: "streets", path: sources.streets)
        write(parts.addresses, kind: "addresses", path: sources.addresses)
    }

    private mutating func write(_ reference: ReferenceColumns?, kind: String, path: String?) {
        guard let reference, let path else { return }
        guard reference.missing.isEmpty else {
            file.comment(
                "\(Self.fileName(path)) shows no column for \(reference.missing.joined(separator: ", ")); name them and take the signs of comment away",
                indent: 2)
            file.add("# \(kind):", indent: 2)
            file.add("#   file: \(DraftText.value(self.path(path)))", indent: 2)
            file.add("#   columns:", indent: 2)
            for key in reference.missing { file.add("#     \(key): COLUMN", indent: 2) }
            for (key, column) in reference.columns {
                file.add("#     \(key): \(DraftText.value(column))", indent: 2)
            }
            doubts.append(
                "\(Self.fileName(path)): no column was found for \(reference.missing.joined(separator: ", "))"
            )
            return
        }
        file.add("\(kind):", indent: 2)
        file.add("file: \(DraftText.value(self.path(path)))", indent: 4)
        if let profile = reference.profile {
            file.add("profile: \(profile)", indent: 4, because: "it has all columns of this kind of file")
            findings.append("\(kind): \(Self.fileName(path)) has the columns of \(profile)")
            return
        }
        findings.append("\(kind): the columns of \(Self.fileName(path)) by their names")
        file.add("columns:", indent: 4, because: "by their names")
        for (key, column) in reference.columns { file.add("\(key): \(DraftText.value(column))", indent: 6) }
    }

    // MARK: Paths

    private static func fileName(_ path: String) -> String { URL(filePath: path).lastPathComponent }

    /// A file's path from the city file's folder.
    private func path(_ path: String) -> String {
        let folder = URL(filePath: sources.cityFile).standardizedFileURL.deletingLastPathComponent()
            .pathComponents
        let target = URL(filePath: path).standardizedFileURL.pathComponents
        let common = zip(folder, target).prefix { $0 == $1 }.count
        // Two files with nothing but the root in common are found from the root.
        guard common > 1 else { return URL(filePath: path).standardizedFileURL.path }
        let up = Array(repeating: "..", count: folder.count - common)
        return (up + target.dropFirst(common)).joined(separator: "/")
    }
}

/// What a layer is called in options, and on pages.
struct LayerName: Sendable {
    var key: String
    var title: String

    init(_ editions: [MatchedFile], columns: RequestColumns) {
        let column = editions.last?.assigned.map { columns.traits[$0.column].name }
        let file = editions.last.map { ColumnName(EditionDays.day(in: $0.file.name).rest) }
        let words = [column, file].compactMap(\.self).first { $0.says(.area) } ?? column ?? file
        let useful = (words?.words ?? []).filter {
            !$0.allSatisfy(\.isNumber) && Vocabulary.meaning(of: $0) != .filler
                && !["assigned", "code", "no", "number", "nr", "id", "cd"].contains($0)
        }
        let named = useful.isEmpty ? ["area"] : useful
        key = named.joined(separator: "_")
        title = named.joined(separator: " ").prefix(1).uppercased() + named.joined(separator: " ").dropFirst()
    }
}
