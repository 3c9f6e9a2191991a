import CShapefile
import Geometry

/// The owner of an open .shp file with its index.
final class ShapeFile {
    private let handle: SHPHandle
    let count: Int

    /// Opens a file for reading, or returns `nil` where shapelib cannot.
    init?(path: String) {
        var hooks = QuietHooks.make()
        guard let handle = SHPOpenLL(path, "rb", &hooks) else { return nil }
        self.handle = handle
        count = Int(handle.pointee.nRecords)
    }

    deinit { SHPClose(handle) }

    /// Returns a record's shape, elevations and measures left out.
    ///
    /// - Parameter rings: Counts what was mended.
    func geometry(at record: Int, rings: inout RingIntake) -> FeatureGeometry {
        guard let object = SHPReadObject(handle, Int32(record)) else {
            return .unreadable("the record is damaged")
        }
        defer { SHPDestroyObject(object) }
        let shape = object.pointee
        switch shape.nSHPType {
        case SHPT_NULL: return .null
        case SHPT_POINT, SHPT_POINTZ, SHPT_POINTM, SHPT_MULTIPOINT, SHPT_MULTIPOINTZ, SHPT_MULTIPOINTM:
            return checked(shape, .points(positions(shape, 0..<Int(shape.nVertices))))
        case SHPT_ARC, SHPT_ARCZ, SHPT_ARCM:
            return checked(shape, .lines(parts(shape).filter { $0.count >= 2 }.map { LineString($0) }))
        case SHPT_POLYGON, SHPT_POLYGONZ, SHPT_POLYGONM:
            return checked(shape, surface(parts(shape), &rings))
        default: return .unreadable("shapes of kind \(shape.nSHPType) (such as MultiPatch) are not read")
        }
    }

    private func surface(_ parts: [[MapPoint]], _ rings: inout RingIntake) -> FeatureGeometry {
        let closed = parts.compactMap { rings.ring($0) }
        return rings.geometry(RingAssembly.polygons(of: closed))
    }

    private func checked(_ shape: SHPObject, _ geometry: FeatureGeometry) -> FeatureGeometry {
        guard let x = shape.padfX, let y = shape.padfY, shape.nVertices > 0 else { return .empty }
        guard let wild = (0..<Int(shape.nVertices)).first(where: { !(x[$0].isFinite && y[$0].isFinite) })
        else { return geometry }
        let starts =
            shape.panPartStart.map { starts in (0..<Int(shape.nParts)).map { Int(starts[$0]) } } ?? [0]
        let part = starts.lastIndex { $0 <= wild } ?? 0
        let first = starts.indices.contains(part) ? starts[part] : 0
        return .unreadable("vertex \(wild - first + 1) of ring \(part + 1) is no number")
    }

    private func parts(_ shape: SHPObject) -> [[MapPoint]] {
        guard let starts = shape.panPartStart else { return [positions(shape, 0..<Int(shape.nVertices))] }
        let count = Int(shape.nParts)
        let vertices = Int(shape.nVertices)
        return (0..<count).map { part in
            let start = min(max(Int(starts[part]), 0), vertices)
            let end = part + 1 < count ? min(max(Int(starts[part + 1]), start), vertices) : vertices
            return positions(shape, start..<end)
        }
    }

    private func positions(_ shape: SHPObject, _ range: Range<Int>) -> [MapPoint] {
        guard let x = shape.padfX, let y = shape.padfY else { return [] }
        return range.map { MapPoint(x: x[$0], y: y[$0]) }
    }
}

/// File access for shapelib that prints nothing: what fails is said by our own errors.
enum QuietHooks {
    static func make() -> SAHooks {
        var hooks = SAHooks()
        SASetupDefaultHooks(&hooks)
        hooks.Error = { _ in }
        return hooks
    }
}
