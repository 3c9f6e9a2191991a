import Chronology
import Foundation
import Geometry
import Hotspots
import Records

/// Where and when a category made up more of the requests than elsewhere, by Kulldorff's scan.
struct ScanTable {
    let study: SignificanceStudy

    /// A scan looks at circles around each place, through each other place.
    private static let mostPlaces = 1_000

    func findings() throws(SignificanceError) -> SignificanceFindings {
        guard !study.isWholeFile else {
            throw .invalidSetting(
                name: "category", value: "none",
                allowed: "one category to compare with all requests, by --category NAME")
        }
        let places = try study.places()
        guard places.count <= Self.mostPlaces else {
            let factor = (Double(places.count) / Double(Self.mostPlaces)).squareRoot()
            let nearest = (study.options.cellSize * factor / 50).rounded(.up) * 50
            throw .invalidSetting(
                name: "cell-size", value: study.metres(study.options.cellSize),
                allowed:
                    "so large that the city has at most \(NumberText.count(Self.mostPlaces)) places, not "
                    + "\(NumberText.count(places.count)); try \(Int(nearest))")
        }
        let slices = try study.slices()
        var cases = [Int](repeating: 0, count: places.count * slices.count)
        var population = [Double](repeating: 0, count: cases.count)
        for (point, opened) in study.opened.enumerated() {
            guard let slice = opened.flatMap(slices.slice) else { continue }
            population[Int(places.placeOfPoint[point]) * slices.count + slice] += 1
        }
        for event in study.events {
            guard let slice = study.opened[event].flatMap(slices.slice) else { continue }
            cases[Int(places.placeOfPoint[event]) * slices.count + slice] += 1
        }
        var settings = ScanSettings()
        settings.replications = study.options.replications
        settings.seed = study.options.seed
        let clusters = try scanClusters(
            of: ScanStudy(
                locations: places.centers, slices: slices.count, cases: cases, population: population),
            settings: settings, jobs: study.jobs)
        return findings(clusters, slices, cases: cases.reduce(0, +), population: population.reduce(0, +))
    }

    private func findings(
        _ clusters: [ScanCluster], _ slices: TimeSlices, cases: Int, population: Double
    ) -> SignificanceFindings {
        var table = TextTable([.right, .left, .right, .left, .right, .right, .right, .right])
        table.add(["#", "Around", "Radius", "From – to", "Requests", "Expected", "Risk", "p"])
        for (place, cluster) in clusters.prefix(study.top).enumerated() {
            let (from, to) = days(of: cluster, slices)
            table.add([
                String(place + 1), study.label(cluster.center), study.metres(radius(of: cluster)),
                "\(from) – \(to)", NumberText.count(cluster.cases), NumberText.decimal(cluster.expected),
                "× \(NumberText.decimal(cluster.relativeRisk))", StatisticText.p(cluster.p),
            ])
        }
        let significant = clusters.count { $0.p <= 0.05 }
        return SignificanceFindings(
            title: "\(study.source): \(significant) outbreaks at p ≤ 0.05, \(study.subject)",
            notes: [
                "\(NumberText.count(cases)) among \(NumberText.count(Int(population))) requests of all categories, in "
                    + "\(study.cells) and slices of \(study.options.sliceDays) days",
                "LLR = c ln(c/μ) + (C − c) ln((C − c)/(C − μ)), c of C requests where μ were expected: Kulldorff's scan, "
                    + "Communications in Statistics 26 (1997); circles and spans up to half of all",
                "p = rank among \(NumberText.count(study.options.replications)) random studies + 1, seed "
                    + "\(study.options.seed): it allows for the number of windows",
            ],
            table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, clusters.count - study.top),
            columns: [
                "rank", "place", "radius_m", "from", "to", "requests", "expected", "relative_risk",
                "log_likelihood_ratio", "p", "longitude", "latitude",
            ],
            records: clusters.enumerated().map { record($1, rank: $0 + 1, slices) })
    }

    private func record(_ cluster: ScanCluster, rank: Int, _ slices: TimeSlices) -> TableRecord {
        let (from, to) = days(of: cluster, slices)
        let position = study.position(cluster.center)
        return TableRecord(
            values: [
                .whole(rank), .text(study.name(cluster.center)), .number(radius(of: cluster), decimals: 1),
                .text(from), .text(to), .whole(cluster.cases), .number(cluster.expected, decimals: 3),
                .number(cluster.relativeRisk, decimals: 3), .number(cluster.logLikelihoodRatio, decimals: 4),
                .number(cluster.p, decimals: 6), .number(position.longitude, decimals: 7),
                .number(position.latitude, decimals: 7),
            ],
            geometry: study.outline(circle(around: cluster.center, radius: radius(of: cluster))))
    }

    /// The circle reaches from the middle of its first cell to the far side of its last.
    private func radius(of cluster: ScanCluster) -> Double { cluster.radius + study.options.cellSize / 2 }

    private func days(of cluster: ScanCluster, _ slices: TimeSlices) -> (String, String) {
        let first = slices.boundaries[cluster.slices.lowerBound]
        var last = slices.boundaries[cluster.slices.upperBound]
        last.secondsSince1970 -= 1
        return (study.clock.date(at: first).description, study.clock.date(at: last).description)
    }

    private func circle(around center: ProjectedPoint, radius: Double) -> Polygon<ProjectedPoint> {
        let corners = (0..<64).map { corner in
            let angle = Double(corner) / 64 * 2 * .pi
            return ProjectedPoint(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
        }
        return Polygon(exterior: LinearRing(corners + corners.prefix(1)))
    }
}
