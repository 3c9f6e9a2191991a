package import Chronology
package import FeatureFiles
package import Geometry
package import GeometryEngine
import Records
import Wording

/// Why a layer's areas could not be had: which file, what is wrong, what to do next.
package enum BoundaryError: Error, Sendable, Equatable, CustomStringConvertible {
    case file(FeatureFileError)
    /// The file holds features, but none is an area; with what it holds instead.
    case noPolygons(path: String, found: String)
    case unknownField(path: String, name: String, fields: [String])
    /// No field looks like the areas' codes.
    case noCodeField(path: String, fields: [String])
    /// All codes are empty.
    case noCodes(path: String, field: String)
    case referenceSystem(path: String, GeometryError)
    /// The file's reference system is in degrees, or should be, but its numbers are none.
    case notDegrees(path: String, extent: Box<MapPoint>)
    /// A vertex of a surface that is only drawn lies nowhere on the ground, in words.
    case vertexOffGround(path: String, feature: Int, vertex: String)
    case editionsOnOneDay(layer: String, first: String, second: String, from: CivilDate?)
    case geometry(path: String, GeometryError)

    package var description: String {
        switch self {
        case .file(let error): error.description
        case .noPolygons(let path, let found):
            "\(path): no polygons: \(found); areas are needed"
        case .unknownField(let path, let name, let fields):
            fields.isEmpty
                ? "\(path): has no field “\(name)”, for its features have no properties"
                : "\(path): has no field “\(name)”; did you mean \(Spelling.nearest(to: name, among: fields))? "
                    + "Its fields: \(fields.joined(separator: ", "))"
        case .noCodeField(let path, let fields):
            "\(path): no field looks like the areas' codes; name one with code: "
                + "(its fields: \(fields.isEmpty ? "none" : fields.joined(separator: ", ")))"
        case .noCodes(let path, let field):
            "\(path): the field “\(field)” is empty in all areas; name another with code:"
        case .referenceSystem(let path, let error): "\(path): \(error)"
        case .notDegrees(let path, let extent):
            "\(path): its positions (x \(BoundaryError.short(extent.minX)) to \(BoundaryError.short(extent.maxX)), "
                + "y \(BoundaryError.short(extent.minY)) to \(BoundaryError.short(extent.maxY))) are no degrees, and "
                + "the file names no other reference system; export it in longitude and latitude (EPSG:4326)"
        case .vertexOffGround(let path, let feature, let vertex):
            "\(path): feature \(feature): \(vertex), is nowhere on the ground; is it in another reference system?"
        case .editionsOnOneDay(let layer, let first, let second, let from):
            "layer \(layer): two editions are in force on one day, \(first) and \(second), both from "
                + "\(from.map(\.description) ?? "the beginning"); give one of them another from:"
        case .geometry(let path, let error): "\(path): \(error)"
        }
    }

    /// What somebody named of a file that the file has not; `nil` for other errors.
    package enum UnfitName: Equatable {
        case layer
        /// None was named of several.
        case noLayer
        case field(String)
    }

    package var unfitName: UnfitName? {
        switch self {
        case .unknownField(_, let name, _), .noCodes(_, let name): return .field(name)
        case .file(let error):
            switch error.reason {
            case .unknownLayer: return .layer
            case .layerNotNamed: return .noLayer
            default: return nil
            }
        default: return nil
        }
    }

    private static func short(_ value: Double) -> String { NumberText.short(value, places: 2) }
}
