import Boundaries
import Chronology
import City
import DelimitedText
import FeatureFiles
import Foundation
import Geometry
import GeometryEngine
import Locating
import Records
import ServiceRequests

/// Looks at a city's files and writes a city file: which column holds what, which areas requests are routed by, which codes mean
/// which areas, where and when the city is.
package struct CityDrafter: Sendable {
    let sources: CityDraftSources
    let jobs: Int
    /// The text of the zone database's table of places; `nil` where the system has none.
    let zoneTable: String?
    /// The text of its table of countries.
    let countryTable: String
    /// The text of its table with zones of each country's own.
    let ownZoneTable: String

    /// - Parameter zoneTables: Where the table of the zone database's places may stand.
    package init(_ sources: CityDraftSources, jobs: Int, zoneTables: [String] = CityDrafter.zoneTables) {
        self.sources = sources
        self.jobs = jobs
        zoneTable = zoneTables.lazy.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }.first
        func beside(_ name: String) -> String {
            zoneTables.lazy.compactMap { path in
                let file = URL(filePath: path).deletingLastPathComponent().appending(path: name)
                return try? String(contentsOf: file, encoding: .utf8)
            }.first ?? ""
        }
        (countryTable, ownZoneTable) = (beside("iso3166.tab"), beside("zone.tab"))
    }

    package static let zoneTables = NearestTimeZone.tables

    /// Returns the city file.
    ///
    /// - Throws: What is wrong with a file that cannot be read.
    package func draft() throws -> CityDraft {
        let sample = try sample(TextHints())
        let parts = try parts(sample)
        guard let zone = parts.zone?.name, sample.encodings.contains(where: \.dependsOnPlace) else {
            return try finished(parts)
        }
        // Where the city lies tells more of its letters, and so the names of its columns.
        return try finished(self.parts(self.sample(TextHints(timeZone: zone))))
    }

    private func parts(_ sample: RequestSample) throws -> DraftParts {
        guard let utc = CityClock(timeZone: "UTC") else { preconditionFailure("there is no UTC") }
        var parts = DraftParts(sample: sample, columns: RequestColumns(sample, clock: utc))
        let files = try sources.areas.flatMap { path in try AreaFile.read(path, jobs: jobs) }
        let zips = parts.columns.column(.zip).map { parts.columns.traits[$0].filled } ?? []
        parts.country = GridSearch.country(ofPostalCodes: zips, header: sample.header)
        try findGrid(&parts, files)
        parts.city = Box(enclosing: files.flatMap { $0.edition.home.corners })
        if let city = parts.city { parts.columns.chooseDegrees(within: city) }
        let order = findLocationOrder(&parts)
        var (positions, shared) = try SamplePositions.positions(
            sample, parts.columns, grid: parts.grid?.code, order: order)
        parts.groups = EditionDays.groups(of: files.map(\.name))
        parts.layers = try LayerMatcher(sample: sample, columns: parts.columns, positions: positions)
            .match(files, groups: parts.groups)
        if let grid = parts.grid {
            parts.grid = try DatumComparison(sample: sample, columns: parts.columns, layers: parts.layers)
                .compared(grid)
            if let better = parts.grid?.code, better != grid.code {
                (positions, shared) = try SamplePositions.positions(sample, parts.columns, grid: better)
                parts.layers = try LayerMatcher(
                    sample: sample, columns: parts.columns, positions: positions
                ).match(files, groups: parts.groups)
            }
        }
        parts.sharedPositions = shared
        let placed = positions.compactMap(\.self)
        let ofAreas = files.first?.edition.home.center
        // A few positions may be the wrong ones.
        let areFew = placed.count < Self.fewPositions
        parts.middle = areFew && ofAreas != nil ? ofAreas : SamplePositions.middle(of: placed)
        parts.positionCount = placed.count
        try findReference(&parts)
        let addresses = parts.columns[.address]?.columns.flatMap { parts.columns.traits[$0].filled } ?? []
        parts.zone = CityZone(
            middle: parts.middle, table: zoneTable, countries: countryTable, ownNames: ownZoneTable,
            basis: areFew && parts.middle != nil
                ? ofAreas == nil
                    ? "of which only \(DayText.counted(placed.count, "position")) \(placed.count == 1 ? "tells" : "tell")"
                    : "by where the areas are"
                : nil,
            language: TextLanguage(streets: addresses, header: sample.header), zips: zips,
            addresses: addresses)
        parts.hasZoneTable = zoneTable != nil
        return parts
    }

    /// Fewer positions do not tell where a city is, if anything else does.
    private static let fewPositions = 20

    private func sample(_ hints: TextHints) throws(RequestError) -> RequestSample {
        var hints = hints
        hints.sheet = sources.sheet
        let sample = try ofRequests(look(hints), hints)
        guard sample.header.count > 1 else {
            throw .noTable(
                source: sample.source.name, line: sample.headerLine, text: sample.header.first ?? "")
        }
        guard sample.looked > 0 else { throw .headerOnly(source: sample.source.name) }
        return sample
    }

    private func look(_ hints: TextHints) throws(RequestError) -> RequestSample {
        do throws(DelimitedTextError) {
            return try RequestSample(TextSource(argument: sources.requests), text: hints)
        } catch {
            throw .text(error)
        }
    }

    /// Returns the first sheet of a workbook that looks like requests, where none was asked for and the first does not.
    private func ofRequests(_ first: RequestSample, _ hints: TextHints) throws(RequestError) -> RequestSample
    {
        guard sources.sheet == nil, !first.otherTables.isEmpty, !first.holdsRequests else { return first }
        for name in first.otherTables.prefix(Self.mostSheets) {
            var hints = hints
            hints.sheet = name
            let other = try look(hints)
            if other.holdsRequests { return other }
        }
        return first
    }

    /// So many sheets are looked at for requests.
    private static let mostSheets = 20

    /// Finds which number comes first in a column of both, where its texts leave that open.
    private func findLocationOrder(_ parts: inout DraftParts) -> PositionText.Order? {
        guard let column = parts.columns.column(.location), parts.columns.column(.longitude) == nil,
            var choice = parts.columns[.location]
        else { return nil }
        let found = LocationOrder(
            parts.sample.columns[column], column: parts.columns.name(column),
            city: { [city = parts.city] in city })
        if let remark = found.remark {
            choice.evidence += ". \(remark)"
            parts.columns.set(.location, choice)
            parts.locationRemark = remark
        }
        return found.order
    }

    /// Finds the reference system of x and y; without one they say nothing.
    private func findGrid(_ parts: inout DraftParts, _ files: [AreaFile]) throws {
        guard let x = parts.columns.column(.x), let y = parts.columns.column(.y) else { return }
        let points = SamplePositions.pairs(parts.sample, x: x, y: y, isGrid: true).compactMap(\.self)
        let step = max(1, points.count / 100)
        let few = stride(from: 0, to: points.count, by: step).map { points[$0] }
        var search = GridSearch(few, country: parts.country)
        let corners = files.flatMap { $0.edition.home.corners }
        if let city = Box(enclosing: corners) { search = try GridSearch(few, within: city) }
        if search.code == nil, let profile = parts.columns.profile, let system = profile.coordinateSystem {
            search = GridSearch(code: system, evidence: "what \(profile.title) uses, whose columns these are")
        }
        parts.grid = search
        if search.code == nil {
            for field in [RequestField.x, .y] {
                parts.columns.doubt(field, because: "of no reference system that was found")
            }
        }
    }

    private func findReference(_ parts: inout DraftParts) throws {
        if let path = sources.streets {
            parts.streets = ReferenceColumns(streets: try ReferenceFields(path).names)
        }
        if let path = sources.addresses {
            let fields = try ReferenceFields(path)
            parts.addresses = ReferenceColumns(addresses: fields.names, hasPoints: fields.hasPoints)
        }
    }

    // MARK: Trial

    /// Reads the requests by the draft, so that what it says is tried, and what only the whole file shows is in it.
    private func finished(_ parts: DraftParts) throws -> CityDraft {
        var parts = parts
        let writer = DraftWriter(sources: sources, parts: parts)
        do {
            let city = try CityFile.parse(writer.text, path: sources.cityFile)
            guard let clock = CityClock(timeZone: city.timeZone) else { return writer.draft }
            let assigned = city.layers.compactMap(\.assigned)
            var reader = RequestReader(
                source: TextSource(argument: sources.requests), city: city, layers: assigned, clock: clock,
                jobs: jobs)
            reader.city = { [city = parts.city] in city }
            let table = try reader.read()
            parts.trial = DraftTrial(table, jobs: jobs)
        } catch let error as RequestError {
            parts.failure = "\(error)"
        } catch let error as CityFileError {
            parts.failure = "\(error)"
        }
        return DraftWriter(sources: sources, parts: parts).draft
    }
}

