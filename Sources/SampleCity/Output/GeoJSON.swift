import Geometry
import Records

/// Writes GeoJSON, one feature a line, in the order and with the decimals that keep files the same on every run.
struct GeoJSONText {
    private(set) var text: String
    private var isFirst = true

    init(name: String) { text = "{\"type\":\"FeatureCollection\",\"name\":\"\(name)\",\"features\":[\n" }

    /// - Parameter properties: In order, each value already JSON.
    mutating func append(properties: [(String, String)], geometry: String) {
        if !isFirst { text += ",\n" }
        isFirst = false
        let pairs = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
        text += "{\"type\":\"Feature\",\"properties\":{\(pairs)},\"geometry\":\(geometry)}"
    }

    var closed: String { text + "\n]}\n" }

    static func string(_ value: String) -> String { "\"\(value)\"" }
    static func optional(_ value: String?) -> String { value.map(string) ?? "null" }

    static func line(_ points: [ProjectedPoint]) -> String {
        "{\"type\":\"LineString\",\"coordinates\":\(chain(points))}"
    }

    static func surface(_ surface: MultiPolygon<ProjectedPoint>) -> String {
        let polygons = surface.polygons.map { polygon in
            "[" + polygon.rings.map { chain($0.positions) }.joined(separator: ",") + "]"
        }
        guard polygons.count != 1, !polygons.isEmpty else {
            return "{\"type\":\"Polygon\",\"coordinates\":\(polygons.first ?? "[]")}"
        }
        return "{\"type\":\"MultiPolygon\",\"coordinates\":[\(polygons.joined(separator: ","))]}"
    }

    private static func chain(_ points: [ProjectedPoint]) -> String {
        let pairs = points.map { point in
            let coordinate = CityFrame.coordinate(of: point)
            return "[\(degrees(coordinate.longitude)),\(degrees(coordinate.latitude))]"
        }
        return "[" + pairs.joined(separator: ",") + "]"
    }

    static func degrees(_ value: Double) -> String { NumberText.decimal(value, places: 7) }
}
