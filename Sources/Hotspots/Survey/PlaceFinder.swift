import Disclosure
import Geometry
import GeometryEngine
import ServiceRequests

/// Finds where clusters are by the positions and addresses of their requests.
final class PlaceFinder {
    private let scope: RowScope
    private let publicPlaces: PublicPlaces?
    private let namer: PlaceNamer
    private let transformation: CityTransformation
    private let context = GEOSContext()

    private var isPublic: Bool { publicPlaces != nil }

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

    init(_ ground: FoundGround) throws(GeometryError) {
        scope = ground.scope
        publicPlaces = ground.publicPlaces
        namer = PlaceNamer(table: scope.table, streets: ground.streets)
        transformation = try scope.projected.projection.makeTransformation()
    }

    /// - Parameter rows: The cluster's, in order of opening.
    func place(ofRows rows: [Int32], label: Int) -> ClusterPlace {
        let spread = PointSpread(rows.map { scope.projected.positions[Int($0)] })
        if let told = told(rows) {
            let diameter = ((spread?.diameter ?? 0) / Self.publicStep).rounded() * Self.publicStep
            return ClusterPlace(
                label: label, rows: rows, diameter: diameter, center: told.position,
                name: told.title.isEmpty ? nil : told.title)
        }
        let center = transformation.unproject(spread?.center ?? ProjectedPoint(x: 0, y: 0))
        return ClusterPlace(
            label: label, rows: rows, diameter: spread?.diameter ?? 0, center: center,
            name: namer.name(
                of: rows, at: rows.compactMap { scope.position(at: Int($0)) }, around: center))
    }

    /// Returns the place that most of a cluster's first reports are told at; `nil` for an internal audience.
    private func told(_ rows: [Int32]) -> PublicPlace? {
        let places = shownPlaces(ofRows: rows.prefix(Self.witnesses))
        return Dictionary(grouping: places, by: \.title).values
            .max { ($0.count, $1[0].title) < ($1.count, $0[0].title) }?
            .min {
                ($0.position.longitude, $0.position.latitude) < ($1.position.longitude, $1.position.latitude)
            }
    }

    private func shownPlaces(ofRows rows: some Sequence<Int32>) -> [PublicPlace] {
        guard let places = publicPlaces else { return [] }
        return rows.compactMap { row in
            scope.position(at: Int(row)).map {
                places.place(ofAddress: scope.table.address(at: Int(row)), at: $0)
            }
        }
    }

    /// Returns the area around a cluster's reports: their hull, with some space. For everybody it is that of their blocks'
    /// middles.
    func outline(of place: ClusterPlace) throws -> MultiPolygon<Coordinate> {
        var positions = Set(place.rows.map { scope.projected.positions[Int($0)] })
        if isPublic {
            let step = max(1, place.rows.count / Self.publicWitnesses)
            let shown = shownPlaces(
                ofRows: stride(from: 0, to: place.rows.count, by: step).map { place.rows[$0] })
            positions = Set(shown.map { transformation.project($0.position) })
        }
        // A hull depends on the order of its points in the last bits: take them from west to east.
        let ordered = positions.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let hull = try GEOSGeometry(points: ordered, in: context).concaveHull(lengthRatio: Self.hullRatio)
        return try hull.buffered(by: isPublic ? Self.publicMargin : Self.margin).simplified(
            tolerance: Self.tolerance
        )
        .polygons(of: ProjectedPoint.self).map { transformation.unproject($0) }
    }
}
