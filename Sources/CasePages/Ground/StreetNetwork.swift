import AddressParsing
import Algorithms
import Geocoding
import Geometry
import Maps

/// The streets as they are drawn, each as bold as it matters.
struct StreetNetwork {
    let streets: [MapStreet]

    /// The share of names, by the length of their streets, that stand for major ones where the file does not say.
    private static let majorShare = 0.06

    /// - Parameter window: The longitudes that the areas are drawn in.
    init(_ lines: [StreetLine], in window: LongitudeWindow) {
        let major = lines.contains { $0.roadClass == .major } ? [] : Self.longest(lines)
        streets = lines.map { line in
            MapStreet(
                name: line.title, importance: Self.importance(line, major),
                line: LineString(window.line(line.line)))
        }
    }

    private static func importance(_ line: StreetLine, _ major: Set<String>) -> StreetImportance {
        switch line.roadClass {
        case .major: return .major
        case .alley: return .alley
        case .local, nil: break
        }
        if line.names.first?.postType == "ALY" { return .alley }
        return major.contains(line.title) ? .major : .minor
    }

    /// Returns the names with the longest streets.
    private static func longest(_ lines: [StreetLine]) -> Set<String> {
        var lengths: [String: Double] = [:]
        for line in lines where !line.title.isEmpty {
            guard let box = Box(enclosing: line.line) else { continue }
            let (east, north) = PageProjection.metersPerDegree(at: box.center.latitude)
            let length = line.line.adjacentPairs().reduce(0) { sum, edge in
                let dx = (edge.1.longitude.degrees(near: edge.0.longitude) - edge.0.longitude) * east
                let dy = (edge.1.latitude - edge.0.latitude) * north
                return sum + (dx * dx + dy * dy).squareRoot()
            }
            lengths[line.title, default: 0] += length
        }
        let ordered = lengths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return Set(ordered.prefix(Int(Double(ordered.count) * majorShare)).map(\.key))
    }
}
