package import Chronology
package import City
import Boundaries
import DelimitedText
import Foundation
import Geocoding
import Locating
package import Records
import ServiceRequests
import WorkSharing
import Workspace

/// Tells for each row of a file in which areas it lies: the rows come out as they are, with columns appended.
///
/// The file is read before its rows come out: what a default point is, only the whole of it tells, and of requests only those
/// that an audit keeps.
package struct LocateWork: Sendable {
    private let source: String
    private let sourceName: String
    private let table: RequestTable
    private let layers: [PreparedLayer]
    private let located: [LocatedLayer]
    private let places: RequestPlaces
    /// For each layer and edition the areas' titles.
    private let titles: [[[String]]]
    private let options: WorkOptions

    /// - Parameters:
    ///   - source: The file; it is read more than once, and so is not standard input.
    ///   - name: What the file is called; `nil` for the last part of its path.
    ///   - layerName: The only layer to ask; `nil` for all.
    ///   - day: The editions in force on it are asked; by default those in force when each row was opened.
    package init(
        _ source: String, named name: String? = nil, city: CityFile, layerName: String? = nil,
        day: CivilDate? = nil,
        options: WorkOptions
    ) throws {
        let whole = city
        var city = city
        if let layerName { city.layers = [try city.layer(named: layerName)] }
        guard !city.layers.isEmpty else { throw LocatingError.noLayer(city: city.path) }
        guard source != "-" else {
            throw RequestSourceError.readTwice
        }
        let work = try CityWork.begin(city, options: options)
        let loader = LayerLoader(city: city, jobs: options.jobs)
        let read = try loader.layers()
        work.warn(about: read)
        let finder = PlaceholderFinder(named: city.requests.placeholders)
        let found = try Self.defaultPoints(ofRequestsIn: source, city: whole, by: finder, options)
        let table = try RequestLoader(city: city).read(source, layers: [], purpose: .places, options: options)
        RequestLoader.warn(ofRowsMissingIn: table.intake, options)
        let editions = read.flatMap(\.editions)
        let reference = try work.referenceIfNamed(for: table, beside: editions)
        work.warn(of: editions, farFrom: table, beside: reference)
        options.show(.lookingUpAddresses(requests: table.count))
        let placer = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs)
        let places = placer.places(
            in: table, lookup: .missingPositions,
            placeholders: found.map { finder.find($0, in: table, jobs: options.jobs) }
                ?? finder.find(in: table, jobs: options.jobs))
        try Cancellation.check()
        options.show(.judging(requests: table.count))
        let layers = try loader.preparedLayers(of: read, rows: table.count)
        located = try layers.map { layer in
            try LocatedLayer(
                layer, places: places, table: table, clock: work.clock, day: day, jobs: options.jobs)
        }
        try Cancellation.check()
        self.source = source
        sourceName = name ?? table.intake.sourceName
        self.table = table
        self.layers = layers
        self.places = places
        self.options = options
        titles = read.map { $0.editions.map { $0.areas.map(\.title) } }
    }

    /// Returns the default points among a file's requests, of which each counts once as in an audit; `nil` where the rows are no
    /// requests, so that all of them count, and where facts name them.
    private static func defaultPoints(
        ofRequestsIn source: String, city: CityFile, by finder: PlaceholderFinder, _ options: WorkOptions
    ) throws -> Placeholders? {
        guard options.facts == nil, !Workspace.isWorkspace(source) else { return nil }
        let loader = try RequestLoader(city: city)
        // A file may lack what the CRM assigned.
        for layers in [city.layers.filter { $0.assigned != nil }, []] {
            do {
                return finder.find(
                    in: try loader.read(source, layers: layers, options: options), jobs: options.jobs)
            } catch is RequestError {
                // Rows that are no requests need neither column, and are told by the reading that follows.
                continue
            }
        }
        return nil
    }

    /// Where the rows were found.
    package var summary: LocatedSummary {
        var sources: [Position.Source: Int] = [:]
        var missing: [MissingPosition: Int] = [:]
        for row in 0..<table.count {
            if case .missing(let reason) = places.bases[row] { missing[reason, default: 0] += 1 }
            if let source = places.source(at: row) { sources[source, default: 0] += 1 }
        }
        return LocatedSummary(
            sourceName: sourceName, dialect: table.intake.dialect, rows: table.rowsInFile,
            read: table.count,
            columns: LocatedSummary.columns(of: table.intake),
            remarks: IntakeText.notes(table) + IntakeText.doubts(table.intake),
            sources: Position.Source.allCases.compactMap { source in
                sources[source].map { (source: source, count: $0) }
            },
            missing: MissingPosition.allCases.compactMap { reason in
                missing[reason].map { (reason: reason, count: $0) }
            },
            layers: zip(layers, located).map { LocatedSummary.Layer($0, doubts: $1.doubts) })
    }

    /// Returns the columns that are appended below a header: those of a layer begin with its name, and with `located_` before it
    /// where the file has one of them as its own.
    ///
    /// - Throws: ``RequestSourceError/repeatedColumn`` where the file has what was appended before.
    private func columns(below header: [String]) throws(RequestSourceError) -> [String] {
        let taken = Set(header.map { $0.lowercased() })
        func names(_ prefix: String) -> [String] {
            ["code", "title", "margin_m", "doubt"].map { "\(prefix)_\($0)" }
        }
        func isTaken(_ name: String) -> Bool { taken.contains(name.lowercased()) }
        var columns: [String] = []
        for layer in layers {
            let usual = names(layer.name)
            let own = usual.filter(isTaken)
            if own.count == usual.count { throw .repeatedColumn(usual[0], source: sourceName) }
            columns += own.isEmpty ? usual : names("located_" + layer.name)
        }
        columns.append("located_by")
        if let repeated = columns.first(where: isTaken) {
            throw .repeatedColumn(repeated, source: sourceName)
        }
        for layer in layers where !columns.contains("\(layer.name)_code") {
            options.warn(
                "\(sourceName) has a column \(names(layer.name).first(where: isTaken) ?? "") of its own; what is"
                    + " appended of the layer is called located_\(layer.name)_code and so on")
        }
        return columns
    }

    /// Writes the rows as they are with the columns appended.
    package func write(to destination: OutputDestination) throws {
        // The header is the one that the table was read by.
        let names = Set(table.intake.columns.values).union(table.intake.addressParts)
        let file = try DelimitedFile(TextSource(argument: source), known: table.intake.known) { cells in
            cells.count { names.contains($0) }
        }
        let shape = file.shape
        let columns = try columns(below: shape.header)
        var output = try OutputFile(destination)
        try output.write(head(shape, columns))
        let answers = RowAnswers(
            layers: layers, located: located, titles: titles, places: places, lines: table.lines)
        let blocks = NumberedBlocks(
            blocks: file.makeBlockReader(), line: shape.dataLine, lineEnd: shape.dialect.lineEnd)
        let jobs = options.jobs
        let finished = try foldStream(
            jobs: jobs, source: blocks, into: output,
            pull: { (blocks: inout NumberedBlocks, spent) throws -> NumberedBlock? in
                try blocks.next(reusing: spent)
            },
            makeWorker: { () throws in LocatedRowMaker(shape: shape, answers: answers) },
            work: { (maker: inout LocatedRowMaker, block: inout NumberedBlock) in maker.rows(of: &block) },
            fold: { (output: inout OutputFile, rows: consuming [UInt8]) throws in try output.write(rows) })
        try Cancellation.check()
        try finished.commit()
    }

    private func head(_ shape: TextShape, _ columns: [String]) -> [UInt8] {
        var buffer = DelimitedBuffer(delimiter: shape.dialect.forOutput.delimiter)
        buffer.appendRecord(shape.header + columns)
        let mark = shape.dialect.encoding == .utf8WithMark ? DelimitedBuffer.fileStart(.spreadsheet) : []
        return mark + buffer.bytes
    }
}
