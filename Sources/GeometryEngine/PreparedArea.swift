import CGEOS
package import Geometry

/// Owns a surface and GEOS's index over it, for many tests against one area.
///
/// GEOS builds the index at the first test, so a prepared area belongs to one thread, as its context does.
package final class PreparedArea {
    private let geometry: GEOSGeometry
    private let handle: OpaquePointer

    package convenience init(
        _ shape: MultiPolygon<some PlanarPosition>, in context: GEOSContext
    ) throws(GeometryError) {
        try self.init(try GEOSGeometry(shape, in: context))
    }

    package init(_ geometry: GEOSGeometry) throws(GeometryError) {
        guard let handle = GEOSPrepare_r(geometry.context.handle, geometry.handle) else {
            throw geometry.context.error("prepare an area")
        }
        self.geometry = geometry
        self.handle = handle
    }

    deinit { GEOSPreparedGeom_destroy_r(geometry.context.handle, handle) }

    /// Returns whether the area contains the point or its border does.
    package func covers(x: Double, y: Double) throws(GeometryError) -> Bool {
        let context = geometry.context
        guard let point = GEOSGeom_createPointFromXY_r(context.handle, x, y) else {
            throw context.error("make a point")
        }
        defer { GEOSGeom_destroy_r(context.handle, point) }
        return try context.answer(GEOSPreparedCovers_r(context.handle, handle, point), "test for containment")
    }

    package func intersects(_ other: GEOSGeometry) throws(GeometryError) -> Bool {
        let context = geometry.context
        return try context.answer(
            GEOSPreparedIntersects_r(context.handle, handle, other.handle), "test for an intersection")
    }

    /// Returns the distance to a point in the coordinates' unit, 0 inside the area.
    package func distance(x: Double, y: Double) throws(GeometryError) -> Double {
        let context = geometry.context
        let point = try GEOSGeometry(MapPoint(x: x, y: y), in: context)
        var distance = 0.0
        guard GEOSPreparedDistance_r(context.handle, handle, point.handle, &distance) == 1 else {
            throw context.error("measure a distance")
        }
        return distance
    }
}
