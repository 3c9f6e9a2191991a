import Disclosure
package import Geometry
package import GeometryEngine
import ServiceRequests

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
    /// Everybody sees widths to so many metres, and this space around the middles of blocks.
    private static let publicStep = 10.0
    private static let publicMargin = 40.0
    /// The reports whose public places are asked for: for the name, and for the outline.
    private static let witnesses = 9
    private static let publicWitnesses = 64

    package init(_ survey: HotspotSurvey) throws(GeometryError) {
        self.survey = survey
        namer = PlaceNamer(table: survey.table, streets: survey.streets)
        transformation = try survey.scope.projected.projection.makeTransformation()
    }

    package func place(of cluster: HotspotCluster) -> ClusterPlace {
        let rows = survey.rows(of: cluster)
        let spread = PointSpread(rows.map { survey.scope.projected.positions[Int($0)] })
        if let told = told(rows) {
            let diameter = ((spread?.diameter ?? 0) / Self.publicStep).rounded() * Self.publicStep
            return ClusterPlace(
                rows: rows, diameter: diameter, center: told.position,
                name: told.title.isEmpty ? nil : told.title)
        }
        let center = transformation.unproject(spread?.center ?? ProjectedPoint(x: 0, y: 0))
        return ClusterPlace(
            rows: rows, diameter: spread?.diameter ?? 0, center: center,
            name: namer.name(
                of: rows, at: rows.compactMap { survey.scope.position(at: Int($0)) }, around: center))
    }

    /// Returns the place that most of a cluster's first reports are told at; `nil` for an internal audience.
    private func told(_ rows: [Int32]) -> PublicPlace? {
        let places = publicPlaces(rows.prefix(Self.witnesses))
        return Dictionary(grouping: places, by: \.title).values
            .max { ($0.count, $1[0].title) < ($1.count, $0[0].title) }?
            .min {
                ($0.position.longitude, $0.position.latitude) < ($1.position.longitude, $1.position.latitude)
            }
    }

    private func publicPlaces(_ rows: some Sequence<Int32>) -> [PublicPlace] {
        guard let places = survey.publicPlaces else { return [] }
        return rows.compactMap { row in
            survey.scope.position(at: Int(row)).map {
                places.place(ofAddress: survey.table.address(at: Int(row)), at: $0)
            }
        }
    }

    /// Returns the area around a cluster's reports: their hull, with some space. For everybody it is that of their blocks'
    /// middles.
    package func outline(of place: ClusterPlace) throws -> MultiPolygon<Coordinate> {
        var positions = Set(place.rows.map { survey.scope.projected.positions[Int($0)] })
        if survey.isPublic {
            let step = max(1, place.rows.count / Self.publicWitnesses)
            let shown = publicPlaces(stride(from: 0, to: place.rows.count, by: step).map { place.rows[$0] })
            positions = Set(shown.map { transformation.project($0.position) })
        }
        // A hull depends on the order of its points in the last bits: take them from west to east.
        let ordered = positions.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let hull = try GEOSGeometry(points: ordered, in: context).concaveHull(lengthRatio: Self.hullRatio)
        return try hull.buffered(by: survey.isPublic ? Self.publicMargin : Self.margin).simplified(
            tolerance: Self.tolerance
        )
        .polygons(of: ProjectedPoint.self).map { transformation.unproject($0) }
    }
}
