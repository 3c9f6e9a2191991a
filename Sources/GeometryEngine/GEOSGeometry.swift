import CGEOS
package import Geometry

/// Owns one GEOS geometry. It is not Sendable: it belongs to the thread of its context.
package final class GEOSGeometry {
    let handle: OpaquePointer
    package let context: GEOSContext

    init(owning handle: OpaquePointer, in context: GEOSContext) {
        self.handle = handle
        self.context = context
    }

    deinit { GEOSGeom_destroy_r(context.handle, handle) }

    /// Creates a surface, with one part or several.
    package convenience init(
        _ shape: MultiPolygon<some PlanarPosition>, in context: GEOSContext
    ) throws(GeometryError) {
        var parts: [OpaquePointer?] = []
        do throws(GeometryError) {
            for polygon in shape.polygons { parts.append(try Self.polygonHandle(polygon, in: context)) }
        } catch {
            for part in parts { GEOSGeom_destroy_r(context.handle, part) }
            throw error
        }
        if parts.count == 1, let only = parts[0] {
            self.init(owning: only, in: context)
        } else {
            try self.init(collecting: parts, as: GEOS_MULTIPOLYGON, in: context)
        }
    }

    /// Creates a point.
    package convenience init(_ position: some PlanarPosition, in context: GEOSContext) throws(GeometryError) {
        guard let handle = GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y) else {
            throw context.error("make a point")
        }
        self.init(owning: handle, in: context)
    }

    /// Creates a set of points.
    package convenience init(
        points positions: some Sequence<some PlanarPosition>, in context: GEOSContext
    ) throws(GeometryError) {
        let points = positions.map { GEOSGeom_createPointFromXY_r(context.handle, $0.x, $0.y) }
        try self.init(collecting: points, as: GEOS_MULTIPOINT, in: context)
    }

    /// Creates a collection, which takes the parts over whether it succeeds or not.
    private convenience init(
        collecting parts: [OpaquePointer?], as kind: GEOSGeomTypes, in context: GEOSContext
    ) throws(GeometryError) {
        var parts = parts
        let collection = GEOSGeom_createCollection_r(
            context.handle, Int32(kind.rawValue), &parts, UInt32(parts.count))
        guard let collection else { throw context.error("make a collection") }
        self.init(owning: collection, in: context)
    }

    private static func polygonHandle(
        _ polygon: Polygon<some PlanarPosition>, in context: GEOSContext
    ) throws(GeometryError) -> OpaquePointer {
        let shell = try ringHandle(polygon.exterior, in: context)
        var holes: [OpaquePointer?] = []
        do throws(GeometryError) {
            for hole in polygon.holes { holes.append(try ringHandle(hole, in: context)) }
        } catch {
            for ring in holes + [shell] { GEOSGeom_destroy_r(context.handle, ring) }
            throw error
        }
        guard let handle = GEOSGeom_createPolygon_r(context.handle, shell, &holes, UInt32(holes.count)) else {
            throw context.error("make a polygon")
        }
        return handle
    }

    private static func ringHandle(
        _ ring: LinearRing<some PlanarPosition>, in context: GEOSContext
    ) throws(GeometryError) -> OpaquePointer {
        let sequence = try sequence(ring.positions, in: context)
        guard let handle = GEOSGeom_createLinearRing_r(context.handle, sequence) else {
            throw context.error("make a ring")
        }
        return handle
    }

    // Areas are made of these by the hundred thousand; without it each vertex goes through calls of the protocol.
    @specialized(where Position == MapPoint)
    private static func sequence<Position: PlanarPosition>(
        _ positions: [Position], in context: GEOSContext
    ) throws(GeometryError) -> OpaquePointer {
        // GEOS's algorithms end in endless loops and bad accesses on what is no number.
        guard positions.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
            throw .geos(operation: "take coordinates over", message: "a coordinate is no number")
        }
        // Not by `flatMap`, which would make an array for each vertex: a layer has a hundred thousand.
        let numbers = [Double](unsafeUninitializedCapacity: 2 * positions.count) { numbers, count in
            for position in positions {
                numbers.initializeElement(at: count, to: position.x)
                numbers.initializeElement(at: count + 1, to: position.y)
                count += 2
            }
        }
        guard
            let handle = GEOSCoordSeq_copyFromBuffer_r(context.handle, numbers, UInt32(positions.count), 0, 0)
        else {
            throw context.error("take coordinates over")
        }
        return handle
    }
}
