import Boundaries
import Geometry
import GeometryEngine
import Statistics

/// Asks an edition's areas about random positions; says what a question costs.
enum LocatingBenchmark {
    static func run(_ arguments: [String]) throws {
        guard let path = arguments.first else {
            print("usage: Microbenchmarks locating AREAS [POSITIONS]")
            return
        }
        let count = arguments.count > 1 ? Int(arguments[1]) ?? 1_000_000 : 1_000_000
        let edition = try Edition.load(EditionSource(path: path), jobs: 1)
        var ground: EditionGround?
        let building = try ContinuousClock().measure {
            ground = try EditionGround(
                shapes: edition.shapes, referenceSystem: edition.referenceSystem, nearDistance: 10,
                cells: 512)
        }
        guard let ground else { return }
        print(
            "\(edition.areas.count) areas, \(edition.vertexCount) vertices: cells and borders in \(building)")
        try ask(EditionProbe(ground), positions(count, in: ground.extent), areas: edition.areas.count)
    }

    private static func ask(_ probe: EditionProbe, _ positions: [Coordinate], areas: Int) throws {
        var sum = 0.0
        try report("the lowest area", positions) { sum += Double(try probe.locate($0).index) }
        try report("one area, and whether a border lies within 10 m", positions) { position in
            let (isInside, sight) = try probe.check(
                Ordinal(Int(abs(position.longitude) * 1e7) % areas), contains: position)
            if probe.hasBorder(within: 10, of: position, seenFrom: sight) != isInside { sum += 1 }
        }
        let some = Array(positions.prefix(positions.count / 10))
        report("the nearest border", some) { sum += probe.nearestBorder(to: $0).distance }
        report("the distance to one area", some) { position in
            sum += probe.distance(from: position, to: Ordinal(Int(abs(position.latitude) * 1e7) % areas))
        }
        let local = try LocalProjection(center: positions[0]).makeTransformation()
        report("projecting", positions) { sum += local.project($0).x }
        // Printed, so that no question can be left out.
        print("checksum \(sum)")
    }

    private static func report(
        _ what: String, _ positions: [Coordinate], _ body: (Coordinate) throws -> Void
    ) rethrows {
        let elapsed = try ContinuousClock().measure { for position in positions { try body(position) } }
        print("\(what): \(Int(elapsed / Duration.nanoseconds(positions.count))) ns a position")
    }

    private static func positions(_ count: Int, in box: Box<Coordinate>) -> [Coordinate] {
        var random = SeededGenerator(seed: 311)
        return (0..<count).map { _ in
            Coordinate(
                longitude: .random(in: box.minX...box.maxX, using: &random),
                latitude: .random(in: box.minY...box.maxY, using: &random))
        }
    }
}
