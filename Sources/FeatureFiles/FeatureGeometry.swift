package import Geometry

/// Where a feature lies, in the file's own reference system. A single shape is a list of one.
package enum FeatureGeometry: Hashable, Sendable {
    /// The file says that the feature has no place.
    case null
    /// A shape without a position, such as `POLYGON EMPTY`.
    case empty
    case points([MapPoint])
    case lines([LineString<MapPoint>])
    case polygons(MultiPolygon<MapPoint>)
    /// Shapes of different kinds, as in a geometry collection.
    case mixed([FeatureGeometry])
    /// A shape that could not be read, with the reason.
    case unreadable(String)

    /// The surfaces, also those among other shapes; none where there is no surface.
    package var areas: MultiPolygon<MapPoint> {
        switch self {
        case .polygons(let areas): areas
        case .mixed(let parts): MultiPolygon(parts.flatMap(\.areas.polygons))
        case .null, .empty, .points, .lines, .unreadable: MultiPolygon([])
        }
    }

    /// The lines, also those among other shapes; none where there is no line.
    package var paths: [LineString<MapPoint>] {
        switch self {
        case .lines(let lines): lines
        case .mixed(let parts): parts.flatMap(\.paths)
        case .null, .empty, .points, .polygons, .unreadable: []
        }
    }

    /// The points, also those among other shapes; none where there is no point.
    package var places: [MapPoint] {
        switch self {
        case .points(let points): points
        case .mixed(let parts): parts.flatMap(\.places)
        case .null, .empty, .lines, .polygons, .unreadable: []
        }
    }

    /// The smallest box around the shape, or `nil` where it has no position.
    package var box: Box<MapPoint>? {
        switch self {
        case .points(let points): return Box(enclosing: points)
        case .lines(let lines): return Box(enclosing: lines.lazy.flatMap(\.positions))
        case .polygons(let areas): return areas.box
        case .mixed(let parts):
            return Box(enclosing: parts.lazy.compactMap(\.box).flatMap(\.corners))
        case .null, .empty, .unreadable: return nil
        }
    }
}

extension FeatureGeometry {
    /// What a geometry is, for counts in messages.
    package enum Kind: String, CaseIterable, Sendable {
        case point, line, polygon, mixed, null, empty, unreadable

        /// Returns such as `1 line` or `2 without geometry`.
        package func counted(_ count: Int) -> String {
            switch self {
            case .point, .line, .polygon: "\(count) \(rawValue)\(count == 1 ? "" : "s")"
            case .mixed: "\(count) geometry collection\(count == 1 ? "" : "s")"
            case .null: "\(count) without geometry"
            case .empty: "\(count) with an empty geometry"
            case .unreadable: "\(count) with a geometry that could not be read"
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .null: .null
        case .empty: .empty
        case .points: .point
        case .lines: .line
        case .polygons: .polygon
        case .mixed: .mixed
        case .unreadable: .unreadable
        }
    }
}

extension FeatureGeometry {
    /// Returns the parts of a collection as one geometry: of one kind where they are, and mixed otherwise.
    static func gathered(_ parts: [FeatureGeometry]) -> FeatureGeometry {
        let parts = parts.filter { $0.kind != .empty && $0.kind != .null }
        switch Set(parts.map(\.kind)) {
        case []: return .empty
        case [.point]: return .points(parts.flatMap(\.places))
        case [.line]: return .lines(parts.flatMap(\.paths))
        case [.polygon]: return .polygons(MultiPolygon(parts.flatMap(\.areas.polygons)))
        default: return .mixed(parts)
        }
    }
}
