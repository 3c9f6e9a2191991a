import Geometry

/// Reads a GeoPackage's geometry blob: its header, then well-known binary in either byte order.
struct WellKnownBinary {
    private let bytes: UnsafeRawBufferPointer
    private var offset: Int
    private var isLittleEndian = true

    private struct Problem: Error { let text: String }

    /// Returns the geometry of a blob; what cannot be read becomes `unreadable` with the reason.
    static func read(geoPackage bytes: UnsafeRawBufferPointer) -> FeatureGeometry {
        guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else {
            return .unreadable("the blob has no GeoPackage header")
        }
        let envelopeLengths = [0, 32, 48, 48, 64]
        let envelope = Int(bytes[3] >> 1 & 7)
        guard envelope < envelopeLengths.count else {
            return .unreadable("the envelope is of an unknown kind")
        }
        guard bytes[3] & 0x20 == 0 else { return .unreadable("extended GeoPackage geometries are not read") }
        return read(bytes, from: 8 + envelopeLengths[envelope])
    }

    static func read(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) -> FeatureGeometry {
        var reader = WellKnownBinary(bytes: bytes, offset: offset)
        do throws(Problem) {
            return try reader.geometry(depth: 0)
        } catch {
            return .unreadable(error.text)
        }
    }

    private init(bytes: UnsafeRawBufferPointer, offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    private mutating func geometry(depth: Int) throws(Problem) -> FeatureGeometry {
        guard depth < 32 else { throw Problem(text: "collections are nested too deeply") }
        let (kind, dimensions) = try header()
        switch kind {
        case 1: return try point(dimensions)
        case 2: return try line(dimensions)
        case 3: return try polygon(dimensions)
        case 4...7: return try collection(depth: depth)
        case 8...12: throw Problem(text: "curved shapes are not read; save them with straight segments")
        default: throw Problem(text: "a shape of kind \(kind) is not known")
        }
    }

    /// Reads byte order and type, in the ISO form (1003 = polygon Z) and the older one with flags in the high bits.
    private mutating func header() throws(Problem) -> (kind: UInt32, dimensions: Int) {
        guard offset < bytes.count, bytes[offset] <= 1 else { throw Problem(text: "the blob ends too early") }
        isLittleEndian = bytes[offset] == 1
        offset += 1
        let type = try integer()
        let hasZ = type & 0x8000_0000 != 0
        let hasM = type & 0x4000_0000 != 0
        if type & 0x2000_0000 != 0 { _ = try integer() }
        let plain = type & 0x1FFF_FFFF
        let extra = [0, 1, 1, 2]
        let thousands = Int(plain / 1000)
        guard thousands < extra.count else { throw Problem(text: "a shape of kind \(type) is not known") }
        return (plain % 1000, 2 + extra[thousands] + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
    }

    /// An empty point is written as two NaN.
    private mutating func point(_ dimensions: Int) throws(Problem) -> FeatureGeometry {
        let point = try position(dimensions)
        if point.x.isNaN && point.y.isNaN { return .empty }
        try check(point)
        return .points([point])
    }

    private mutating func line(_ dimensions: Int) throws(Problem) -> FeatureGeometry {
        let positions = try positions(dimensions)
        if positions.isEmpty { return .empty }
        guard positions.count >= 2 else { throw Problem(text: "a line has 1 position; it takes 2") }
        return .lines([LineString(positions)])
    }

    private mutating func polygon(_ dimensions: Int) throws(Problem) -> FeatureGeometry {
        var rings: [LinearRing<MapPoint>] = []
        for _ in 0..<(try count(elementLength: 4)) {
            let ring = LinearRing(try positions(dimensions))
            if ring.positions.isEmpty { continue }
            guard ring.positions.count >= 4 else { throw Problem(text: "a ring has fewer than 4 positions") }
            rings.append(ring)
        }
        guard let exterior = rings.first else { return .empty }
        return .polygons(MultiPolygon([Polygon(exterior: exterior, holes: Array(rings.dropFirst()))]))
    }

    private mutating func collection(depth: Int) throws(Problem) -> FeatureGeometry {
        var parts: [FeatureGeometry] = []
        let isLittleEndianHere = isLittleEndian
        for _ in 0..<(try count(elementLength: 5)) { parts.append(try geometry(depth: depth + 1)) }
        isLittleEndian = isLittleEndianHere
        return FeatureGeometry.gathered(parts)
    }

    private mutating func positions(_ dimensions: Int) throws(Problem) -> [MapPoint] {
        let count = try count(elementLength: dimensions * 8)
        var positions: [MapPoint] = []
        positions.reserveCapacity(count)
        for _ in 0..<count {
            let position = try position(dimensions)
            try check(position)
            positions.append(position)
        }
        return positions
    }

    private mutating func position(_ dimensions: Int) throws(Problem) -> MapPoint {
        guard offset + dimensions * 8 <= bytes.count else { throw Problem(text: "the blob ends too early") }
        defer { offset += dimensions * 8 }
        return MapPoint(x: double(at: offset), y: double(at: offset + 8))
    }

    private func check(_ point: MapPoint) throws(Problem) {
        guard point.x.isFinite && point.y.isFinite else { throw Problem(text: "a coordinate is no number") }
    }

    /// Reads a count, and makes sure that so many elements can follow, since a damaged one would ask for gigabytes.
    private mutating func count(elementLength: Int) throws(Problem) -> Int {
        let count = Int(try integer())
        guard count <= (bytes.count - offset) / elementLength else {
            throw Problem(text: "the blob ends too early")
        }
        return count
    }

    private mutating func integer() throws(Problem) -> UInt32 {
        guard offset + 4 <= bytes.count else { throw Problem(text: "the blob ends too early") }
        defer { offset += 4 }
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return isLittleEndian ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
    }

    private func double(at place: Int) -> Double {
        let value = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: value) : UInt64(bigEndian: value))
    }
}
