import FeatureFiles
import Geometry
import GeometryEngine

/// Finds out where a layer's features lie on the ground, and which of their vertices cannot be meant.
///
/// One mistyped vertex spoils the box around everything, so nothing here rests on extremes: see ``HomeRegion``.
struct PieceSurvey {
    /// In which longitudes the layer is written: across the antimeridian where most of it lies there.
    let window: LongitudeWindow
    /// Where most of the layer is, degrees.
    let home: HomeRegion<Coordinate>
    /// The same without slack: what lies outside is far for areas of such a size, however near for others.
    let closeHome: HomeRegion<Coordinate>
    /// The features' surfaces in degrees, positions without an image infinite.
    let surfaces: [MultiPolygon<Coordinate>]
    /// How many features lie near home with most of their vertices.
    let nearCount: Int

    /// What is wrong with a feature's surface.
    enum Fault: Hashable {
        /// One of few vertices that lie far from all others, or that are no degrees at all, in words.
        case wildVertex(String)
        /// None of its positions is on the ground.
        case nowhere
        /// Its border is longer than any area's.
        case endless
    }

    /// - Parameters:
    ///   - shapes: As stored.
    ///   - degrees: Brings them to degrees.
    /// - Returns: `nil` where most of them are nowhere on the ground.
    init?(_ shapes: [MultiPolygon<MapPoint>], degrees: DegreeTransformer) {
        surfaces = shapes.map(degrees.shape)
        let cores = surfaces.compactMap(Self.core)
        guard 2 * cores.count > surfaces.count else { return nil }
        let across = Self.home(cores, in: .acrossAntimeridian)
        if let across, across.box.width < Self.widest, across.box.minX <= 180, across.box.maxX >= 180 {
            (window, home) = (.acrossAntimeridian, across)
        } else if let standard = Self.home(cores, in: .standard) {
            (window, home) = (.standard, standard)
        } else {
            return nil
        }
        closeHome = Self.home(cores, in: window, slack: 0) ?? home
        let (region, own) = (home, self.window)
        nearCount = cores.count { core in
            let sides = core.longitudes.map(own.longitude).middleHalf
            return !region.isFar(
                Coordinate(
                    longitude: (sides.min + sides.max) / 2,
                    latitude: (core.latitudes.min + core.latitudes.max) / 2))
        }
    }

    /// A layer that is wider is no city's, and is written as everybody writes it, degrees.
    private static let widest = 30.0

    private static func home(
        _ cores: [Core], in window: LongitudeWindow, slack: Double = 1
    ) -> HomeRegion<Coordinate>? {
        HomeRegion(
            cores.map { core in
                let sides = core.longitudes.map(window.longitude).middleHalf
                return Box<Coordinate>(
                    minX: sides.min, minY: core.latitudes.min, maxX: sides.max, maxY: core.latitudes.max)
            }, slack: slack)
    }

    /// The box around most of a surface: half of its vertices along each axis. `nil` where most of them are nowhere.
    private struct Core {
        /// In the standard window.
        let longitudes: [Double]
        let latitudes: (min: Double, max: Double)
    }

    private static func core(_ surface: MultiPolygon<Coordinate>) -> Core? {
        let vertices = surface.rings.flatMap { $0.positions.dropLast() }
        let usable = vertices.filter(isOnGround)
        guard 2 * usable.count > vertices.count else { return nil }
        return Core(
            longitudes: usable.map { $0.standard.longitude },
            latitudes: usable.map(\.latitude).middleHalf)
    }

    static func isOnGround(_ coordinate: Coordinate) -> Bool {
        abs(coordinate.longitude) <= 360 && abs(coordinate.latitude) <= 90
    }

    // MARK: Faults

    /// Returns what is wrong with a feature's surface, `nil` where nothing is.
    func fault(of piece: Int, stored: MultiPolygon<MapPoint>) -> Fault? {
        let surface = surfaces[piece]
        if !surface.rings.contains(where: { $0.positions.contains(where: Self.isOnGround) }) {
            return .nowhere
        }
        for (part, polygon) in surface.polygons.enumerated() {
            for (ring, line) in polygon.rings.enumerated() {
                guard let vertex = wildVertex(of: line) else { continue }
                return .wildVertex(Self.text(RingVertex(part: part, ring: ring, vertex: vertex), of: stored))
            }
        }
        return isEndless(piece) ? .endless : nil
    }

    /// Returns the first vertex of a surface that is nowhere on the ground, in words; `nil` where all are on it.
    static func vertexOffGround(
        of surface: MultiPolygon<Coordinate>, stored: MultiPolygon<MapPoint>
    ) -> String? {
        for (part, polygon) in surface.polygons.enumerated() {
            for (ring, line) in polygon.rings.enumerated() {
                guard let vertex = line.positions.firstIndex(where: { !isOnGround($0) }) else { continue }
                return text(RingVertex(part: part, ring: ring, vertex: vertex), of: stored)
            }
        }
        return nil
    }