/// What was found in a city's files, before it is written.
struct DraftParts: Sendable {
    let sample: RequestSample
    var columns: RequestColumns
    var grid: GridSearch?
    /// The box around the areas.
    var city: Box<Coordinate>?
    /// What is to be said of the order of a column's two numbers.
    var locationRemark: String?
    var groups: [[Int]] = []
    /// In the order of the groups.
    var layers: [MatchedFile] = []
    var middle: Coordinate?
    var positionCount = 0
    /// Positions of the sample that so many rows share that they stand for none.
    var sharedPositions: [(position: Coordinate, rows: Int)] = []
    var country: String?
    var zone: CityZone?
    var hasZoneTable = false
    var streets: ReferenceColumns?
    var addresses: ReferenceColumns?
    var trial: DraftTrial?
    var failure: String?

    init(sample: RequestSample, columns: RequestColumns) {
        self.sample = sample
        self.columns = columns
    }
}

/// What reading all requests by the draft showed.
struct DraftTrial: Sendable {
    let rows: Int
    let rejected: Int
    let dateOrder: SettledDateOrder?
    let statuses: StatusTally
    let located: Int
    /// What the reader says of the file's form.
    let remarks: [String]
    let oddTexts: OddTexts
    /// Positions that many unrelated addresses share, the most frequent first.
    let placeholders: [Placeholder]
    /// For each status of which no word is known: its rows, and those of them that have a closing time.
    let unknownStatuses: [(status: String, rows: Int, closed: Int)]

