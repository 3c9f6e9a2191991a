import DelimitedText
import Geometry

/// One polygon with its properties, on a line of its own.
struct GeoJSONFeature {
    /// In degrees, counter-clockwise, its first position last again.
    let ring: [Coordinate]
    /// A JSON object.
    let properties: [UInt8]

    func append(to bytes: inout [UInt8]) {
        bytes += Array("\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[".utf8)
        for (place, position) in ring.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            FixedDecimal.append(position.longitude, decimals: 7, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            FixedDecimal.append(position.latitude, decimals: 7, to: &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes += Array("]]},\"properties\":".utf8)
        bytes += properties
        bytes.append(UInt8(ascii: "}"))
    }
}
