import Algorithms
import Geometry

/// A small city of one design, made for measuring what an audit finds: streets, houses, zones, and nothing to look at.
///
/// Streets run between the nodes of a grid. Zones end along streets or, in a river city, between them.
struct DesignedCity {
    /// A stretch of a street between two crossings.
    struct Block {
        let street: StreetTitle
        let points: [ProjectedPoint]
        /// The hundred of its house numbers.
        let hundred: Int
    }

    /// A street's name in parts, so that some can be left out.
    struct StreetTitle: Hashable {
        var direction = ""
        var name: String
        var type: String

        var text: String { [direction, name, type].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    struct House {
        let block: Int
        let number: Int
        let point: ProjectedPoint
        /// The point on the street's middle before the house, and the direction of the street there.
        let foot: ProjectedPoint
        let along: ProjectedPoint
        let zone: Int
        /// The zone across the street, where its middle is the border.
        var zoneAcross: Int?
    }

    let design: CityDesign
    private(set) var blocks: [Block] = []
    private(set) var houses: [House] = []
    /// The rings of the zones.
    let zones: [[ProjectedPoint]]

    /// The zone that a point lies in, `nil` outside all.
    func zone(of point: ProjectedPoint) -> Int? {
        zones.firstIndex { Self.contains($0, point) }
    }

    init(_ design: CityDesign, seed: UInt64) {
        self.design = design
        let plan = DesignPlan(design)
        zones = plan.zones
        var random = StoryGenerator(seed: seed, part: "houses of \(design.rawValue)")
        for block in plan.blocks {
            blocks.append(block)
            if plan.hasHouses(block) { addHouses(block: blocks.count - 1, &random) }
        }
    }

    private mutating func addHouses(block index: Int, _ random: inout StoryGenerator) {
        let block = blocks[index]
        let walk = DesignWalk(block.points)
        for side in [1.0, -1.0] {
            var number = block.hundred + (side > 0 ? 1 : 2)
            var station = 18.0
            // Evenly numbered in most blocks, sparsely in some, as in real ones.
            let step = random.happens(0.7) ? 100 * 14 / (walk.length - 36) : 4.0
            while station < walk.length - 18, number < block.hundred + 99 {
                let (foot, along) = walk.point(at: station)
                let setback = random.happens(0.1) ? random.number(in: 20...30) : random.number(in: 9...16)
                let point = CityFrame.snapped(
                    ProjectedPoint(
                        x: foot.x - along.y * setback * side, y: foot.y + along.x * setback * side))
                let across = ProjectedPoint(
                    x: foot.x + along.y * 6 * side, y: foot.y - along.x * 6 * side)
                if let zone = zone(of: point) {
                    let other = self.zone(of: across)
                    houses.append(
                        House(
                            block: index, number: number, point: point, foot: foot, along: along, zone: zone,
                            zoneAcross: other == zone ? nil : other))
                }
                station += 14 + random.number(in: 0...4)
                number += max(2, Int(step) / 2 * 2)
            }
        }
    }

    private static func contains(_ ring: [ProjectedPoint], _ point: ProjectedPoint) -> Bool {
        var isInside = false
        for (start, end) in ring.adjacentPairs() where (start.y > point.y) != (end.y > point.y) {
            let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
            if point.x < x { isInside.toggle() }
        }
        return isInside
    }
}

/// A walk along a line.
struct DesignWalk {
    private let points: [ProjectedPoint]
    let length: Double

    init(_ points: [ProjectedPoint]) {
        self.points = points
        length = points.adjacentPairs().reduce(0) { $0 + $1.0.distance(to: $1.1) }
    }

    /// Returns the point at a distance from the beginning, and the direction there as a vector of length 1.
    func point(at distance: Double) -> (point: ProjectedPoint, along: ProjectedPoint) {
        var rest = distance
        for (start, end) in points.adjacentPairs() {
            let length = start.distance(to: end)
            let along = ProjectedPoint(x: (end.x - start.x) / length, y: (end.y - start.y) / length)
            if rest <= length {
                return (ProjectedPoint(x: start.x + along.x * rest, y: start.y + along.y * rest), along)
            }
            rest -= length
        }
        return (points[points.count - 1], ProjectedPoint(x: 1, y: 0))
    }
}
