import Boundaries
import Chronology
import City
import DelimitedText
import FeatureFiles
import Foundation
import Geocoding
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
        guard let utc = CityClock(timeZone: "UTC") else { preconditionFailure("there is no UTC") }
        let sample = try sample(TextHints())
        let parts = try parts(sample, clock: utc)
        guard let zone = parts.zone?.name, let clock = CityClock(timeZone: zone) else {
            return try finished(parts)
        }
        // Where the city lies tells more of its letters, and so the names of its columns, and of the zones in its times.
        if sample.encodings.contains(where: \.dependsOnPlace) {
            return try finished(self.parts(self.sample(TextHints(timeZone: zone)), clock: clock))
        }
        guard parts.columns.hasMoreDates(by: clock) else { return try finished(parts) }
        return try finished(self.parts(sample, clock: clock))
    }

    private func parts(_ sample: RequestSample, clock: CityClock) throws -> DraftParts {
        var parts = DraftParts(sample: sample, columns: RequestColumns(sample, clock: clock))
        let files = try sources.areas.flatMap { path in try AreaFile.read(path, jobs: jobs) }
        let zips = parts.columns.column(.zip).map { parts.columns.traits[$0].filled } ?? []
        parts.country = GridSearch.country(ofPostalCodes: zips, header: sample.header)
        try findGrid(&parts, files)
        parts.city = Box(enclosing: files.flatMap { $0.edition.home.corners })
        if let city = parts.city { parts.columns.chooseDegrees(within: city) }
        parts.groups = EditionDays.groups(of: files.map(\.name))
        parts.columns = try PairComparison(
            sample: sample, files: files, groups: parts.groups, city: parts.city
        ).settled(parts.columns)
        let areExchanged = noteExchangedDegrees(&parts)
        parts.columns.offerAxes()
        parts.columns.offerPositionsOfAnother()
        let order = findLocationOrder(&parts)
        var (positions, shared) = try SamplePositions.positions(
            sample, parts.columns, grid: parts.grid?.code, order: order)
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
        try EditionDayCheck(
            sample: sample, columns: parts.columns, positions: positions, clock: clock
        ).noteDays(of: &parts.layers, groups: parts.groups)
        parts.sharedPositions = shared
        let placed = positions.compactMap(\.self)
        let ofAreas = files.first?.edition.home.center
        // A few positions may be the wrong ones.
        let areFew = placed.count < Self.fewPositions || areExchanged
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

    private func findReference(_ parts: inout DraftParts) throws {
        if let path = sources.streets {
            parts.streets = ReferenceColumns(streets: try ReferenceFields(path).names)
        }
        if let path = sources.addresses {
            parts.addresses = ReferenceColumns(addresses: try ReferenceFields(path))
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
            if ReferenceLoader(city: city).isNamed { try compare(&parts, with: table, by: city) }
            if let agreement = parts.agreement, agreement.isDoubtful {
                parts.columns.doubt(.address, because: Self.doubt(by: agreement))
            }
        } catch let error as RequestError {
            parts.failure = "\(error)"
        } catch let error as CityFileError {
            parts.failure = "\(error)"
        } catch let error as ReferenceError {
            parts.failure = "\(error)"
        }
        return DraftWriter(sources: sources, parts: parts).draft
    }

    /// Notes what of the streets and addresses lies elsewhere than the areas, and how recorded positions agree with the addresses
    /// beside them.
    private func compare(_ parts: inout DraftParts, with table: RequestTable, by city: CityFile) throws {
        let reference = try ReferenceLoader(city: city).compiled()
        let rows = stride(from: 0, to: table.count, by: max(1, table.count / Self.comparedRows))
        parts.misplaced = ReferenceCheck(
            editions: parts.layers.map(\.file.edition), positions: table.recordedPositions(ofRows: rows)
        ).misplaced(in: reference)
        let hasAddresses = city.requests.columns["address"] != nil || !city.requests.addressParts.isEmpty
        guard hasAddresses, table.count > 0 else { return }
        let placeholders = PlaceholderFinder(named: city.requests.placeholders).find(in: table, jobs: jobs)
        parts.agreement = AddressLocator(Geocoder(reference: reference), jobs: jobs).agreement(
            of: rows, in: table, placeholders: placeholders)
    }

    /// So many rows tell whether a column holds the requests' own addresses.
    private static let comparedRows = 2_000

    private static func doubt(by agreement: AddressAgreement) -> String {
        "of \(NumberText.count(agreement.compared)) recorded positions \(NumberText.count(agreement.apart)) lie more than"
            + " \(NumberText.count(Int(AddressAgreement.another))) m from the address beside them, as homes of who reported would"
    }
}
