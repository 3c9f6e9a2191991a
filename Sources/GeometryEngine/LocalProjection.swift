import CPROJ
package import Geometry

/// A projection to metres around one place, of scale 1 there.
///
/// Within 50 km of its centre a distance differs from the one on the ellipsoid by less than 1 part in 30,000; surfaces
/// are right anywhere where ``Kind/surface`` is chosen. A value: each worker makes its own ``LocalTransformation``.
package struct LocalProjection: Sendable, Hashable {
    package let center: Coordinate
    package let kind: Kind

    package enum Kind: Sendable, Hashable {
        /// Keeps angles, for a city: a transverse Mercator by PROJ's shorter series, which within a city agrees with
        /// the exact one to a micrometre and takes half the time.
        case city
        /// Keeps angles, for a whole country: the exact transverse Mercator.
        case country
        /// Keeps surfaces: Lambert's azimuthal projection.
        case surface
    }

    package init(center: Coordinate, kind: Kind = .city) {
        self.center = center
        self.kind = kind
    }

    /// Creates the projection for a region in degrees.
    package init(covering box: Box<Coordinate>, kind: Kind = .city) {
        self.init(center: box.center, kind: kind)
    }

    package func makeTransformation() throws(GeometryError) -> LocalTransformation {
        try LocalTransformation(self)
    }
}

/// Owns the PROJ transformation of a local projection. Not Sendable.
package final class LocalTransformation {
    private let object: PROJObject

    /// Made from PROJ's own operation, not from a system's code: that needs no database and takes under a
    /// millisecond.
    init(_ projection: LocalProjection) throws(GeometryError) {
        let context = PROJContext()
        let operation =
            switch projection.kind {
            case .city: "+proj=tmerc +approx +k=1"
            case .country: "+proj=tmerc +k=1"
            case .surface: "+proj=laea"
            }
        let definition =
            "\(operation) +lat_0=\(projection.center.latitude) +lon_0=\(projection.center.longitude)"
            + " +x_0=0 +y_0=0 +ellps=WGS84"
        object = try context.made(
            proj_create(context.handle, definition), "make a projection around \(projection.center)")
    }

    /// Returns the position in metres; infinite where the projection has no image.
    package func project(_ coordinate: Coordinate) -> ProjectedPoint {
        let radians = Double.pi / 180
        let result = proj_trans(
            object.handle, PJ_FWD,
            proj_coord(coordinate.longitude * radians, coordinate.latitude * radians, 0, 0))
        return ProjectedPoint(x: result.xy.x, y: result.xy.y)
    }

    /// Returns the position in degrees.
    package func unproject(_ point: ProjectedPoint) -> Coordinate {
        let degrees = 180 / Double.pi
        let result = proj_trans(object.handle, PJ_INV, proj_coord(point.x, point.y, 0, 0))
        return Coordinate(longitude: result.lp.lam * degrees, latitude: result.lp.phi * degrees)
    }

    package func project(_ coordinates: [Coordinate]) -> [ProjectedPoint] { coordinates.map(project) }
}
