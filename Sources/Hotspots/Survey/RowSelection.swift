import Chronology
import Geometry
import Locating
import ServiceRequests
import WorkSharing

/// The standing of each row of a table.
package struct RowSelection: Sendable {
    package private(set) var standings: [RowStanding]

    /// Takes what parts found.
    init(standings: [RowStanding]) { self.standings = standings }

    /// - Parameter window: The moments of opening that were asked for, the last excluded; `nil` for all.
    init(
        _ table: RequestTable, groups: HotspotGroups, window: Range<Timestamp>?, placeholders: Placeholders,
        jobs: Int
    ) {
        standings = filledArray(count: table.count, jobs: jobs) { rows, standings in
            for row in rows {
                standings[row] = Self.standing(
                    row, table: table, groups: groups, window: window, placeholders: placeholders)
            }
        }
    }

    private static func standing(
        _ row: Int, table: RequestTable, groups: HotspotGroups, window: Range<Timestamp>?,
        placeholders: Placeholders
    ) -> RowStanding {
        let group = groups.group(of: row, table.categories)
        guard group >= 0 else {
            return group == HotspotGroups.privateCategory ? .privateCategory : .otherCategory
        }
        if table.state(at: row) == .ignored { return .ignoredStatus }
        if let window, !(table.opened[row].map(window.contains) ?? false) { return .outsideDates }
        return RequestPlacer.missing(atRow: row, in: table, placeholders: placeholders)
            .map(RowStanding.missing) ?? .used
    }

    /// Leaves out positions that are in another part of the world, as where longitude and latitude are swapped.
    ///
    /// - Parameter overseas: Gives the city's areas there, whose positions stay; asked only where any position is so far away.
    /// - Returns: Their rows, and the areas where they were asked for.
    mutating func leaveOut(
        fartherFrom middle: Coordinate, _ table: RequestTable, jobs: Int, overseas: () -> OverseasAreas?
    ) -> (rows: Set<Int>, overseas: OverseasAreas?) {
        let slices = mapSlices(count: table.count, sliceLength: 32_768, jobs: jobs, makeWorker: {}) {
            [standings] _, rows in
            rows.filter { row in
                standings[row] == .used
                    && Self.areApart(table.recordedCoordinate(at: row), middle)
            }
        }
        var far = Set(slices.joined())
        guard !far.isEmpty else { return ([], nil) }
        let overseas = overseas()
        if let overseas { far = far.filter { !overseas.contain(table.recordedCoordinate(at: $0)) } }
        for row in far { standings[row] = .missing(.farAway) }
        return (far, overseas)
    }

    /// Whether two places are in other parts of the world.
    static func areApart(_ one: Coordinate, _ other: Coordinate) -> Bool {
        degreesApart(one.longitude, other.longitude) > farthest
            || abs(one.latitude - other.latitude) > farthest
    }

    /// Returns how far two longitudes are apart, the short way around.
    private static func degreesApart(_ one: Double, _ other: Double) -> Double {
        let apart = abs(one - other)
        return min(apart, 360 - apart)
    }

    /// Degrees from the middle of all requests; no city is larger.
    static let farthest = 5.0

    /// Takes in the rows that only lack a usable position and whose address tells closely where they are. Of the others that an
    /// address places says so: an audit and a located file have them there.
    ///
    /// - Returns: The rows taken in.
    mutating func placeByAddress(_ places: RequestPlaces) -> [Int] {
        var rows: [Int] = []
        for row in standings.indices where standings[row].lacksPosition && places.bases[row] == .address {
            standings[row] = Self.isClose(places, row) ? .placedByAddress : .placedRoughly
            if standings[row].isUsed { rows.append(row) }
        }
        return rows
    }

    private static func isClose(_ places: RequestPlaces, _ row: Int) -> Bool {
        guard let place = places.addresses?.place(at: row), (place.confidence ?? .loose) > .loose else {
            return false
        }
        return place.position.map { $0.source <= .intersection } ?? false
    }

    /// Leaves out the rows in use that do not lie in an area.
    mutating func keep(_ isInArea: [Bool]) {
        for row in standings.indices where standings[row].isUsed && !isInArea[row] {
            standings[row] = .outsideArea
        }
    }

    /// Returns how many rows have each standing.
    package func counts(jobs: Int) -> [RowStanding: Int] {
        let slices = mapSlices(count: standings.count, sliceLength: 65_536, jobs: jobs, makeWorker: {}) {
            _, rows in
            var counts = [Int](repeating: 0, count: RowStanding.allCases.count)
            for standing in standings[rows] { counts[Int(standing.rawValue)] += 1 }
            return counts
        }
        return Dictionary(
            uniqueKeysWithValues: RowStanding.allCases.map { standing in
                (standing, slices.reduce(0) { $0 + $1[Int(standing.rawValue)] })
            })
    }
}

extension RequestTable {
    fileprivate func recordedCoordinate(at row: Int) -> Coordinate {
        Coordinate(longitude: longitudes[row], latitude: latitudes[row])
    }
}
