package import Geometry
package import GeometryEngine

/// An edition's areas made ready for locating: cells for containment in the areas' own reference system, borders in
/// metres for distances.
///
/// A value that workers share; each asks through its own ``EditionProbe``.
package struct EditionGround: Sendable {
    let index: AreaIndex
    package let borders: BorderIndex
    /// The areas' own reference system, or `nil` where it is longitude and latitude on WGS 84 already.
    let referenceSystem: CoordinateReferenceSystem?
    /// In which longitudes the areas are written, where they are in degrees.
    let window: LongitudeWindow
    /// Whether the areas' own system is in degrees.
    let isGeographic: Bool
    /// How far from a border ``AreaLocator/Sight/isFarFromBorders`` reaches, metres: at most a cell's side.
    package let nearDistance: Double
    /// The extent of the areas, degrees; of those that lie far from most only where there are no others.
    package let extent: Box<Coordinate>
    /// Where most of the areas are, in their own reference system: what lies outside is far from them.
    let home: Box<MapPoint>

    /// - Parameters:
    ///   - shapes: The areas, valid, in the order in which they are counted.
    ///   - window: In which longitudes they are written.
    ///   - nearDistance: How near a border has to be to be noticed at once, metres.
    ///   - cells: The number of cells along the longer side: more take longer to build and answer faster.
    package init(
        shapes: [MultiPolygon<MapPoint>], referenceSystem: CoordinateReferenceSystem,
        window: LongitudeWindow = .standard, nearDistance: Double, cells: Int
    ) throws(GeometryError) {
        let degrees = try DegreeTransformer(referenceSystem, window: window)
        let slack = Earth.metresPerDegree / referenceSystem.unit.greatestMetres
        let boxes = shapes.compactMap { $0.box }
        guard let home = HomeRegion(boxes, slack: slack) else { throw Self.nowhere }
        let near = boxes.filter { home.bounds.contains($0) }
        var corners: [Coordinate] = []
        for box in near.isEmpty ? boxes : near { corners += box.corners.compactMap(degrees.coordinate) }
        guard let extent = Box(enclosing: corners) else { throw Self.nowhere }
        self.extent = extent
        self.home = home.bounds
        self.referenceSystem = degrees.isIdentity ? nil : referenceSystem
        self.window = window
        isGeographic = referenceSystem.isGeographic
        var cutter = EdgeCutter(referenceSystem.unit, near: home.bounds)
        var outlines: [MultiPolygon<MapPoint>] = []
        for shape in shapes { outlines.append(try cutter.cut(shape)) }
        borders = BorderIndex(
            outlines.map { outline in outline.rings.map { degrees.coordinates($0.positions) } })
        let grid = AreaGrid(around: home.box, cells: cells)
        let scale = degrees.metresPerUnit(around: near.isEmpty ? [home.box] : near)
        self.nearDistance = min(nearDistance, grid.cellWidth * scale.x, grid.cellHeight * scale.y)
        // A hundredth more, for the scale differs a little from place to place, and a centimetre for bent edges.
        let reach = self.nearDistance * 1.01 + 0.01
        // At a pole a degree of longitude has no length.
        let inUnits = (
            x: min(reach / scale.x, 2 * grid.cellWidth), y: min(reach / scale.y, 2 * grid.cellHeight)
        )
        index = try AreaIndex(shapes: shapes, outlines: outlines, nearDistance: inUnits, grid: grid)
    }

    /// Makes an edition's areas ready.
    package init(_ edition: Edition, nearDistance: Double, cells: Int) throws(GeometryError) {
        try self.init(
            shapes: edition.shapes, referenceSystem: edition.referenceSystem, window: edition.window,
            nearDistance: nearDistance, cells: cells)
    }

    /// No area has a position on the ground.
    static var nowhere: GeometryError {
        .proj(operation: "place the areas on the ground", message: "no area has a position in degrees")
    }

    /// The segments that may lie within the near distance of a point in a cell; none for −1.
    @inline(__always)
    func nearbySegments(inCell cell: Int) -> UnsafeBufferPointer<UInt32> {
        cell < 0 ? UnsafeBufferPointer(start: nil, count: 0) : index.borders[cell]
    }
}
