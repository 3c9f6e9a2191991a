import ArgumentParser
import DelimitedText
import Geometry
import GeometryEngine
import Hotspots
import OutputFiles

/// How clusters are written.
enum HotspotFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, geojson

    /// Creates the format that a file's ending names; CSV for any other.
    init(ending path: String) {
        let ending = path.lowercased()
        self = ending.hasSuffix(".geojson") || ending.hasSuffix(".json") ? .geojson : .csv
    }
}

/// Writes clusters, one a record, in the order of their rank.
struct HotspotWriter {
    let survey: HotspotSurvey
    let format: HotspotFormat

    func write(to destination: OutputDestination) throws {
        let file = try OutputFile(destination)
        let places = try HotspotPlaces(survey)
        switch format {
        case .csv: try writeCSV(places, to: file)
        case .geojson: try writeGeoJSON(places, to: file)
        }
        try file.commit()
    }

    private func writeCSV(_ places: HotspotPlaces, to file: OutputFile) throws {
        var buffer = DelimitedBuffer()
        buffer.appendRecord(HotspotRecord.columns)
        for cluster in survey.clusters {
            for (_, value) in places.record(of: cluster).fields {
                switch value {
                case .text(let text): buffer.append(text ?? "")
                case .number(let number, let decimals): buffer.append(number ?? .nan, decimals: decimals)
                }
            }
            buffer.endRecord()
        }
        try file.write(buffer.bytes)
    }

    private func writeGeoJSON(_ places: HotspotPlaces, to file: OutputFile) throws {
        try file.write("{\"type\":\"FeatureCollection\",\"features\":[")
        for (place, cluster) in survey.clusters.enumerated() {
            var bytes = Array("\(place == 0 ? "" : ",")\n{\"type\":\"Feature\",\"geometry\":".utf8)
            append(try places.outline(of: cluster), to: &bytes)
            bytes += Array(",\"properties\":".utf8)
            var object = JSONObjectBuffer()
            for (name, value) in places.record(of: cluster).fields {
                switch value {
                case .text(let text): object.add(name, text)
                case .number(let number, let decimals): object.add(name, number, decimals: decimals)
                }
            }
            bytes += object.finished()
            bytes.append(UInt8(ascii: "}"))
            try file.write(bytes)
        }
        try file.write("\n]}\n")
    }

    private func append(_ ring: [Coordinate], to bytes: inout [UInt8]) {
        bytes += Array("{\"type\":\"Polygon\",\"coordinates\":[[".utf8)
        for (place, position) in ring.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            FixedDecimal.append(position.longitude, decimals: 7, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            FixedDecimal.append(position.latitude, decimals: 7, to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += Array("]]}".utf8)
    }
}

/// Where clusters are: their names, middles and outlines. Owns handles of GEOS and PROJ: one for each thread.
final class HotspotPlaces {
    private let survey: HotspotSurvey
    private let namer: PlaceNamer
    private let transformation: LocalTransformation
    private let context = GEOSContext()

    /// The space around a cluster's reports within its outline, metres: one report is a place too.
    private static let margin = 8.0
    /// How closely an outline follows the reports: 0 is the tightest, 1 the convex hull.
    private static let hullRatio = 0.5
    /// Corners of an outline that matter less than this are left out, metres.
    private static let tolerance = 0.5

    init(_ survey: HotspotSurvey) throws {
        self.survey = survey
        namer = PlaceNamer(survey: survey)
        transformation = try survey.projected.projection.makeTransformation()
    }

    func center(of cluster: HotspotCluster) -> Coordinate { transformation.unproject(cluster.spread.center) }

    func name(of cluster: HotspotCluster) -> String? { namer.name(of: cluster, at: center(of: cluster)) }

    func record(of cluster: HotspotCluster) -> HotspotRecord {
        let center = center(of: cluster)
        return HotspotRecord(cluster, in: survey, place: namer.name(of: cluster, at: center), center: center)
    }

    /// Returns the ring around a cluster's reports, counter-clockwise as GeoJSON wants it, its first position last
    /// again.
    func outline(of cluster: HotspotCluster) throws -> [Coordinate] {
        // A hull depends on the order of its points in the last bits: take them from west to east.
        let positions = Set(cluster.rows.map { survey.projected.positions[Int($0)] })
            .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let hull = try GEOSGeometry(points: positions, in: context).concaveHull(lengthRatio: Self.hullRatio)
        let polygons = try hull.buffered(by: Self.margin).simplified(tolerance: Self.tolerance)
            .polygons(of: ProjectedPoint.self).polygons
        let ring =
            polygons.max { $0.exterior.positions.count < $1.exterior.positions.count }?.exterior.positions
            ?? []
        return Self.counterClockwise(ring).map(transformation.unproject)
    }

    private static func counterClockwise(_ ring: [ProjectedPoint]) -> [ProjectedPoint] {
        let area = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
        return area < 0 ? ring.reversed() : ring
    }
}
