package import Geometry

/// What one map shows, in the order in which it is drawn: the ground, the streets, then the markers.
///
/// Everything is in degrees; each renderer projects for itself, so that a page and a web page show the same.
package struct MapScene: Sendable {
    package var area: MapArea
    package var neighbours: [MapArea]
    package var water: [MultiPolygon<Coordinate>]
    package var streets: [MapStreet]
    package var categories: [MarkerCategory]
    package var markers: [Marker]

    package init(
        area: MapArea, neighbours: [MapArea] = [], water: [MultiPolygon<Coordinate>] = [],
        streets: [MapStreet] = [], categories: [MarkerCategory] = [], markers: [Marker] = []
    ) {
        self.area = area
        self.neighbours = neighbours
        self.water = water
        self.streets = streets
        self.categories = categories
        self.markers = markers
    }
}

/// A named surface: the map's own area, or one of those around it.
package struct MapArea: Sendable {
    package var title: String
    package var shape: MultiPolygon<Coordinate>

    package init(title: String, shape: MultiPolygon<Coordinate>) {
        self.title = title
        self.shape = shape
    }
}

/// A piece of a street's centre line. Pieces of one name are joined before the name is set along them.
package struct MapStreet: Sendable {
    package var name: String
    package var importance: StreetImportance
    package var line: LineString<Coordinate>

    package init(name: String, importance: StreetImportance, line: LineString<Coordinate>) {
        self.name = name
        self.importance = importance
        self.line = line
    }
}

/// How boldly a street is drawn, and how early it gets its name.
package enum StreetImportance: Int, Comparable, Sendable {
    case alley, minor, major

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
