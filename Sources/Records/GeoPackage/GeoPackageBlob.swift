package import Geometry

/// Writes geometries as GeoPackages hold them: a header, then well-known binary, little-endian, in WGS 84.
package enum GeoPackageBlob {
    /// Longitude and latitude of WGS 84.
    package static let systemID: Int32 = 4326

    package static func point(_ position: Coordinate) -> [UInt8] {
        var bytes = header(flags: 0b1)
        append(type: 1, to: &bytes)
        append(position, to: &bytes)
        return bytes
    }

    /// The box stands in the header, so that a reader needs not look at each corner.
    static func surface(_ shape: MultiPolygon<Coordinate>) -> [UInt8] {
        guard let box = shape.box else {
            var bytes = header(flags: 0b1_0001)
            append(type: 6, to: &bytes)
            append(0, to: &bytes)
            return bytes
        }
        var bytes = header(flags: 0b11)
        for edge in [box.minX, box.maxX, box.minY, box.maxY] { append(edge, to: &bytes) }
        append(type: 6, to: &bytes)
        append(shape.polygons.count, to: &bytes)
        for polygon in shape.polygons {
            append(type: 3, to: &bytes)
            append(polygon.rings.count, to: &bytes)
            for ring in polygon.rings {
                append(ring.positions.count, to: &bytes)
                for position in ring.positions { append(position, to: &bytes) }
            }
        }
        return bytes
    }

    private static func header(flags: UInt8) -> [UInt8] {
        var bytes: [UInt8] = [0x47, 0x50, 0, flags]
        append(Int(systemID), to: &bytes)
        return bytes
    }

    private static func append(type: Int, to bytes: inout [UInt8]) {
        bytes.append(1)
        append(type, to: &bytes)
    }

    private static func append(_ position: Coordinate, to bytes: inout [UInt8]) {
        append(position.longitude, to: &bytes)
        append(position.latitude, to: &bytes)
    }

    private static func append(_ number: Double, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { bytes.append(contentsOf: $0) }
    }
}
