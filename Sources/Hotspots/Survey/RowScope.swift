package import Chronology
package import City
import Disclosure
package import Geocoding
package import Geometry
package import Locating
package import ServiceRequests

/// The requests that take part, where each of them is, and why others do not.
package struct RowScope: Sendable {
    package let table: RequestTable
    package let clock: CityClock
    package let groups: HotspotGroups
    package let selection: RowSelection
    /// The default points; none where they are kept.
    package let placeholders: Placeholders
    package let projected: ProjectedRows
    private let places: RequestPlaces
    private let pieces: @Sendable () -> GroundPieces

    /// - Parameters:
    ///   - namedToo: Categories that take part also where they are private.
    ///   - reference: The city's streets and addresses; without one a row needs a usable position.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, settings: HotspotSettings,
        namedToo: Set<String> = [], reference: StreetReference?, jobs: Int
    ) throws {
        self.table = table
        self.clock = clock
        pieces = { GroundPieces(of: city, jobs: jobs) }
        groups = try HotspotGroups(
            table.categories, settings: settings, city: city, namedToo: namedToo,
            known: table.facts?.places?.categories ?? [], source: table.intake.sourceName)
        placeholders =
            settings.defaultPoints == .remove
            ? PlaceholderFinder(named: city.requests.placeholders).find(in: table, jobs: jobs) : .none
        var selection = RowSelection(
            table, groups: groups, window: settings.window(clock), placeholders: placeholders, jobs: jobs)
        let recordedMiddle =
            table.facts?.places?.middle.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }
            ?? ProjectedRows.middle(table, selection, jobs: jobs)
        let (farAway, overseas) =
            recordedMiddle.map { middle in
                selection.leaveOut(fartherFrom: middle, table, jobs: jobs) {
                    OverseasAreas(of: city, fartherFrom: middle, jobs: jobs)
                }
            } ?? ([], nil)
        let places = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: jobs
        ).places(
            in: table, lookup: .missingPositions, placeholders: placeholders,
            isAsked: { [selection] in selection.standings[$0].lacksPosition }, farAway: farAway)
        let addressed = selection.placeByAddress(places)
        // Where no position is usable, the places of the addresses tell where the city is.
        let middle =
            recordedMiddle ?? ProjectedRows.middle(of: addressed.compactMap(places.coordinate))
            ?? Coordinate(longitude: 0, latitude: 0)
        if let area = settings.area {
            let filter = try AreaFilter(area, city: city, rows: table.count, jobs: jobs)
            selection.keep(
                try filter.rows(count: table.count, jobs: jobs) { [selection] row in
                    selection.standings[row].isUsed ? places.coordinate(at: row) : nil
                })
        }
        self.selection = selection
        self.places = places
        projected = try ProjectedRows(
            table, selection, by: CityProjection(center: middle, overseas: overseas?.centers ?? []),
            places: places, jobs: jobs)
    }

    /// The position of a row in use; `nil` for another that has no place.
    package func position(at row: Int) -> Coordinate? { places.coordinate(at: row) }

    /// Returns where everybody may see the requests in use.
    ///
    /// - Parameters:
    ///   - lines: The streets as they are drawn; none where the city file names none.
    ///   - houses: The addresses that its reference knows.
    func publicPlaces(_ lines: [StreetLine], houses: [KnownHouse]) -> PublicPlaces {
        PublicPlaces(streets: lines, houses: houses, pieceAt: pieces().piece) { [table, selection, places] in
            selection.standings.indices.compactMap { row in
                guard selection.standings[row].isUsed, let address = table.address(at: row),
                    let position = places.coordinate(at: row)
                else { return nil }
                return (address, position)
            }
        }
    }
}

extension Position.Source {
    /// Whether a place is at least as exact as another: that of an address point, of a range, of a crossing, of a
    /// block, of a street. A block or a street is too wide to cluster by.
    static func <= (one: Self, other: Self) -> Bool {
        let order = allCases
        return order.firstIndex(of: one) ?? 0 <= order.firstIndex(of: other) ?? 0
    }
}
