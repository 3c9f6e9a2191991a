import Chronology
import DelimitedText
import Foundation
import Geocoding
import Geometry
import Locating
import Records
import ServiceRequests
import Wording

/// Writes a city file from what was found, each line with what it rests on.
struct DraftWriter {
    let sources: CityDraftSources
    let parts: DraftParts
    var doubts: [String] = []
    var findings: [String] = []
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
        let odd = parts.trial?.oddTexts ?? OddTexts()
        if odd.windows1252 > 0 {
            doubts.append(
                "encoding: the text is not UTF-8 and read as Windows-1252; look whether letters with accents are right"
            )
        }
        if odd.encodedTwice > 0 {
            doubts.append(
                "encoding: texts were encoded twice, such as CafÃ© for Café; an export as UTF-8 mends it")
        }
        if let unsaid = parts.trial?.statuses.unsaid, unsaid > 0 {
            doubts.append(
                "no status and no closing time says what is closed, so that all \(NumberText.count(unsaid)) requests count as open"
            )
        }
    }

    var text: String { file.text }

    var draft: CityDraft {
        CityDraft(
            text: text, findings: findings, doubts: doubts, failure: failure,
            canAudit: parts.layers.contains { $0.assigned != nil && !$0.isDoubtful })
    }

    var columns: RequestColumns { parts.columns }

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
        if parts.sample.hadLabels {
            doubts.append(
                "the first row below the header holds names or types of the columns, and is no request: commands leave it out"
            )
        }
        if !parts.sample.otherTables.isEmpty {
            let names = parts.sample.otherTables.map { "“\($0)”" }.joined(separator: ", ")
            let isOne = parts.sample.otherTables.count == 1
            let told =
                "\(names) of the workbook \(isOne ? "holds a table" : "hold tables") too and \(isOne ? "is" : "are") not read:"
                + " only \(parts.sample.sheet.map { "“\($0)”" } ?? "the first") is. --sheet NAME, or sheet: NAME under requests:, names another"
            file.comment(told)
            doubts.append("sheets: \(told)")
        }
        for note in parts.sample.notes + parts.sample.encodings.map(\.note).filter({ !$0.isEmpty }).sorted() {
            file.comment("\(note.prefix(1).uppercased() + note.dropFirst()).")
            doubts.append(note)
        }
        file.blank()
    }

    private mutating func writePlace() {
        if let town = town {
            file.add(
                "name: \(YAMLText.value(town))", indent: 0,
                because: "the commonest town of the requests' addresses")
        } else {
            file.offer(
                "name: NAME OF THE CITY", indent: 0,
                because: "what the city is called on pages: no file says it; until then it is “the city”")
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

    static let needed: [RequestField] = [
        .id, .category, .status, .opened, .closed, .due, .updated, .address, .longitude, .latitude, .location,
        .x, .y,
        .channel, .parent, .zip, .city, .description,
    ]

    private mutating func writeRequests(_ habits: ServiceHabits) {
        file.blank()
        file.add("requests:", indent: 0)
        if let sheet = parts.sample.sheet {
            let why = sources.sheet == nil ? "the first sheet with columns of requests" : "as was asked for"
            file.add("sheet: \(YAMLText.value(sheet))", indent: 2, because: why)
        }
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
                "crs: \(YAMLText.value(code))", indent: 2,
                because: "\(grid.evidence): check it\(others)"
                    + (grid.comparison.map { ". \($0.prefix(1).uppercased() + $0.dropFirst())" } ?? ""))
            doubts.append(
                "crs: \(code) was taken for the columns x and y; check it"
                    + (grid.comparison.map { grid.isOpen ? ": \($0)" : "" } ?? ""))
        } else if columns[.x] != nil {
            file.offer(
                "crs: EPSG:2248", indent: 2,
                because: "the reference system of x and y, which nothing tells: ask who made the file")
            doubts.append("crs: nothing tells the reference system of the columns x and y")
        }
        noteForms()
        writePlaceholders()
        file.add("columns:", indent: 2)
        for field in Self.needed { write(field) }
        writeTimes()
    }

    /// Says how numbers of positions are written, where that is out of the ordinary.
    private mutating func noteForms() {
        doubts += parts.positionRemarks
        if let grouping = parts.trial?.remarks.first(where: { $0.hasPrefix("numbers of") }) {
            file.comment(grouping, indent: 2)
        }
    }

    /// Names the default points, and offers positions that many rows share and no addresses tell of.
    private mutating func writePlaceholders() {
        func text(_ position: Coordinate) -> String { "[\(position.longitude), \(position.latitude)]" }
        let found = parts.trial?.placeholders ?? []
        if !found.isEmpty {
            let told = found.map {
                "\(NumberText.count($0.requests)) requests at \(DayText.counted($0.streets, "street"))"
            }.joined(separator: "; ")
            file.add(
                "placeholders: [\(found.map { text($0.coordinate) }.joined(separator: ", "))]", indent: 2,
                because: "one position of \(told): it stands for none")
            doubts.append(
                "placeholders: \(DayText.counted(found.count, "position")) that addresses at many streets share \(found.count == 1 ? "is" : "are") taken for none (\(told)); look whether geocoding failed there"
            )
        }
        let others = parts.sharedPositions.filter { shared in
            !found.contains {
                abs($0.coordinate.longitude - shared.position.longitude) < 1e-7
                    && abs($0.coordinate.latitude - shared.position.latitude) < 1e-7
            }
        }.prefix(5)
        guard !others.isEmpty, parts.trial != nil else { return }
        let told = others.map { NumberText.count($0.rows) }.joined(separator: ", ")
        file.offer(
            "placeholders: [\(others.map { text($0.position) }.joined(separator: ", "))]", indent: 2,
            because:
                "\(told) of the rows looked at share one position, and no addresses tell whether it stands for none: it may be a large site"
        )
        doubts.append(
            "placeholders: \(told) rows share one position; a default point is to be named, a large site is not"
        )
    }

    private mutating func write(_ field: RequestField) {
        guard let choice = columns[field] else { return noteMissing(field) }
        let names = choice.columns.flatMap(columns.names)
        let listed = choice.isCrossing ? [names[0], "&"] + names.dropFirst() : names
        let value = names.count > 1 ? DraftText.list(listed) : YAMLText.value(names[0])
        let others = choice.alternatives.map { columns.name($0) }
        let or = others.isEmpty ? "" : "; or \(others.joined(separator: ", "))"
        if choice.isDoubtful {
            file.offer("\(field.rawValue): \(value)", indent: 4, because: "doubtful: \(choice.evidence)\(or)")
            doubts.append(
                "\(field.rawValue): \(names.joined(separator: ", ")) is only offered: \(choice.evidence)\(or)"
            )
        } else {
            file.add("\(field.rawValue): \(value)", indent: 4, because: choice.evidence + or)
            noteFiner(field, choice)
            noteOtherAddresses(field, choice)
        }
    }

    /// Says where another column holds addresses on other streets: one of the two may be where who reported is at home.
    private mutating func noteOtherAddresses(_ field: RequestField, _ choice: ColumnChoice) {
        guard field == .address, choice.columns.count == 1 else { return }
        for other in choice.alternatives where columns.traits[other].addressShare >= 0.5 {
            let texts = zip(parts.sample.columns[choice.columns[0]], parts.sample.columns[other])
                .filter { !$0.isEmpty && !$1.isEmpty }
            let elsewhere = texts.count { !AddressShape.mayBeOneStreet($0, $1) }
            guard texts.count >= Self.fewestAddresses, elsewhere * 2 > texts.count else { continue }
            doubts.append(
                "address: \(columns.name(choice.columns[0])) was taken, and \(columns.name(other)) holds addresses too, on other streets in"
                    + " \(NumberText.count(elsewhere)) of \(NumberText.count(texts.count)) rows: take the one that tells where the requests are"
            )
        }
    }

    /// Fewer rows with two addresses tell nothing of their columns.
    private static let fewestAddresses = 20

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

    // MARK: Reference

    private mutating func writeReference() {
        guard parts.streets != nil || parts.addresses != nil else { return }
        file.blank()
        let isUsable = [parts.streets, parts.addresses].compactMap(\.self).contains { $0.missing.isEmpty }
        file.add(isUsable ? "reference:" : "# reference:", indent: 0)
        write(parts.streets, kind: "streets", path: sources.streets)
        write(parts.addresses, kind: "addresses", path: sources.addresses)
        for misplaced in parts.misplaced {
            let isStreets = misplaced.source == .streets
            let path = isStreets ? sources.streets : sources.addresses
            doubts.append(
                "\(isStreets ? "streets" : "addresses"): \(path.map(Self.fileName) ?? "the file") \(misplaced.message). Until that is"
                    + " mended nothing is placed by it")
        }
    }

    private mutating func write(_ reference: ReferenceColumns?, kind: String, path: String?) {
        guard let reference, let path else { return }
        guard reference.missing.isEmpty else {
            file.comment(
                "\(Self.fileName(path)) shows no column for \(reference.missing.joined(separator: ", ")); name them and take the signs of comment away",
                indent: 2)
            file.add("# \(kind):", indent: 2)
            file.add("#   file: \(YAMLText.value(self.path(path)))", indent: 2)
            file.add("#   columns:", indent: 2)
            for key in reference.missing { file.add("#     \(key): COLUMN", indent: 2) }
            for (key, column) in reference.columns {
                file.add("#     \(key): \(YAMLText.value(column))", indent: 2)
            }
            doubts.append(
                "\(Self.fileName(path)): no column was found for \(reference.missing.joined(separator: ", "))"
            )
            return
        }
        file.add("\(kind):", indent: 2)
        file.add("file: \(YAMLText.value(self.path(path)))", indent: 4)
        if let profile = reference.profile {
            file.add("profile: \(profile)", indent: 4, because: "it has all columns of this kind of file")
            findings.append("\(kind): \(Self.fileName(path)) has the columns of \(profile)")
            return
        }
        if let unplaced = reference.unplaced {
            doubts.append(
                "\(kind): of the first \(NumberText.count(unplaced.looked)) rows of \(Self.fileName(path)) \(NumberText.count(unplaced.rows)) have no"
                    + " longitude and latitude that can be read, so that no address is placed by them")
        }
        findings.append("\(kind): the columns of \(Self.fileName(path)) by their names")
        file.add("columns:", indent: 4, because: "by their names")
        for (key, column) in reference.columns { file.add("\(key): \(YAMLText.value(column))", indent: 6) }
    }

    // MARK: Paths

    static func fileName(_ path: String) -> String { URL(filePath: path).lastPathComponent }

    /// A file's path from the city file's folder.
    func path(_ path: String) -> String {
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
