import CGEOS
package import Geometry

extension GEOSGeometry {
    /// Why and where a geometry is not valid, as GEOSisValidDetail tells it.
    package struct ValidityProblem: Hashable, Sendable {
        /// GEOS's own reason, such as `Self-intersection`.
        package let reason: String
        /// Where, in the geometry's own coordinates; `nil` where GEOS names no place.
        package let place: MapPoint?
    }

    /// Returns what makes the geometry invalid, or `nil` where nothing does.
    package func validityProblem() throws(GeometryError) -> ValidityProblem? {
        var reason: UnsafeMutablePointer<CChar>?
        var location: OpaquePointer?
        let valid = GEOSisValidDetail_r(context.handle, handle, 0, &reason, &location)
        defer { GEOSFree_r(context.handle, reason) }
        let place = location.map { GEOSGeometry(owning: $0, in: context) }?.position(of: MapPoint.self)
        guard try !context.answer(valid, "check validity") else { return nil }
        return ValidityProblem(reason: reason.map { String(cString: $0) } ?? "invalid", place: place)
    }

    /// From so many crossings on GEOS's linework method is too slow: its time grows with their square, half a second for
    /// 1,000 and minutes for 20,000.
    private static let mostCrossingsOfLinework = 1000
    /// From so many crossings on nothing is computed: at about 30 µs and 2 kB for each, the structure method takes 3 s and
    /// 200 MB for these. No border is meant like that.
    private static let mostCrossings = 100_000

    /// Returns a valid surface that keeps all vertices (GEOSMakeValid, the linework method); of one whose edges cross each
    /// other more than 1,000 times the outlines of its rings (the structure method), which takes a time in step with the crossings.
    ///
    /// - Throws: ``GeometryError/ceiling(operation:message:)`` where they cross each other more than 100,000 times.
    package func madeValid() throws(GeometryError) -> GEOSGeometry {
        let crossings = try polygons(of: MapPoint.self).crossings(upTo: Self.mostCrossings + 1)
        guard crossings <= Self.mostCrossings else {
            throw .ceiling(
                operation: "repair a geometry",
                message: "its border crosses itself more than \(Self.mostCrossings) times")
        }
        guard crossings > Self.mostCrossingsOfLinework else {
            return try context.made(GEOSMakeValid_r(context.handle, handle), "repair a geometry")
        }
        let method = GEOSMakeValidParams_create_r(context.handle)
        defer { GEOSMakeValidParams_destroy_r(context.handle, method) }
        guard GEOSMakeValidParams_setMethod_r(context.handle, method, GEOS_MAKE_VALID_STRUCTURE) == 1 else {
            throw context.error("choose how to repair a geometry")
        }
        return try context.made(
            GEOSMakeValidWithParams_r(context.handle, handle, method), "repair a geometry")
    }

    /// Returns the area in the square of the coordinates' unit.
    package func area() throws(GeometryError) -> Double {
        var area = 0.0
        guard GEOSArea_r(context.handle, handle, &area) == 1 else { throw context.error("measure an area") }
        return area
    }

    /// Returns whether no point of the other geometry lies outside this one: borders count as inside.
    package func covers(_ other: GEOSGeometry) throws(GeometryError) -> Bool {
        try context.answer(GEOSCovers_r(context.handle, handle, other.handle), "test for containment")
    }

    package func intersection(with other: GEOSGeometry) throws(GeometryError) -> GEOSGeometry {
        try context.made(GEOSIntersection_r(context.handle, handle, other.handle), "intersect two geometries")
    }

    package func difference(from other: GEOSGeometry) throws(GeometryError) -> GEOSGeometry {
        try context.made(GEOSDifference_r(context.handle, handle, other.handle), "subtract a geometry")
    }

    /// Returns the union of many surfaces, which is quicker than joining them pair by pair.
    package static func union(
        of geometries: [GEOSGeometry], in context: GEOSContext
    ) throws(GeometryError) -> GEOSGeometry {
        var parts: [OpaquePointer?] = geometries.map { GEOSGeom_clone_r(context.handle, $0.handle) }
        let kind = Int32(GEOS_GEOMETRYCOLLECTION.rawValue)
        let collection = try context.made(
            GEOSGeom_createCollection_r(context.handle, kind, &parts, UInt32(parts.count)),
            "collect geometries")
        return try context.made(GEOSUnaryUnion_r(context.handle, collection.handle), "join geometries")
    }

    /// Returns all points within a distance, in the coordinates' unit; arcs have 8 segments a quarter.
    package func buffered(by distance: Double) throws(GeometryError) -> GEOSGeometry {
        try context.made(GEOSBuffer_r(context.handle, handle, distance, 8), "buffer a geometry")
    }

    /// Returns a hull that follows the points more closely.
    ///
    /// - Parameter lengthRatio: 0 for the tightest hull, 1 for the convex one.
    package func concaveHull(lengthRatio: Double) throws(GeometryError) -> GEOSGeometry {
        try context.made(GEOSConcaveHull_r(context.handle, handle, lengthRatio, 0), "make a concave hull")
    }

    /// Returns the geometry with fewer vertices and still valid; the tolerance is in the coordinates' unit.
    package func simplified(tolerance: Double) throws(GeometryError) -> GEOSGeometry {
        try context.made(
            GEOSTopologyPreserveSimplify_r(context.handle, handle, tolerance), "simplify a geometry")
    }

    /// Returns a point that certainly lies inside a surface.
    package func pointOnSurface() throws(GeometryError) -> GEOSGeometry {
        try context.made(GEOSPointOnSurface_r(context.handle, handle), "find a point inside")
    }
}
