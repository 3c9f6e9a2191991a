import Boundaries
package import Chronology
package import City
package import DelimitedText
import Disclosure
import Foundation
import Geometry
import Locating
import Records
package import ServiceRequests
import WorkSharing
import Workspace

/// Reads a city's requests as its city file describes them.
package struct RequestLoader: Sendable {
    package let city: CityFile
    package let clock: CityClock

    package init(city: CityFile) throws(CityWorkError) {
        guard let clock = CityClock(timeZone: city.timeZone) else {
            throw .noTimeZone(city.timeZone, city: city.path)
        }
        self.city = city
        self.clock = clock
    }

    /// - Parameters:
    ///   - source: A file of requests, `-` for standard input, or a workspace.
    ///   - layers: The layers whose assigned columns are wanted; each has to name one.
    ///   - carrying: The file's names of columns that are passed on as they are; a workspace has none.
    ///   - earlierDateOrder: The order of dates that earlier files of the city settled.
    ///   - work: What will be done with the requests.
    package func read(
        _ source: String, layers: [CityFile.LayerSettings], carrying: [String] = [],
        purpose: RequestReader.Purpose = .requests, keeping: KeptColumns = KeptColumns(),
        options: WorkOptions, earlierDateOrder: String? = nil, for work: MemoryNeed.Work = .judging
    ) throws -> RequestTable {
        let facts = try facts(options)
        if Workspace.isWorkspace(source) {
            if let column = carrying.first {
                throw QuestionError.carriedColumnNotKept(column, workspace: source)
            }
            guard purpose != .places else { throw QuestionError.columnsNotKept(workspace: source) }
            var table = try read(Workspace(opening: source, of: city.kept), layers: layers, options: options)
            table.keepAsRead(keeping.fields) { FixedDecimal.text($0, decimals: $1) }
            guard keeping.named.allSatisfy({ table.headerName(ofColumn: $0.name) != nil }) else {
                throw QuestionError.columnsNotKept(workspace: source)
            }
            table.facts = facts
            return table
        }
        var reader = try reader(
            of: source, layers: layers, carrying: carrying, purpose: purpose, keeping: keeping,
            options: options, earlierDateOrder: earlierDateOrder)
        reader.facts = facts
        reader.work = work
        reader.sharesAddresses = reader.sharesAddresses || work.isCounting
        reader.known = try shape(facts, options)
        let table = try read(by: reader, options: options)
        if let facts { warn(of: facts, judging: table, options) }
        return table
    }

    /// Returns what reads a file in slices.
    func slicesReader(
        of source: String, layers: [CityFile.LayerSettings], carrying: [String], keeping: KeptColumns,
        options: WorkOptions
    ) throws -> RequestReader {
        var reader = try reader(
            of: source, layers: layers, carrying: carrying, keeping: keeping, options: options)
        reader.known = try shape(nil, options)
        return reader
    }

    /// Returns what is known of a file before it is opened.
    package func shape(_ options: WorkOptions) throws -> KnownShape {
        var shape = try shape(facts(options), options)
        shape.text = TextHints(city.requests, timeZone: clock.timeZone)
        return shape
    }

    /// Says what may be meant, and makes facts doubtful: those of another program, and of files with other columns.
    private func warn(of facts: CityFacts, judging table: RequestTable, _ options: WorkOptions) {
        let name = options.facts ?? ""
        if facts.wardline != WardlineVersion.current {
            options.warn(
                "\(name) was made by wardline \(facts.wardline), and this is \(WardlineVersion.current): one run over all"
                    + " may judge otherwise; wardline facts makes it anew")
        }
        if !facts.dates.certain, let guessed = facts.dates.order, let order = table.intake.dateOrder,
            order.isCertain, order.order != guessed
        {
            options.warn(
                "\(name) took \(guessed) for its dates, which nothing settled, and those of \(table.intake.sourceName) are"
                    + " \(order.order): its days may be wrong; make facts anew of all files together, or with the order in the city file"
            )
        }
        let (known, own) = (facts.columns.header, table.intake.header)
        if !known.isEmpty, !own.isEmpty, known != own {
            let missing = known.first { !own.contains($0) }
            options.warn(
                "\(name) was made of files with other columns than \(table.intake.sourceName)"
                    + (missing.map { " (\($0) is not there)" } ?? "") + ": are they of the same requests?")
        }
    }

    private func shape(_ facts: CityFacts?, _ options: WorkOptions) throws -> KnownShape {
        try options.part.shape(facts) { path in
            try reader(of: path, layers: city.layers.filter { $0.assigned != nil }, options: options).shape()
        }
    }

    private func facts(_ options: WorkOptions) throws -> CityFacts? {
        guard let path = options.facts else { return nil }
        guard Workspace.isWorkspace(path) else {
            return try FactsFile.read(path, city: city.name, layers: city.layerNames)
        }
        let workspace = try Workspace(opening: path, of: city.kept)
        if let kept = try workspace.currentFacts() {
            try FactsFile.check(kept, city: city.name, path: path)
            return kept
        }
        // Requests or answers came since facts were kept.
        var options = options
        options.facts = nil
        return try FactsWork([path], city: city, options: options).facts
    }

    /// Reads all of a city's requests, so that facts can be made of them.
    ///
    /// - Parameter sources: Files of requests with one header, in order, or one workspace.
    func readForFacts(
        _ sources: [String], layers: [CityFile.LayerSettings], options: WorkOptions
    ) throws -> RequestTable {
        if let workspace = sources.first(where: Workspace.isWorkspace) {
            return try read(Workspace(opening: workspace, of: city.kept), layers: layers, options: options)
        }
        var reader = try reader(of: sources[0], layers: layers, options: options)
        reader.further = sources.dropFirst().map(TextSource.init(argument:))
        reader.isMakingFacts = true
        return try read(by: reader, options: options)
    }

    /// Returns what a source of requests is called among the files of facts.
    static func name(of source: String) -> String { TextSource(argument: source).name }

    private func reader(
        of source: String, layers: [CityFile.LayerSettings], carrying: [String] = [],
        purpose: RequestReader.Purpose = .requests, keeping: KeptColumns = KeptColumns(),
        options: WorkOptions, earlierDateOrder: String? = nil
    ) throws -> RequestReader {
        var assigned: [String] = []
        for layer in layers {
            guard let column = layer.assigned else {
                throw CityWorkError.noAssignedColumn(layer: layer.name, city: city.path)
            }
            assigned.append(column)
        }
        var reader = RequestReader(
            source: TextSource(argument: source), city: city, layers: assigned, carrying: carrying,
            clock: clock, jobs: options.jobs, purpose: purpose, keeping: keeping,
            earlierDateOrder: earlierDateOrder)
        reader.room = MemoryRoom.now(wish: options.memory)
        reader.sharesAddresses = ReferenceLoader(city: city).isNamed
        reader.city = { [layers = city.layers, jobs = options.jobs] in Self.box(around: layers, jobs: jobs) }
        let areas = NamedAreas(layers, jobs: options.jobs)
        let privacy = try PrivateCategories(city: city, categories: [], audience: .internal)
        if !privacy.names.isEmpty { reader.isPrivate = { privacy.isPrivate($0) } }
        reader.isArea = { areas.has($1, inLayer: $0) }
        return reader
    }

    /// Returns the box around the areas of the first layer that can be read; `nil` where none can.
    private static func box(around layers: [CityFile.LayerSettings], jobs: Int) -> Box<Coordinate>? {
        layers.lazy.compactMap { layer in
            layer.editions.last.flatMap { try? Edition.load(EditionSource($0, of: layer), jobs: jobs).home }
        }.first
    }

    /// Says what a source does not have.
    ///
    /// - Parameter isWithoutPrivate: Whether private requests, of which nobody is told whether there are any, are left out.
    static func warn(
        ofRowsMissingIn intake: IntakeSummary, isWithoutPrivate: Bool = false, _ options: WorkOptions
    ) {
        let deleted = intake.deleted.count
        if deleted > 0 {
            options.warn(
                "\(intake.sourceName): \(DayText.counted(deleted, "request")) that the CRM deleted"
                    + " \(deleted == 1 ? "is" : "are") left out")
        }
        for remark in intake.remarks where TextShape.tellsMissingRows(remark) {
            options.warn("\(intake.sourceName): \(remark)")
        }
        if intake.emptySince != nil {
            let missing = isWithoutPrivate ? "requests that the public edition tells of" : "rows"
            options.warn("\(intake.sourceName) has no \(missing)")
        }
    }

    /// Says where one request counts twice, since its id stands in two spellings.
    static func warn(ofRespeltIDsIn table: RequestTable, _ options: WorkOptions) {
        guard let found = table.respeltIDs() else { return }
        options.warn(
            "\(table.intake.sourceName): \(DayText.counted(found.count, "row")) with the id of another row in another spelling"
                + " (\(table.id(at: found.second)) and \(table.id(at: found.first))), of the same category and time of opening, count as"
                + " requests of their own; write the ids as the CRM does")
    }

    /// Says where the areas of most rows may stand above them, as in a report with groups.
    static func warn(ofGroupsIn table: RequestTable, _ options: WorkOptions) {
        for (layer, name) in table.intake.assignedColumns.enumerated() where layer < table.assigned.count {
            guard let filled = table.groupedRows(ofLayer: layer) else { continue }
            options.warn(
                "\(table.intake.sourceName): \(name) is filled in \(NumberText.count(filled)) of \(NumberText.count(table.count)) rows, each"
                    + " time with another area, as the first row of each group of a report is; the blank rows below may be of the same area,"
                    + " and count as unassigned: export the report without groups")
        }
    }

    private func read(by reader: RequestReader, options: WorkOptions) throws -> RequestTable {
        let table = try reader.read { options.show($0.stage) }
        // What was read of cancelled work is not the whole.
        try Cancellation.check()
        return table
    }

    private func read(
        _ workspace: Workspace, layers: [CityFile.LayerSettings], options: WorkOptions
    ) throws -> RequestTable {
        var table = try workspace.requests(
            layers: layers.map(\.name), statuses: StatusWordList(city.statuses)
        ) { rows in
            options.show(.reading(requests: rows, share: nil))
        }
        if table.intake.positionColumns == .grid {
            table.note(gridSystem: city.requests.referenceSystem)
        }
        let written = try? FileManager.default.attributesOfItem(atPath: workspace.path)[.modificationDate]
        table.note(
            written: Timestamp(
                secondsSince1970: Int64(((written as? Date) ?? Date()).timeIntervalSince1970)))
        return table
    }
}

extension ReadingProgress {
    var stage: WorkStage {
        let all = byteCount.flatMap { $0 > 0 ? Double(bytesRead) / Double($0) : nil }
        return .reading(requests: rows, share: all)
    }
}
