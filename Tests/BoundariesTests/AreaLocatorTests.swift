import Boundaries
import Foundation
import Geometry
import GeometryEngine
import TestSupport
import Testing

private let sampleZones = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Boundaries/collection-zones-2024.geojson").path

/// What GEOS says without any index: the areas that cover a point, each asked.
private func covering(_ point: MapPoint, _ areas: [PreparedArea]) throws -> [Ordinal<Area>] {
    try Ordinal.first(areas.count).filter { try areas[$0.index].covers(x: point.x, y: point.y) }
}

private func check(_ points: [MapPoint], _ shapes: [MultiPolygon<MapPoint>], cells: Int) throws -> Int {
    let index = try AreaIndex(shapes: shapes, nearDistance: (0.0001, 0.0001), cells: cells)
    let locator = AreaLocator(index)
    let context = GEOSContext()
    let areas = try shapes.map { try PreparedArea($0, in: context) }
    var differing = 0
    for point in points {
        let expected = try covering(point, areas)
        if try locator.lowest(covering: point) != expected.first ?? .none { differing += 1 }
        for area in Ordinal<Area>.first(areas.count)
        where try locator.check(area, covers: point).0 != expected.contains(area) {
            differing += 1
        }
        if try locator.areas(covering: point) != expected { differing += 1 }
    }
    return differing
}

@Test func `random and adversarial points lie in the areas that GEOS names`() throws {
    let edition = try Edition.load(EditionSource(path: sampleZones), jobs: 1)
    let extent = try #require(Box(enclosing: edition.shapes.flatMap { $0.box?.corners ?? [] }))
    var generator = SeededNumbers(311)
    let count = LongTests.rounds(1_000_000, usually: 100_000)
    var points = (0..<count / 2).map { _ in
        MapPoint(
            x: .random(in: extent.minX - 0.001...extent.maxX + 0.001, using: &generator),
            y: .random(in: extent.minY - 0.001...extent.maxY + 0.001, using: &generator))
    }
    let rings = edition.shapes.flatMap(\.rings)
    // On vertices, on edges as nearly as numbers allow, and one step of a number beside them.
    while points.count < count {
        let ring = rings[Int.random(in: rings.indices, using: &generator)].positions
        let index = Int.random(in: 0..<ring.count - 1, using: &generator)
        let (start, end) = (ring[index], ring[index + 1])
        let share = Double.random(in: 0...1, using: &generator)
        let between = MapPoint(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        points += [
            start, between, MapPoint(x: start.x.nextUp, y: start.y),
            MapPoint(x: between.x, y: between.y.nextDown),
        ]
    }
    #expect(try check(points, edition.shapes, cells: 128) == 0)
}

@Test func `areas that overlap, touch, leave gaps and have holes answer as GEOS does`() throws {
    func square(_ x: Double, _ y: Double, _ side: Double, hole: Double = 0) -> MultiPolygon<MapPoint> {
        let outer = Box<MapPoint>(minX: x, minY: y, maxX: x + side, maxY: y + side)
        let inner = Box<MapPoint>(minX: x + 1, minY: y + 1, maxX: x + 1 + hole, maxY: y + 1 + hole)
        return MultiPolygon([
            Polygon(exterior: LinearRing(outer.corners), holes: hole > 0 ? [LinearRing(inner.corners)] : [])
        ])
    }
    // The last one covers the first two whole.
    let shapes = [square(0, 0, 4, hole: 2), square(4, 0, 4), square(9, 0, 1), square(-1, -1, 12)]
    let steps = stride(from: -2.0, through: 12, by: 0.25)
    let points = steps.flatMap { x in steps.map { MapPoint(x: x, y: $0) } }
    for cells in [1, 7, 64] { #expect(try check(points, shapes, cells: cells) == 0) }
}

/// Returns a shape with each edge cut into equal pieces: an edge that is straight in degrees bends on the ground.
private func cut(_ shape: MultiPolygon<MapPoint>, pieces: Int) -> MultiPolygon<MapPoint> {
    func ring(_ ring: LinearRing<MapPoint>) -> LinearRing<MapPoint> {
        LinearRing(
            zip(ring.positions, ring.positions.dropFirst()).flatMap { start, end in
                (0..<pieces).map { piece in
                    let share = Double(piece) / Double(pieces)
                    return MapPoint(
                        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
                }
            })
    }
    return MultiPolygon(
        shape.polygons.map { Polygon(exterior: ring($0.exterior), holes: $0.holes.map(ring)) })
}

@Test func `distances to areas and borders equal those of GEOS on the projected polygons`() throws {
    let edition = try Edition.load(EditionSource(path: sampleZones), jobs: 1)
    let ground = try EditionGround(
        shapes: edition.shapes, referenceSystem: edition.referenceSystem, nearDistance: 10, cells: 64)
    let probe = try EditionProbe(ground)
    let local = try LocalProjection(covering: ground.extent).makeTransformation()
    let context = GEOSContext()
    let projected = edition.shapes.map {
        cut($0, pieces: 16).map { local.project(Coordinate(longitude: $0.x, latitude: $0.y)) }
    }
    let areas = try projected.map { try PreparedArea($0, in: context) }
    var generator = SeededNumbers(4)
    let corners = edition.shapes.flatMap(\.rings).flatMap(\.positions)
    for round in 0..<4000 {
        var position = Coordinate(
            longitude: .random(in: ground.extent.minX...ground.extent.maxX, using: &generator),
            latitude: .random(in: ground.extent.minY...ground.extent.maxY, using: &generator))
        if round % 2 == 0 {
            // Within some 20 m of a border, where cells answer by the segments that they list.
            let corner = corners[Int.random(in: corners.indices, using: &generator)]
            position = Coordinate(
                longitude: corner.x + .random(in: -2e-4...2e-4, using: &generator),
                latitude: corner.y + .random(in: -2e-4...2e-4, using: &generator))
        }
        let point = local.project(position)
        let area = Ordinal<Area>(Int.random(in: areas.indices, using: &generator))
        // Both cut edges before they project them, each in its own way, so they may differ by a bend of a millimetre;
        // and a plane stretches what lies 10 km from its middle by a millionth.
        if try !probe.covers(area, position) {
            let expected = try areas[area.index].distance(x: point.x, y: point.y)
            #expect(abs(probe.distance(from: position, to: area) - expected) < 1e-3 + 2e-6 * expected)
        }
        let nearest = probe.nearestBorder(to: position)
        let sight = try probe.check(area, contains: position).sight
        #expect(probe.hasBorder(within: nearest.distance + 1e-6, of: position, seenFrom: sight))
        #expect(!probe.hasBorder(within: nearest.distance - 1e-6, of: position, seenFrom: sight))
    }
}
