package import Boundaries
package import Chronology
package import City
import Disclosure
import Foundation
package import Geocoding
import Geometry
import Locating
import Records
package import ServiceRequests
import Wording
import WorkSharing

/// A city's sources, opened with progress and warnings told to who waits.
package struct CityWork: Sendable {
    package let city: CityFile
    package let clock: CityClock
    package let options: WorkOptions

    package init(city: CityFile, options: WorkOptions) throws(CityWorkError) {
        self.city = city
        self.options = options
        clock = try RequestLoader(city: city).clock
    }

    /// Returns the work where there is as much memory as any takes. To be asked before anything is read, since what is left then
    /// is less.
    ///
    /// - Throws: ``CityWorkError/memory(_:)`` where there is less.
    static func begin(_ city: CityFile, options: WorkOptions) throws(CityWorkError) -> CityWork {
        if let shortage = MemoryNeed.shortage(in: MemoryRoom.now(wish: options.memory)) {
            throw .memory(shortage)
        }
        return try CityWork(city: city, options: options)
    }

    /// Returns the requests of a file or a workspace, or of standard input for `-`.
    ///
    /// - Parameters:
    ///   - layers: The layers whose assigned columns are wanted; each has to name one.
    ///   - carrying: The file's names of columns that are passed on as they are.
    ///   - earlierDateOrder: The order of dates that earlier files of the city settled.
    ///   - work: What will be done with the requests.
    package func requests(
        _ source: String, layers: [CityFile.LayerSettings], carrying: [String] = [],
        earlierDateOrder: String? = nil, for work: MemoryNeed.Work = .judging
    ) throws -> RequestTable {
        let table = try RequestLoader(city: city).read(
            source, layers: layers, carrying: carrying, options: options, earlierDateOrder: earlierDateOrder,
            for: work)
        RequestLoader.warn(ofRowsMissingIn: table.intake, options)
        RequestLoader.warn(ofRespeltIDsIn: table, options)
        return table
    }

    /// Returns the requests of a source as an audience may know of them.
    ///
    /// - Parameter chosen: The categories that were asked for by name.
    func requests(
        _ source: String, layers: [CityFile.LayerSettings], for work: MemoryNeed.Work = .judging,
        toldTo audience: Audience, chosen: [String] = []
    ) throws -> PublicRequests {
        try told(
            RequestLoader(city: city).read(source, layers: layers, options: options, for: work),
            to: audience, chosen: chosen)
    }

    /// Returns requests as an audience may know of them, and says of no others what their source lacks.
    func told(
        _ table: consuming RequestTable, to audience: Audience, chosen: [String]
    ) throws(DisclosureError) -> PublicRequests {
        let told = try PublicRequests(table, city: city, audience: audience, chosen: chosen)
        RequestLoader.warn(
            ofRowsMissingIn: told.table.intake, isWithoutPrivate: told.counts != nil, options)
        RequestLoader.warn(ofRespeltIDsIn: told.table, options)
        for note in UnmetNames(in: told.table, city: city, privacy: told.privacy).notes { options.warn(note) }
        return told
    }

    /// Says which names of the city file mean no area, and what was mended in the boundary files, since what lies near a mended
    /// place rests on it.
    package func warn(about layers: [Layer]) {
        for layer in layers { for note in notes(on: layer) { options.warn(note) } }
        for edition in layers.flatMap(\.editions) {
            let file = URL(fileURLWithPath: edition.path).lastPathComponent
            for note in edition.notes { options.warn("\(file): \(note.text)") }
        }
    }

    /// How many requests show as well as all where they lie.
    static let sampleSize = 10_000

    /// Says when nearly no request of a table lies near some areas: one of the two is in another place or system.
    ///
    /// - Parameter reference: The city's streets and addresses, which may tell which; `nil` for none.
    func warn(of editions: [Edition], farFrom table: RequestTable, beside reference: StreetReference?) {
        warn(
            of: editions, farFrom: Self.positions(of: table), inGrid: table.intake.gridSystem,
            beside: reference)
    }

    /// Says the same of the one edition that requests are placed by, and which of its areas lie apart without any of those that name them.
    ///
    /// - Parameter settings: The layer, whose column the table has where there is one.
    func warn(
        of edition: Edition, in settings: CityFile.LayerSettings, farFrom table: RequestTable,
        beside reference: StreetReference?
    ) {
        warn(of: [edition], farFrom: table, beside: reference)
        for warning in ApartAreaSearch.warnings([settings], editions: [[edition]], requests: table) {
            options.warn(warning)
        }
    }

    /// - Parameters:
    ///   - positions: Where requests are recorded, a sample of them.
    ///   - grid: The reference system of the eastings and northings that these were made of; `nil` for degrees.
    func warn(
        of editions: [Edition], farFrom positions: [Coordinate], inGrid grid: String?,
        beside reference: StreetReference?
    ) {
        guard let check = PlacementCheck(positions: positions, inGrid: grid) else { return }
        let findings = editions.compactMap { edition in check.finding(for: edition).map { (edition, $0) } }
        guard !findings.isEmpty else { return }
        if findings.count == editions.count, let first = editions.first,
            let doubt = check.doubtOfGrid(beside: first)
        {
            return options.warn(doubt)
        }
        let hasReference = reference.map { ReferenceCheck(editions: editions).isNear($0) } ?? false
        if findings.count == editions.count,
            let doubt = check.doubtOfPositions(beside: editions, hasReference: hasReference)
        {
            return options.warn(doubt)
        }
        for (edition, finding) in findings {
            options.warn("\(URL(fileURLWithPath: edition.path).lastPathComponent) \(finding.message)")
        }
    }

    private static func positions(of table: RequestTable) -> [Coordinate] {
        table.recordedPositions(
            ofRows: stride(from: 0, to: table.count, by: max(1, table.count / sampleSize)))
    }

    /// Returns which aliases and agreed differences of a layer name no area of any of its editions: they do nothing.
    private func notes(on layer: Layer) -> [String] {
        guard let settings = city.layers.first(where: { $0.name == layer.name }) else { return [] }
        let editions = layer.editions.map { EditionCodes($0, aliases: settings.aliases) }
        let unknown = settings.aliases.keys.filter { alias in
            editions.allSatisfy { $0.unknownAliases.contains(alias) }
        }
        let aliases = unknown.map { alias in
            (
                line: settings.aliasLines[alias] ?? 0,
                text: "the alias \(alias) stands for \(settings.aliases[alias] ?? "")"
            )
        }
        let accepted = settings.accepted.flatMap { difference in
            [("from", difference.from), ("to", difference.to)].filter { _, code in
                !editions.contains { $0.meaning(of: code) != .unknown }
            }.map { key, code in (line: difference.line, text: "accepted: \(key): \(code)") }
        }
        let last = layer.editions.last.map { $0.codes.prefix(12).joined(separator: ", ") } ?? ""
        let more = layer.editions.last.map { $0.codes.count > 12 ? ", …" : "" } ?? ""
        return (aliases + accepted).sorted { ($0.line, $0.text) < ($1.line, $1.text) }.map {
            "\(city.path) line \($0.line): layer \(layer.name): \($0.text), which is no area of any edition, and does nothing;"
                + " areas of the last are \(last)\(more)"
        }
    }

    /// Returns the streets and addresses that the city file names, with house numbers filling their ranges as the requests
    /// show where nothing else tells; `nil` where it names none, or none that lies where the areas do.
    ///
    /// - Parameter editions: The areas.
    package func referenceIfNamed(
        for table: RequestTable, beside editions: [Edition]
    ) throws -> StreetReference? {
        try numberingIfNamed(for: table, beside: editions)?.reference
    }

    /// Returns the same, with what the requests show.
    func numberingIfNamed(for table: RequestTable, beside editions: [Edition]) throws -> LearntNumbering? {
        try usable(ReferenceCheck(editions: editions, positions: Self.positions(of: table))).map {
            told(LearntNumbering($0, from: table, jobs: options.jobs))
        }
    }

    /// Returns the same of a sample of requests.
    ///
    /// - Parameter check: Knows the areas, and where requests lie.
    func numberingIfNamed(for sample: AddressSample, _ check: ReferenceCheck) throws -> LearntNumbering? {
        try usable(check).map { told(LearntNumbering($0, from: sample, jobs: options.jobs)) }
    }

    /// Returns what the city file names of streets and addresses, without what lies elsewhere than the areas; `nil` for none.
    private func usable(_ check: ReferenceCheck) throws -> StreetReference? {
        guard ReferenceLoader(city: city).isNamed else { return nil }
        let reference = try opened()
        let misplaced = check.misplaced(in: reference)
        guard !misplaced.isEmpty else { return reference }
        warn(of: misplaced, consequence: "it is not used, so that nothing is placed by it")
        let rest = ReferenceLoader(city: city.without(misplaced.map(\.source)))
        return rest.isNamed ? try rest.compiled() : nil
    }

    private func warn(of misplaced: [ReferenceCheck.Misplaced], consequence: String) {
        for source in misplaced {
            let file = source.source == .streets ? city.streets?.file : city.addresses?.file
            let name = URL(fileURLWithPath: file ?? "").lastPathComponent
            options.warn(
                "\(name) \(source.message). Until its columns or its reference system are mended in the city file or in the file,"
                    + " \(consequence)")
        }
    }

    private func told(_ numbering: LearntNumbering) -> LearntNumbering {
        if let note = numbering.note { options.warn(note) }
        return numbering
    }

    /// Returns the streets and addresses that the city file names, and says where they lie elsewhere than its areas.
    package func reference() throws -> StreetReference {
        let reference = try opened()
        let misplaced = ReferenceCheck(editions: editionsBesideReference(city.layers)).misplaced(
            in: reference)
        warn(of: misplaced, consequence: "what is placed by it lies there")
        return reference
    }

    /// Returns the areas of some layers, for comparing streets and addresses with them; none where the city file names none of
    /// these, or where the areas cannot be read, which is another command's to say.
    func editionsBesideReference(_ layers: [CityFile.LayerSettings]) -> [Edition] {
        guard ReferenceLoader(city: city).isNamed else { return [] }
        var city = city
        city.layers = layers
        let read = try? LayerLoader(city: city, jobs: options.jobs).layers()
        return read?.flatMap(\.editions) ?? []
    }

    private func opened() throws -> StreetReference {
        let loader = ReferenceLoader(city: city)
        options.show(.openingReference(files: loader.files))
        let opened = try loader.open()
        for note in opened.notes { options.warn(note) }
        for (file, rows) in opened.leftOut {
            if let warning = Self.warning(of: rows, in: file) { options.warn(warning) }
        }
        try Cancellation.check()
        return opened.reference
    }

    /// Returns the addresses that the city's reference knows; none where the city file names none.
    func housesIfNamed() throws -> [KnownHouse] {
        ReferenceLoader(city: city).isNamed ? try opened().houses : []
    }

    /// Returns the streets as they are drawn, none where the city file names none.
    package func streetLines() throws -> [StreetLine] {
        options.show(.readingStreets)
        return try ReferenceLoader(city: city).streetLines()
    }

    /// Returns the day until which requests go, and warns where it looks like a mistake.
    ///
    /// - Parameter page: What shows that day, such as `map`.
    /// - Throws: ``RequestSourceError/noOpeningDate`` where no request has a date.
    package func lastDay(
        of table: RequestTable, shownOn page: String
    ) throws(RequestSourceError) -> CivilDate {
        let last = try foundLastDay(of: table, shownOn: page)
        if let doubt = last.doubt(shownOn: page, in: options.terms) { options.warn(doubt) }
        return last.day
    }

    /// Returns the last day of the data, or throws ``RequestSourceError`` where no request has a date.
    ///
    /// - Parameter page: What shows that day, or is of it, such as `map`.
    package func foundLastDay(
        of table: RequestTable, shownOn page: String
    ) throws(RequestSourceError) -> LastDay {
        if let last = LastDay(of: table, clock: clock) { return last }
        if let written = table.intake.emptySince { return LastDay(day: clock.date(at: written)) }
        throw .noOpeningDate(source: table.intake.sourceName, page: page)
    }

    /// Says how many of a source's rows serve nothing; `nil` where all serve.
    private static func warning(of rows: SourceTally, in file: String) -> String? {
        let parts = [
            (rows.withoutName, "without a street name"), (rows.withoutPlace, "without a place"),
            (rows.farAway, "with a position far from all others"),
            (rows.unreadable, "with fields that do not fit the header"),
        ]
        .filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        guard !parts.isEmpty else { return nil }
        return
            "\(file): of \(NumberText.count(rows.rows)) rows, \(parts.joined(separator: ", ")) cannot be used"
    }
}

