package import Chronology
import Foundation
import Geometry
package import Records

/// Where and when a category made up more of the requests than elsewhere, by Kulldorff's scan.
package struct ScanFindings {
    /// The likeliest first.
    package let clusters: [ScanCluster]
    package let slices: TimeSlices
    /// The requests that were asked for, and those of all categories, in the slices.
    package let cases: Int
    package let population: Int
    private let study: SignificanceStudy

    /// A scan looks at circles around each place, through each other place.
    private static let mostPlaces = 1_000

    package init(_ study: SignificanceStudy) throws(SignificanceError) {
        guard !study.isWholeFile else { throw .noCategory }
        let places = try study.places()
        guard places.count <= Self.mostPlaces else { throw Self.tooManyPlaces(places.count, study.settings) }
        let slices = try study.slices()
        var cases = [Int](repeating: 0, count: places.count * slices.count)
        var population = [Double](repeating: 0, count: cases.count)
        for (request, isEvent) in study.isEvent.enumerated() {
            guard let slice = study.opened[request].flatMap(slices.slice) else { continue }
            let cell = Int(places.placeOfPoint[request]) * slices.count + slice
            population[cell] += 1
            if isEvent { cases[cell] += 1 }
        }
        var settings = ScanSettings()
        settings.model = .bernoulli
        settings.includesWholePeriod = true
        settings.replications = study.settings.replications
        settings.seed = study.settings.seed
        clusters = try scanClusters(
            of: ScanStudy(
                locations: places.centers, slices: slices.count, cases: cases, population: population),
            settings: settings, jobs: study.jobs)
        self.study = study
        self.slices = slices
        self.cases = cases.reduce(0, +)
        self.population = Int(population.reduce(0, +))
    }

    private static func tooManyPlaces(_ count: Int, _ settings: SignificanceSettings) -> SignificanceError {
        let factor = (Double(count) / Double(mostPlaces)).squareRoot()
        let nearest = (settings.cellSize * factor / 50).rounded(.up) * 50
        let size = settings.cellSize
        return .invalidSetting(
            name: "cell-size", value: size == size.rounded() ? "\(Int(size)) m" : "\(size) m",
            allowed: "so large that the city has at most \(NumberText.count(mostPlaces)) places, not "
                + "\(NumberText.count(count)); try \(Int(nearest))")
    }

    /// The circle reaches from the middle of its first cell to the far side of its last, metres.
    package func radius(of cluster: ScanCluster) -> Double { cluster.radius + study.settings.cellSize / 2 }

    package func days(of cluster: ScanCluster) -> ClosedRange<CivilDate> {
        let first = slices.boundaries[cluster.slices.lowerBound]
        var last = slices.boundaries[cluster.slices.upperBound]
        last.secondsSince1970 -= 1
        return study.clock.date(at: first)...study.clock.date(at: last)
    }

    package static let columns = [
        RecordColumn("rank", .whole, "1 is the least likely by chance"),
        RecordColumn("place", "what lies in its middle"),
        RecordColumn("radius_m", .number, "radius of the circle, metres"),
        RecordColumn("from", .day, "first day"),
        RecordColumn("to", .day, "last day"),
        RecordColumn("requests", .whole, "requests of the category in circle and days"),
        RecordColumn("expected", .number, "requests of it if it were as frequent as elsewhere"),
        RecordColumn("relative_risk", .number, "how many times as frequent as elsewhere"),
        RecordColumn("log_likelihood_ratio", .number, "Kulldorff's log likelihood ratio"),
        RecordColumn("p", .number, "p-value by random studies; it allows for the number of windows"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
    ]

    /// The records as a table.
    package var table: RecordTable {
        RecordTable(
            name: "scan", title: "Places", columns: Self.columns, shape: .surfaces, style: .plain("#c62828"),
            records: records)
    }

    private var records: [TableRecord] {
        clusters.enumerated().map { index, cluster in
            let days = days(of: cluster)
            let position = study.position(cluster.center)
            return TableRecord(
                values: [
                    .whole(index + 1), .text(study.name(cluster.center)),
                    .number(radius(of: cluster), decimals: 1), .day(days.lowerBound),
                    .day(days.upperBound), .whole(cluster.cases),
                    .number(cluster.expected, decimals: 3), .number(cluster.relativeRisk, decimals: 3),
                    .number(cluster.logLikelihoodRatio, decimals: 4), .number(cluster.p, decimals: 6),
                    .number(position.longitude, decimals: 7), .number(position.latitude, decimals: 7),
                ],
                geometry: study.outline(Self.circle(around: cluster.center, radius: radius(of: cluster))))
        }
    }

    private static func circle(around center: ProjectedPoint, radius: Double) -> Polygon<ProjectedPoint> {
        let corners = (0..<64).map { corner in
            let angle = Double(corner) / 64 * 2 * .pi
            return ProjectedPoint(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
        }
        return Polygon(exterior: LinearRing(corners + corners.prefix(1)))
    }
}
