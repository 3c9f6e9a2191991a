package import Geometry
package import Records
import Statistics

/// How hot and cold spots come and go, by Gi* in slices of time and Mann and Kendall's trend.
package struct EmergingFindings {
    /// One place and its history.
    package struct Place {
        package let cell: GridCell
        package let center: ProjectedPoint
        package let requests: Int
        package let history: EmergingHistory
    }

    /// Every place, what an analyst looks at first in front.
    package let places: [Place]
    package let slices: TimeSlices
    /// The requests that were asked for and have no date.
    package let undated: Int
    private let study: SignificanceStudy
    private let grid: PlaceGrid

    /// The places that have a pattern.
    package var found: [Place] { places.filter { $0.history.pattern != .none } }

    package init(_ study: SignificanceStudy) throws(SignificanceError) {
        let gridPlaces = try study.places()
        let slices = try study.slices()
        let neighborhoods = Neighborhoods(touchingIn: gridPlaces)
        let requests = SlicedRequests(study, slices: slices, gridPlaces: gridPlaces)
        let judged = try requests.slices(study, neighborhoods)
        let histories = try emergingHistories(of: judged, neighborhoods: neighborhoods)
        self.study = study
        self.slices = slices
        undated = study.datedEvents.undated
        grid = gridPlaces.grid
        places = histories.enumerated().map { index, history in
            (
                index: index,
                place: Place(
                    cell: gridPlaces.cells[index], center: gridPlaces.centers[index],
                    requests: Int(judged.reduce(0) { $0 + $1.counts[index] }), history: history)
            )
        }.sorted {
            ($0.place.history.pattern.rank, -$0.place.requests, $0.index) < (
                $1.place.history.pattern.rank, -$1.place.requests, $1.index
            )
        }.map(\.place)
    }

    package static let columns = [
        RecordColumn("cell", "column and row of the grid's cell"),
        RecordColumn("place", "what lies in its middle"),
        RecordColumn("pattern", "how its hot and cold spots come and go"),
        RecordColumn("requests", .whole, "requests in the cell"),
        RecordColumn("slices", .whole, "slices of time"),
        RecordColumn("hot_slices", .whole, "slices in which it is hot"),
        RecordColumn("cold_slices", .whole, "slices in which it is cold"),
        RecordColumn("z_last", .number, "Gi* in the last slice"),
        RecordColumn("trend_z", .number, "Mann and Kendall's z of the slices"),
        RecordColumn("trend_p", .number, "two-sided p-value of the trend"),
        RecordColumn("trend_tau", .number, "Kendall's tau of the trend, -1 to 1"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
    ]

    /// The records as a table.
    package var table: RecordTable {
        RecordTable(
            name: "emerging", title: "Places", columns: Self.columns, shape: .surfaces,
            records: records)
    }

    private var records: [TableRecord] {
        places.map { place in
            let position = study.position(place.center)
            let history = place.history
            return TableRecord(
                values: [
                    .text("\(place.cell.column):\(place.cell.row)"), .text(study.name(place.center)),
                    .text(history.pattern.description), .whole(place.requests), .whole(slices.count),
                    .whole(history.spots.count { $0 == .hot }), .whole(history.spots.count { $0 == .cold }),
                    .number(history.z.last, decimals: 4), .number(history.trend.z, decimals: 4),
                    .number(history.trend.p, decimals: 6), .number(history.trend.tau, decimals: 4),
                    .number(position.longitude, decimals: 7), .number(position.latitude, decimals: 7),
                ],
                geometry: study.outline(grid.outline(of: place.cell)))
        }
    }
}

/// The dated requests of each slice of time.
private struct SlicedRequests {
    private var places: [[Int32]]
    private var isEvent: [[Bool]]
    private let placeCount: Int

    init(_ study: SignificanceStudy, slices: TimeSlices, gridPlaces: GridPlaces) {
        places = [[Int32]](repeating: [], count: slices.count)
        isEvent = [[Bool]](repeating: [], count: slices.count)
        placeCount = gridPlaces.count
        for (request, isEvent) in study.isEvent.enumerated() {
            guard let opened = study.opened[request], let slice = slices.slice(of: opened) else { continue }
            places[slice].append(gridPlaces.placeOfPoint[request])
            self.isEvent[slice].append(isEvent)
        }
    }

    /// Returns the counts of each slice with the places that stand out in it.
    func slices(
        _ study: SignificanceStudy, _ neighborhoods: Neighborhoods
    ) throws(SignificanceError) -> [EmergingSlice] {
        var slices: [EmergingSlice] = []
        for slice in places.indices {
            var finder = study.spotFinder
            // Each slice has random orders of its own.
            finder.seed = study.settings.seed &+ UInt64(slice) &* BitMixing.golden
            var counts = [Double](repeating: 0, count: placeCount)
            for (place, isEvent) in zip(places[slice], isEvent[slice]) where isEvent {
                counts[Int(place)] += 1
            }
            let findings =
                study.isWholeFile
                ? try finder.findings(values: counts, neighborhoods: neighborhoods)
                : try finder.findings(
                    placeOfRequest: places[slice], isCase: isEvent[slice], neighborhoods: neighborhoods)
            slices.append(
                EmergingSlice(
                    counts: counts, spots: findings.spots(significance: study.settings.significance)))
        }
        return slices
    }
}

extension EmergingPattern {
    /// The order in which an analyst looks at patterns: hot before cold, what is new or grows first.
    package var rank: Int {
        let kinds = EmergingKind.allCases
        switch self {
        case .hot(let kind): return kinds.firstIndex(of: kind) ?? 0
        case .cold(let kind): return kinds.count + (kinds.firstIndex(of: kind) ?? 0)
        case .none: return 2 * kinds.count
        }
    }
}
