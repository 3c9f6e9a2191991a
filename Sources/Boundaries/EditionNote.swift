package import Geometry

/// Something about an edition's file that a user should know.
package enum EditionNote: Sendable, Hashable {
    /// An area was not valid and was repaired; the change is in square metres.
    case repaired(code: String, reason: String, place: Coordinate?, areaBefore: Double, areaAfter: Double)
    /// Several features have one code and were joined.
    case joined(code: String, features: [Int])
    /// Features were left out, since they have no code.
    case withoutCode(features: [Int])
    /// Features were left out, since they have no polygon: null, empty, or points and lines.
    case withoutPolygon(features: [Int])
    /// The file does not say which reference system it is in; this one was assumed.
    case assumedReferenceSystem(String)
    /// Something that the reader of the file mended or left out.
    case reading(String)
}