    init(_ table: RequestTable, jobs: Int) {
        placeholders = PlaceholderFinder().find(in: table, jobs: jobs).all
        rows = table.count
        remarks = table.intake.remarks
        oddTexts = table.intake.oddTexts
        rejected = table.rejections.count
        dateOrder = table.intake.dateOrder
        statuses = StatusTally(table)
        located = table.positionStates.count { $0 == .recorded }
        var closed: [String: Int] = [:]
        for (row, status) in table.statuses.indices.enumerated() where status >= 0 && table.closed[row] != nil
        {
            closed[table.statuses.values[Int(status)], default: 0] += 1
        }
        unknownStatuses = statuses.entries(nil).compactMap { entry in
            entry.status.map { ($0, entry.count, closed[$0] ?? 0) }
        }
    }
}

/// The names of the columns of a file of streets or addresses.
struct ReferenceFields: Sendable {
    let names: [String]
    let hasPoints: Bool

    init(_ path: String) throws {
        do throws(FeatureFileError) {
            let collection = try FeatureReader.read(path)
            names = collection.fields
            hasPoints = collection.features.contains { !$0.geometry.places.isEmpty }
            return
        } catch {
            guard case .unknownFormat = error.reason else { throw error }
        }
        names = try DelimitedFile(.file(path)).shape.header
        hasPoints = false
    }
}
