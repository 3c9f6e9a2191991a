import CGEOS
package import Geometry

extension GEOSGeometry {
    package var isEmpty: Bool { GEOSisEmpty_r(context.handle, handle) == 1 }

    /// The surfaces of the geometry, also those inside collections; lines and points are left out.
    package func polygons<Position: PlanarPosition>(
        of position: Position.Type = Position.self
    ) throws(GeometryError) -> MultiPolygon<Position> {
        var polygons: [Polygon<Position>] = []
        try Self.collectPolygons(of: handle, in: context, into: &polygons)
        return MultiPolygon(polygons)
    }

    /// The position of a point, or `nil` for any other or an empty geometry.
    package func position<Position: PlanarPosition>(of: Position.Type = Position.self) -> Position? {
        var x = 0.0
        var y = 0.0
        guard GEOSGeomTypeId_r(context.handle, handle) == GEOS_POINT.rawValue,
            GEOSGeomGetX_r(context.handle, handle, &x) == 1, GEOSGeomGetY_r(context.handle, handle, &y) == 1
        else { return nil }
        return Position(x: x, y: y)
    }

    private static func collectPolygons<Position>(
        of handle: OpaquePointer, in context: GEOSContext, into polygons: inout [Polygon<Position>]
    ) throws(GeometryError) {
        guard GEOSisEmpty_r(context.handle, handle) == 0 else { return }
        switch GEOSGeomTypes(UInt32(GEOSGeomTypeId_r(context.handle, handle))) {
        case GEOS_POLYGON:
            guard let shell = GEOSGetExteriorRing_r(context.handle, handle) else {
                throw context.error("read an outer ring")
            }
            var holes: [LinearRing<Position>] = []
            for index in 0..<GEOSGetNumInteriorRings_r(context.handle, handle) {
                guard let hole = GEOSGetInteriorRingN_r(context.handle, handle, index) else {
                    throw context.error("read a hole")
                }
                holes.append(LinearRing(try positions(of: hole, in: context)))
            }
            let exterior = LinearRing<Position>(try positions(of: shell, in: context))
            polygons.append(Polygon(exterior: exterior, holes: holes))
        case GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
            for index in 0..<GEOSGetNumGeometries_r(context.handle, handle) {
                guard let part = GEOSGetGeometryN_r(context.handle, handle, index) else {
                    throw context.error("read a part")
                }
                try collectPolygons(of: part, in: context, into: &polygons)
            }
        default: break
        }
    }

    private static func positions<Position: PlanarPosition>(
        of line: OpaquePointer, in context: GEOSContext
    ) throws(GeometryError) -> [Position] {
        var count: UInt32 = 0
        guard let sequence = GEOSGeom_getCoordSeq_r(context.handle, line),
            GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1
        else { throw context.error("read coordinates") }
        var numbers = [Double](repeating: 0, count: Int(count) * 2)
        guard GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &numbers, 0, 0) == 1 else {
            throw context.error("read coordinates")
        }
        return (0..<Int(count)).map { Position(x: numbers[2 * $0], y: numbers[2 * $0 + 1]) }
    }
}
