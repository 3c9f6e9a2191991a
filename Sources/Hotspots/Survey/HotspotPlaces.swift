package import Geometry
package import GeometryEngine

/// Where one cluster is.
package struct ClusterPlace {
    /// The cluster's rows, in order of opening.
    package let rows: [Int32]
    /// The greatest distance between two of its reports, metres.
    package let diameter: Double
    /// The middle of its reports.
    package let center: Coordinate
    /// What people call the place; `nil` where nothing tells.
    package let name: String?
}

/// Finds where clusters are: their names, middles and outlines. Owns handles of GEOS and PROJ: one for each thread.
package final class HotspotPlaces {
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

    package init(_ survey: HotspotSurvey) throws(GeometryError) {
        self.survey = survey
        namer = PlaceNamer(table: survey.table, streets: survey.streets)
        transformation = try survey.scope.projected.projection.makeTransformation()
    }

    package func place(of cluster: HotspotCluster) -> ClusterPlace {
        let rows = survey.rows(of: cluster)
        let spread = PointSpread(rows.map { survey.scope.projected.positions[Int($0)] })
        let center = transformation.unproject(spread?.center ?? ProjectedPoint(x: 0, y: 0))
        return ClusterPlace(
            rows: rows, diameter: spread?.diameter ?? 0, center: center,
            name: namer.name(of: rows, at: rows.map { survey.scope.position(at: Int($0)) }, around: center))
    }

    /// Returns the area around a cluster's reports: their hull, with some space.
    package func outline(of place: ClusterPlace) throws -> MultiPolygon<Coordinate> {
        // A hull depends on the order of its points in the last bits: take them from west to east.
        let positions = Set(place.rows.map { survey.scope.projected.positions[Int($0)] })
            .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let hull = try GEOSGeometry(points: positions, in: context).concaveHull(lengthRatio: Self.hullRatio)
        return try hull.buffered(by: Self.margin).simplified(tolerance: Self.tolerance)
            .polygons(of: ProjectedPoint.self).map { transformation.unproject($0) }
    }
}
