import FeatureFiles
import Geometry
import TestSupport

/// Well-known binary, as GeoPackages keep it.
final class FuzzedGeometry: FuzzedReader {
    let name = "wkb"
    /// A polygon with a hole.
    static let polygon =
        "01030000000200000005000000" + ring(["0000000000000000", "0000000000001440"])
        + "05000000" + ring(["000000000000F03F", "0000000000000040"])
    /// A multisurface, a curve polygon with an arc, a collection: their heads before the polygon.
    var seeds: [[UInt8]] {
        [
            Self.polygon, "010600000001000000" + Self.polygon, "010C00000001000000" + Self.polygon,
            "010A00000001000000010200000005000000" + Self.ring(["0000000000000000", "0000000000001440"]),
            "010700000001000000" + Self.polygon, "0101000000000000000000F03F000000000000F03F",
        ].map { Array(GeoPackageFixture.bytes(hexadecimal: $0)) }
    }

    private static func ring(_ ends: [String]) -> String {
        let (low, high) = (ends[0], ends[1])
        return low + low + high + low + high + high + low + high + low + low
    }

    func read(_ input: [UInt8]) throws { try Self.check(input.withUnsafeBytes { WellKnownBinary.read($0) }) }

    static func check(_ geometry: FeatureGeometry) throws {
        for ring in geometry.areas.rings {
            try Contradiction.unless(
                ring.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "a vertex is no number")
            try Contradiction.unless(
                ring.positions.count >= 4 && ring.positions.first == ring.positions.last, "an open ring")
        }
    }
}
