import Geometry
package import Records

/// Where requests are frequent, by Getis and Ord's Gi*.
package struct GiStarFindings {
    /// Every place, the hottest first.
    package let ranked: [SignificantPlace]
    private let study: SignificanceStudy

    package init(_ study: SignificanceStudy) throws(SignificanceError) {
        let places = try study.places()
        let neighborhoods = Neighborhoods(touchingIn: places)
        let counts = places.counts(of: study.events)
        let findings =
            study.isWholeFile
            ? try study.spotFinder.findings(values: counts, neighborhoods: neighborhoods)
            : try study.spotFinder.findings(
                placeOfRequest: places.placeOfPoint, isCase: study.isEvent, neighborhoods: neighborhoods)
        self.study = study
        ranked = rankedPlaces(
            places, values: counts, neighborhoods: neighborhoods, findings: findings,
            significance: study.settings.significance)
    }

    private static let style = LayerStyle.categories(
        column: "spot",
        colors: [.init("hot", "#c62828"), .init("cold", "#1565c0"), .init("neither", "#bdbdbd")])

    package static let columns = [
        RecordColumn("cell", "column and row of the grid's cell"),
        RecordColumn("place", "what lies in its middle"),
        RecordColumn("requests", .whole, "requests in the cell"),
        RecordColumn("requests_with_neighbours", .whole, "requests in it and the cells that touch it"),
        RecordColumn("z", .number, "Getis and Ord's Gi*"),
        RecordColumn("p", .number, "two-sided p-value of z"),
        RecordColumn("adjusted_p", .number, "p, adjusted for the number of places"),
        RecordColumn("spot", "hot, cold or neither"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
    ]

    /// The records as a table.
    package var table: RecordTable {
        RecordTable(
            name: "gi_star", title: "Places", columns: Self.columns, shape: .surfaces, style: Self.style,
            records: records)
    }

    private var records: [TableRecord] {
        ranked.map { place in
            let position = study.position(place.center)
            return TableRecord(
                values: [
                    .text("\(place.cell.column):\(place.cell.row)"), .text(study.name(place.center)),
                    .whole(Int(place.value)), .whole(Int(place.valueAround)), .number(place.z, decimals: 4),
                    .number(place.p, decimals: 6), .number(place.adjustedP, decimals: 6),
                    .text(place.spot.word), .number(position.longitude, decimals: 7),
                    .number(position.latitude, decimals: 7),
                ],
                geometry: study.outline(place.outline))
        }
    }
}

extension Spot {
    /// The word in the column `spot`.
    package var word: String {
        switch self {
        case .hot: "hot"
        case .cold: "cold"
        case .neither: "neither"
        }
    }
}
