import FeatureFiles
import Geometry
import GeometryEngine

/// A feature file's rows, their positions in degrees and their values found by column.
struct SourceFeatures {
    let collection: FeatureCollection
    private let transformation: CoordinateTransformation?

    init(path: String, layer: String?) throws(ReferenceError) {
        do {
            collection = try FeatureReader.read(path, layer: layer)
        } catch {
            throw .source(path: path, reason: "\(error)")
        }
        transformation = try Self.transformation(collection)
    }

    private static func transformation(
        _ collection: FeatureCollection
    ) throws(ReferenceError) -> CoordinateTransformation? {
        guard let definition = collection.referenceSystem.definition else { return nil }
        do {
            let system = try CoordinateReferenceSystem(definition)
            if system.isGeographic, system.name.contains("WGS 84") { return nil }
            return try CoordinateTransformation(from: system, to: .wgs84)
        } catch {
            throw .source(path: collection.path, reason: "\(error)")
        }
    }

    func field(_ name: String?) -> Int? { name.flatMap { collection.field(named: $0) } }

    /// Returns the text in a column, without spaces around it; empty where there is none.
    func text(_ feature: Feature, _ field: Int?) -> String {
        guard let field else { return "" }
        return (feature.value(at: field).text ?? "").trimmingSpaces
    }

    /// Returns the positions in degrees; those that have none on the map are left out.
    func coordinates(_ points: [MapPoint]) -> [Coordinate] {
        var points = points
        transformation?.transform(&points)
        return points.compactMap { point in
            guard point.x.isFinite, point.y.isFinite, abs(point.x) <= 180, abs(point.y) <= 90 else {
                return nil
            }
            return Coordinate(longitude: point.x, latitude: point.y)
        }
    }
}
