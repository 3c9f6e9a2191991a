package import Geometry

/// Writes GeoJSON geometries as RFC 7946 wants them: degrees with seven decimals, outer rings counter-clockwise.
package enum GeoJSONGeometryText {
    package static let null = Array("null".utf8)

    package static func point(_ position: Coordinate) -> [UInt8] {
        Array("{\"type\":\"Point\",\"coordinates\":".utf8) + numbers(position) + [UInt8(ascii: "}")]
    }

    package static func surface(_ shape: MultiPolygon<Coordinate>) -> [UInt8] {
        Array("{\"type\":\"MultiPolygon\",\"coordinates\":".utf8)
            + list(shape.polygons) { polygon in
                list(
                    [oriented(polygon.exterior, .counterClockwise)]
                        + polygon.holes.map { oriented($0, .clockwise) }
                ) {
                    list($0, numbers)
                }
            } + [UInt8(ascii: "}")]
    }

    private enum Direction { case clockwise, counterClockwise }

    private static func oriented(_ ring: LinearRing<Coordinate>, _ direction: Direction) -> [Coordinate] {
        (ring.signedArea > 0) == (direction == .counterClockwise) ? ring.positions : ring.positions.reversed()
    }

    private static func list<Element>(_ elements: [Element], _ text: (Element) -> [UInt8]) -> [UInt8] {
        var bytes = [UInt8(ascii: "[")]
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += text(element)
        }
        return bytes + [UInt8(ascii: "]")]
    }

    private static func numbers(_ position: Coordinate) -> [UInt8] {
        list([position.longitude, position.latitude]) { number in
            var bytes: [UInt8] = []
            FixedDecimal.append(number, decimals: DegreeText.decimals, to: &bytes)
            return bytes
        }
    }
}
