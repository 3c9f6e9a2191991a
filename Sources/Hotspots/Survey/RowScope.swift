package import Chronology
package import City
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
    package let placeholders: Placeholders?
    package let projected: ProjectedRows
    /// The places of the rows whose own position is not usable, but whose address is known.
    private let addressed: [Int: Coordinate]

    /// - Parameters:
    ///   - namedToo: Categories that take part also where they are private.
    ///   - reference: The city's streets and addresses; without one a row needs a usable position.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, settings: HotspotSettings,
        namedToo: Set<String> = [], reference: StreetReference?, jobs: Int
    ) throws {
        self.table = table
        self.clock = clock
        groups = try HotspotGroups(
            table.categories, settings: settings, city: city, namedToo: namedToo,
            source: table.intake.sourceName)
        placeholders =
            settings.defaultPoints == .remove
            ? PlaceholderFinder(named: city.requests.placeholders).find(in: table, jobs: jobs) : nil
        var selection = RowSelection(
            table, groups: groups, window: settings.window(clock), placeholders: placeholders, jobs: jobs)
        let recordedMiddle = ProjectedRows.middle(table, selection, jobs: jobs)
        if let recordedMiddle { selection.leaveOut(fartherFrom: recordedMiddle, table, jobs: jobs) }
        let addressed =
            reference.map { [placeholders] in
                Self.places(
                    table, selection: &selection, placeholders: placeholders, reference: $0, jobs: jobs)
            } ?? [:]
        // Where no position is usable, the places of the addresses tell where the city is.
        let middle =
            recordedMiddle ?? ProjectedRows.middle(of: addressed.values)
            ?? Coordinate(longitude: 0, latitude: 0)
        if let area = settings.area {
            let filter = try AreaFilter(area, city: city, rows: table.count, jobs: jobs)
            selection.keep(
                try filter.rows(count: table.count, jobs: jobs) { [selection] row in
                    switch selection.standings[row] {
                    case .used: Self.recorded(table, row)
                    case .placedByAddress: addressed[row]
                    default: nil
                    }
                })
        }
        self.selection = selection
        self.addressed = addressed
        projected = try ProjectedRows(
            table, selection, around: middle, addressed: addressed, jobs: jobs)
    }

    /// The position of a row in use.
    package func position(at row: Int) -> Coordinate { addressed[row] ?? Self.recorded(table, row) }

    private static func recorded(_ table: RequestTable, _ row: Int) -> Coordinate {
        Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
    }

    /// Looks up the addresses of the rows that only lack a position; those that match well are taken in.
    private static func places(
        _ table: RequestTable, selection: inout RowSelection, placeholders: Placeholders?,
        reference: StreetReference, jobs: Int
    ) -> [Int: Coordinate] {
        let rows = selection.standings.indices.filter {
            selection.standings[$0].lacksPosition && !table.addresses.range(at: $0).isEmpty
        }
        let book = AddressLocator(Geocoder(reference: reference), jobs: jobs).locate(table, rows: rows)
        var places: [Int: Coordinate] = [:]
        for row in rows {
            guard let place = book.place(at: row), (place.confidence ?? .loose) > .loose,
                let position = place.position, position.source <= .intersection
            else { continue }
            places[row] = position.coordinate
            selection.placeByAddress(row)
        }
        return places
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