    /// Such as `vertex 4 of hole 1, at -70780, 41.55`: with its numbers as they are stored.
    static func text(_ vertex: RingVertex, of stored: MultiPolygon<MapPoint>) -> String {
        let place = stored.polygons[vertex.part].rings[vertex.ring].positions[vertex.vertex]
        return "\(vertex), at \(place.x.plainText), \(place.y.plainText)"
    }

    /// The first of a few vertices that lie far from home where most of their ring does not, or nowhere at all.
    private func wildVertex(of ring: LinearRing<Coordinate>) -> Int? {
        let vertices = ring.positions.dropLast()
        if let nowhere = vertices.firstIndex(where: { !Self.isOnGround($0) }) { return nowhere }
        let far = vertices.indices.filter { home.isFar(written(vertices[$0])) }
        guard let first = far.first, 2 * far.count < vertices.count else { return nil }
        // A large area among small ones has far corners too. A slip of the pen lies many times farther than it is large.
        let near = Box(enclosing: vertices.lazy.map(written).filter { !home.isFar($0) })
        guard let near else { return nil }
        let size = max(near.width, near.height) * Self.leastSpike
        return near.expanded(byX: size, y: size).contains(written(vertices[first])) ? nil : first
    }

    /// A vertex is wild where it lies so many times farther from its ring than the ring is large.
    private static let leastSpike = 3.0

    func written(_ coordinate: Coordinate) -> Coordinate { window.coordinate(coordinate.standard) }

    /// Returns the middle of the first part of a feature's surface that lies far from home, and whether others do not;
    /// `nil` where all lie near. A part that reaches around home, such as a mask of the world, is not far.
    func farPart(of piece: Int) -> (place: Coordinate, isOneOfSeveral: Bool)? {
        let parts = surfaces[piece].polygons.compactMap { part in
            Box(enclosing: part.exterior.positions.map(written)).map { box in
                (
                    box: box,
                    isFar: !box.contains(home.box)
                        && part.exterior.positions.allSatisfy { home.isFar(written($0)) }
                )
            }
        }
        guard let far = parts.first(where: \.isFar) else { return nil }
        return (far.box.center, parts.contains { !$0.isFar })
    }

    /// Whether a surface reaches around a city's areas over much of the earth, as a mask of all that lies outside does.
    func isMask(_ piece: Int) -> Bool {
        guard home.box.width < Self.widest, home.box.height < Self.widest else { return false }
        return surfaces[piece].polygons.contains { part in
            Box(enclosing: part.exterior.positions.map(written)).map { box in
                min(box.width, box.height) > Self.leastMask && box.contains(home.box)
            } ?? false
        }
    }

    /// No area of a city is as wide and as high as that, degrees.
    private static let leastMask = 40.0

    /// Whether a surface's border is so long that no area has it, by which it would take hours to compute with.
    func isEndless(_ piece: Int) -> Bool {
        let length = surfaces[piece].rings.reduce(0) { $0 + $1.length } * Earth.metresPerDegree
        return length > Self.longestBorder
    }

    /// Ten times around the earth, metres.
    private static let longestBorder = 4e8

    // MARK: Longitudes

    /// Returns a surface in degrees with its longitudes in the layer's window.
    ///
    /// Parts are moved whole; a ring that jumps from one side of the antimeridian to the other is unrolled.
    func unrolled(_ shape: MultiPolygon<MapPoint>) -> MultiPolygon<MapPoint> {
        MultiPolygon(shape.polygons.map(unrolled))
    }

    private func unrolled(_ polygon: Polygon<MapPoint>) -> Polygon<MapPoint> {
        guard let box = Box(enclosing: polygon.exterior.positions) else { return polygon }
        if box.width > 180 {
            let each = polygon.map {
                MapPoint(x: written(Coordinate(longitude: $0.x, latitude: $0.y)).longitude, y: $0.y)
            }
            let width = Box(enclosing: each.exterior.positions)?.width ?? 0
            return width > 0 && width < 90 ? each : polygon
        }
        let middle = (box.minX + box.maxX) / 2
        let turns = ((middle - window.west) / 360).rounded(.down)
        return turns == 0 ? polygon : polygon.map { MapPoint(x: $0.x - 360 * turns, y: $0.y) }
    }
}

extension [Double] {
    /// The least and the greatest of the middle half.
    fileprivate var middleHalf: (min: Double, max: Double) {
        guard !isEmpty else { return (.nan, .nan) }
        let sorted = sorted()
        return (sorted[(count - 1) / 4], sorted[count - 1 - (count - 1) / 4])
    }
}
