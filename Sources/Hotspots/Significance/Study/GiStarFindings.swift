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

    package static let columns = [
        "cell", "place", "requests", "requests_with_neighbours", "z", "p", "adjusted_p", "spot",
        "longitude", "latitude",
    ]

    package var records: [TableRecord] {
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
