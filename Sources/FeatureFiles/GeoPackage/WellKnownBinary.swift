import Geometry

/// Reads a GeoPackage's geometry blob: its header, then well-known binary in either byte order.
package struct WellKnownBinary {
    private let bytes: UnsafeRawBufferPointer
    private var offset: Int
    private var isLittleEndian = true
    /// Counts what was mended.
    private var rings = RingIntake()
    /// The part of a shape of several that is being read, from 0.
    private var part = 0

    private struct Problem: Error { let text: String }

    /// Returns the geometry of a blob; what cannot be read becomes `unreadable` with the reason.
    static func read(geoPackage bytes: UnsafeRawBufferPointer) -> FeatureGeometry {
        var rings = RingIntake()
        return read(geoPackage: bytes, rings: &rings)
    }

    /// Returns the geometry of a blob; what cannot be read becomes `unreadable` with the reason.
    ///
    /// - Parameter rings: Counts what was mended.
    static func read(geoPackage bytes: UnsafeRawBufferPointer, rings: inout RingIntake) -> FeatureGeometry {
        guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else {
            return .unreadable("the blob has no GeoPackage header")
        }
        let envelopeLengths = [0, 32, 48, 48, 64]
        let envelope = Int(bytes[3] >> 1 & 7)
        guard envelope < envelopeLengths.count else {
            return .unreadable("the envelope is of an unknown kind")
        }
        guard bytes[3] & 0x20 == 0 else { return .unreadable("extended GeoPackage geometries are not read") }
        return read(bytes, from: 8 + envelopeLengths[envelope], rings: &rings)
    }

    /// Returns the geometry of well-known binary that begins at an offset, as above.
    package static func read(_ bytes: UnsafeRawBufferPointer, from offset: Int = 0) -> FeatureGeometry {
        var rings = RingIntake()
        return read(bytes, from: offset, rings: &rings)
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer, from offset: Int, rings: inout RingIntake
    ) -> FeatureGeometry {
        var reader = WellKnownBinary(bytes: bytes, offset: offset)
        do throws(Problem) {
            let geometry = try reader.geometry(depth: 0)
            rings = reader.rings
            return geometry
        } catch {
            return .unreadable(error.text)
        }
    }

    private init(bytes: UnsafeRawBufferPointer, offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    // MARK: Shapes

    private mutating func geometry(depth: Int) throws(Problem) -> FeatureGeometry {
        guard depth < 32 else { throw Problem(text: "collections are nested too deeply") }
        let (kind, dimensions) = try header()
        switch kind {
        case 1: return try point(dimensions)
        case 2: return try line(dimensions)
        case 3:
            let polygon = try polygon(dimensions)
            return rings.geometry(polygon.map { [$0] } ?? [])
        case 4, 5, 7, 11: return try collection(depth: depth)
        case 6, 12: return try surfaces(depth: depth)
        case 8: throw Self.curved
        case 9: return try compoundCurve(depth: depth)
        case 10:
            let polygon = try curvePolygon(depth: depth)
            return rings.geometry(polygon.map { [$0] } ?? [])
        default: throw Problem(text: "a shape of kind \(kind) is not known")
        }
    }

    /// Curves with straight segments only are read; an arc is not guessed at.
    private static var curved: Problem {
        Problem(
            text: "its border is curved (circular arcs); convert it to straight segments, such as with"
                + " ogr2ogr -nlt CONVERT_TO_LINEAR straight.gpkg FILE")
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
        try check(point) { "its position" }
        return .points([point])
    }

    private mutating func line(_ dimensions: Int) throws(Problem) -> FeatureGeometry {
        let positions = try positions(dimensions) { "position \($0 + 1)" }
        if positions.isEmpty { return .empty }
        guard positions.count >= 2 else { throw Problem(text: "a line has 1 position; it takes 2") }
        return .lines([LineString(positions)])
    }

    private mutating func polygon(_ dimensions: Int) throws(Problem) -> Polygon<MapPoint>? {
        var all: [[MapPoint]] = []
        for ring in 0..<(try count(elementLength: 4)) {
            let part = part
            all.append(
                try positions(dimensions) { "\(RingVertex(part: part, ring: ring, vertex: $0))" })
        }
        return rings.polygon(all)
    }

    /// Reads the surfaces of a multipolygon, or of a multisurface, whose parts may be bordered by curves.
    private mutating func surfaces(depth: Int) throws(Problem) -> FeatureGeometry {
        var polygons: [Polygon<MapPoint>] = []
        try forEachPart { reader, _ throws(Problem) in
            let (kind, dimensions) = try reader.header()
            switch kind {
            case 3: if let polygon = try reader.polygon(dimensions) { polygons.append(polygon) }
            case 10: if let polygon = try reader.curvePolygon(depth: depth + 1) { polygons.append(polygon) }
            default: throw Problem(text: "a shape of kind \(kind) is no part of a surface")
            }
        }
        return rings.geometry(polygons)
    }

    private mutating func collection(depth: Int) throws(Problem) -> FeatureGeometry {
        var parts: [FeatureGeometry] = []
        try forEachPart { reader, _ throws(Problem) in parts.append(try reader.geometry(depth: depth + 1)) }
        return FeatureGeometry.gathered(parts)
    }

    private mutating func forEachPart(
        _ body: (inout WellKnownBinary, Int) throws(Problem) -> Void
    ) throws(Problem) {
        let isLittleEndianHere = isLittleEndian
        for index in 0..<(try count(elementLength: 5)) {
            part = index
            try body(&self, index)
        }
        part = 0
        isLittleEndian = isLittleEndianHere
    }

    // MARK: Curves

    /// Reads a surface whose rings are curves, each with a header of its own.
    private mutating func curvePolygon(depth: Int) throws(Problem) -> Polygon<MapPoint>? {
        let part = part
        var all: [[MapPoint]] = []
        try forEachPart { reader, ring throws(Problem) in
            reader.part = part
            all.append(try reader.curve(depth: depth + 1))
        }
        return rings.polygon(all)
    }

    private mutating func compoundCurve(depth: Int) throws(Problem) -> FeatureGeometry {
        let positions = try joinedPieces(depth: depth)
        return positions.count < 2 ? .empty : .lines([LineString(positions)])
    }

    private mutating func curve(depth: Int) throws(Problem) -> [MapPoint] {
        guard depth < 32 else { throw Problem(text: "collections are nested too deeply") }
        let (kind, dimensions) = try header()
        switch kind {
        case 2: return try positions(dimensions) { "position \($0 + 1) of a curve" }
        case 8: throw Self.curved
        case 9: return try joinedPieces(depth: depth)
        default: throw Problem(text: "a shape of kind \(kind) is no curve")
        }
    }

    /// Reads the pieces of a compound curve, each of which begins where the one before ends.
    private mutating func joinedPieces(depth: Int) throws(Problem) -> [MapPoint] {
        var positions: [MapPoint] = []
        try forEachPart { reader, _ throws(Problem) in
            let piece = try reader.curve(depth: depth + 1)
            positions += piece.dropFirst(positions.last == piece.first ? 1 : 0)
        }
        return positions
    }

    // MARK: Numbers

    /// - Parameter name: What a position is called in messages, by its index.
    private mutating func positions(
        _ dimensions: Int, name: (Int) -> String
    ) throws(Problem) -> [MapPoint] {
        let count = try count(elementLength: dimensions * 8)
        var positions: [MapPoint] = []
        positions.reserveCapacity(count)
        for index in 0..<count {
            let position = try position(dimensions)
            try check(position) { name(index) }
            positions.append(position)
        }
        return positions
    }

    private mutating func position(_ dimensions: Int) throws(Problem) -> MapPoint {
        guard offset + dimensions * 8 <= bytes.count else { throw Problem(text: "the blob ends too early") }
        defer { offset += dimensions * 8 }
        return MapPoint(x: double(at: offset), y: double(at: offset + 8))
    }

    private func check(_ point: MapPoint, name: () -> String) throws(Problem) {
        guard point.x.isFinite && point.y.isFinite else { throw Problem(text: "\(name()) is no number") }
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

    private func double(at offset: Int) -> Double {
        let value = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        return Double(bitPattern: isLittleEndian ? UInt64(littleEndian: value) : UInt64(bigEndian: value))
    }
}
