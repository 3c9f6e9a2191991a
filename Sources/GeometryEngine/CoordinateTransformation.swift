import CPROJ
package import Geometry

/// Owns a PROJ transformation between two reference systems, east before north on both sides.
///
/// Not Sendable: each worker makes its own (5 to 13 ms, for PROJ looks into its database).
package final class CoordinateTransformation {
    private let object: PROJObject

    /// - Throws: ``GeometryError/proj(operation:message:)`` where PROJ knows no way between the two.
    package init(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem
    ) throws(GeometryError) {
        let context = PROJContext()
        let operation = "transform from \(source.name) to \(target.name)"
        let plain = try context.made(
            proj_create_crs_to_crs(context.handle, source.definition, target.definition, nil), operation)
        object = try context.made(proj_normalize_for_visualization(context.handle, plain.handle), operation)
    }

    /// Transforms positions in place; one that has no image becomes infinite in both numbers.
    package func transform(_ points: inout [MapPoint]) {
        points.withUnsafeMutableBufferPointer { transform($0) }
    }

    /// Transforms positions in place, without a copy.
    package func transform(_ points: UnsafeMutableBufferPointer<MapPoint>) {
        guard let base = points.baseAddress else { return }
        let numbers = UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
        let stride = MemoryLayout<MapPoint>.stride
        proj_errno_reset(object.handle)
        proj_trans_generic(
            object.handle, PJ_FWD, numbers, stride, points.count, numbers + 1, stride, points.count, nil, 0,
            0, nil,
            0, 0)
        for index in points.indices where !(points[index].x.isFinite && points[index].y.isFinite) {
            points[index] = MapPoint(x: .infinity, y: .infinity)
        }
    }

    /// Returns the image of one position, or `nil` where it has none.
    package func transformed(_ point: MapPoint) -> MapPoint? {
        var points = [point]
        transform(&points)
        return points[0].x.isFinite ? points[0] : nil
    }
}