extension CityFile {
    /// Returns the city without some sources of its reference.
    fileprivate func without(_ sources: [StreetReference.Source]) -> CityFile {
        var city = self
        for source in sources {
            switch source {
            case .streets: city.streets = nil
            case .addresses: city.addresses = nil
            }
        }
        return city
    }
}

extension LastDay {
    /// Returns why it may be a mistake, `nil` where nothing speaks for that.
    ///
    /// - Parameters:
    ///   - page: What shows that day, such as `map`.
    ///   - setting: What names another day.
    func doubt(shownOn page: String, by setting: SettingName = .asOf, in terms: CallerTerms) -> String? {
        if let beyond {
            return doubt(of: beyond, shownOn: page)
                + terms.hint(setting) { "; \($0) names another day" }
        }
        return usual.map {
            "the \(page) shows \(day), when the last date is, but 999 in 1,000 dates lie by \($0);"
                + " if that date is a mistake, name the day" + terms.with(setting, "\($0)")
        }
    }

    private func doubt(of beyond: DatesBeyond, shownOn page: String) -> String {
        let count = beyond.count == 1 ? "a date" : "\(NumberText.count(beyond.count)) dates"
        let place =
            beyond.written.map {
                "\(beyond.count == 1 ? "lies" : "lie") after the file was written, on \($0)"
            }
            ?? "\(beyond.count == 1 ? "lies" : "lie") years after all others"
        return
            "\(count) up to \(beyond.latest)\(beyond.id.map { " (request \($0))" } ?? "") \(place), and no day of the data;"
            + " the \(page) shows \(day), when the last of the others is"
    }
}
