import Geometry
import Hotspots
import Records

/// Where requests are frequent, by Getis and Ord's Gi*.
struct GiStarTable {
    let study: SignificanceStudy

    func findings() throws(SignificanceError) -> SignificanceFindings {
        let places = try study.places()
        let counts = places.counts(of: study.events)
        let ranked = try rankedPlaces(
            places, values: counts, falseDiscoveryRate: study.options.falseDiscoveryRate)
        let around = Around(places, counts)
        let hot = ranked.filter { $0.spot == .hot }
        let cold = ranked.count { $0.spot == .cold }
        var table = TextTable([.right, .left, .right, .right, .right, .right])
        table.add(["#", "Place", "Requests", "With neighbours", "z", "p adjusted"])
        for (place, found) in hot.prefix(study.top).enumerated() {
            table.add([
                String(place + 1), study.label(found.center),
                NumberText.count(Int(found.value)), NumberText.count(around.count(found.cell)),
                StatisticText.z(found.z),
                StatisticText.p(found.adjustedP),
            ])
        }
        return SignificanceFindings(
            title:
                "\(study.source): \(hot.count) hot and \(cold) cold of \(NumberText.count(ranked.count)) places, "
                + study.subject,
            notes: notes(places), table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, hot.count - study.top),
            columns: [
                "cell", "place", "requests", "requests_with_neighbours", "z", "p", "adjusted_p", "spot",
                "longitude", "latitude",
            ],
            records: ranked.map { record($0, around.count($0.cell)) })
    }

    private func notes(_ places: GridPlaces) -> [String] {
        [
            "\(NumberText.count(study.events.count)) requests in \(study.cells), each with the cells that touch it; "
                + "cells without any request are no places",
            "z = (Σwx − X̄Σw) / (S √{[nΣw² − (Σw)²] / (n − 1)}): Getis and Ord's Gi*, Geographical Analysis 27 (1995)",
            "p two-sided, adjusted after Benjamini and Hochberg, JRSS B 57 (1995): at most "
                + "\(NumberText.decimal(100 * study.options.falseDiscoveryRate)) % of the spots are false",
        ]
    }

    private func record(_ place: SignificantPlace, _ around: Int) -> TableRecord {
        let position = study.position(place.center)
        return TableRecord(
            values: [
                .text("\(place.cell.column):\(place.cell.row)"), .text(study.name(place.center)),
                .whole(Int(place.value)), .whole(around), .number(place.z, decimals: 4),
                .number(place.p, decimals: 6),
                .number(place.adjustedP, decimals: 6), .text(place.spot.word),
                .number(position.longitude, decimals: 7), .number(position.latitude, decimals: 7),
            ],
            geometry: study.outline(place.outline))
    }
}

/// The requests of a place and the places that touch it: what Gi* judges.
private struct Around {
    private let places: GridPlaces
    private let counts: [Double]

    init(_ places: GridPlaces, _ counts: [Double]) {
        self.places = places
        self.counts = counts
    }

    func count(_ cell: GridCell) -> Int {
        ([cell] + places.grid.neighbors(of: cell)).reduce(0) { sum, cell in
            sum + (places.place(at: cell).map { Int(counts[$0]) } ?? 0)
        }
    }
}

extension Spot {
    var word: String {
        switch self {
        case .hot: "hot"
        case .cold: "cold"
        case .neither: "neither"
        }
    }
}
