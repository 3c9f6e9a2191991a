package import Chronology
package import Geometry
package import GeometryEngine

/// A layer's areas in force from one day until the next edition's.
package struct Edition: Sendable {
    /// What people know the edition by: its file's name, or its layer's in a GeoPackage.
    package let name: String
    package let source: EditionSource
    package var path: String { source.path }
    /// The first day in force; `nil` for since ever.
    package var from: CivilDate? { source.from }
    /// The first day no longer in force; `nil` for no end. Set by the layer that the edition stands in.
    package internal(set) var until: CivilDate?
    package let referenceSystem: CoordinateReferenceSystem
    /// The fields that hold the codes and titles.
    package let fields: AreaFields
    /// The areas, ordered by their codes: numbers by value, then text.
    package let areas: [Area]
    /// The areas that the file names and of which nothing can be used, in the same order.
    package let unreadable: [UnreadableArea]
    /// What was found and mended while loading.
    package let notes: [EditionNote]
    /// The box around all areas, degrees; longitudes are those of ``window``.
    package let extent: Box<Coordinate>
    /// The box around the areas where most of them are, degrees.
    package let home: Box<Coordinate>
    /// In which longitudes the areas are written.
    package let window: LongitudeWindow

    /// The areas' surfaces in their order, as an index takes them.
    package var shapes: [MultiPolygon<MapPoint>] { areas.map(\.shape) }
    package var codes: [String] { areas.map(\.code) }
    /// Which areas cannot be read, one sentence each.
    package var unreadableTexts: [String] {
        let file = path.split(separator: "/").last ?? ""
        return unreadable.map { "\(file): \(EditionNote.unreadable($0).text)" }
    }
    package var vertexCount: Int { areas.reduce(0) { $0 + $1.shape.vertexCount } }
}

/// Where an edition's areas are read from.
package struct EditionSource: Hashable, Sendable {
    package var path: String
    /// The layer of a GeoPackage.
    package var layer: String?
    /// The fields that hold an area's code and title; found by looking where they are `nil`.
    package var codeField: String?
    package var titleField: String?
    /// The field with the number of an area's people, where one is named.
    package var peopleField: String?
    package var from: CivilDate?
    /// What the city calls the areas, such as the layer's name and the requests' column of their codes: of several fields that may
    /// hold the codes it tells which is meant.
    package var callings: [String] = []

    package init(
        path: String, layer: String? = nil, codeField: String? = nil, titleField: String? = nil,
        from: CivilDate? = nil
    ) {
        self.path = path
        self.layer = layer
        self.codeField = codeField
        self.titleField = titleField
        self.from = from
    }
}
