import Geometry

/// The areas that requests are routed by: council districts, and collection zones in two editions.
struct CityAreas: Sendable {
    let districts: [Int]
    let zones2023: [Int]
    let zones2024: [Int]
    /// Each face's postcode.
    let postcodes: [String]

    init(map: CityMap, seed: UInt64) {
        var generator = StoryGenerator(seed: seed, part: "areas")
        let neighbours = FaceNeighbours(map.faces)
        let people = Self.people(map)
        var districts = AreaPartition(
            seeds: Self.districtSeeds, map: map, neighbours: neighbours, weights: people,
            generator: &generator)
        districts.renumber(by: Self.order(of: districts.areaOfFace, count: 9, map: map))
        self.districts = districts.areaOfFace
        var zones = AreaPartition(
            seeds: Self.zoneSeeds, map: map, neighbours: neighbours, weights: Self.stops(people, map: map),
            generator: &generator)
        zones.renumber(by: Self.order(of: zones.areaOfFace, count: 12, map: map))
        zones2023 = zones.areaOfFace
        for (source, target) in Self.threeInARing(zones.areaOfFace, neighbours: neighbours, map: map) {
            zones.cede(0.3, of: source, to: target, middles: map.middleOfFace)
        }
        zones2024 = zones.areaOfFace
        postcodes = map.faces.outlines.indices.map(map.postcode(ofFace:))
    }

    private static let districtSeeds = CityPlan.points([
        (-1900, 1500), (-700, 1700), (600, 1900), (-1900, -300), (-900, 400), (900, 500), (-800, -600),
        (-700, -1900),
        (1500, -1000),
    ])
    private static let zoneSeeds = CityPlan.points([
        (-1800, 1300), (-700, 1750), (300, 1900), (1700, 1300), (-2000, -100), (-1200, 500), (-400, 700),
        (800, 500),
        (1900, -300), (-1100, -700), (-900, -1900), (900, -1200),
    ])

    private static func people(_ map: CityMap) -> [Double] {
        var people = Array(repeating: 1.0, count: map.faces.count)
        for address in map.addresses { people[address.face] += 1 }
        return people
    }

    /// A collection round is as long as its stops and its streets.
    private static func stops(_ people: [Double], map: CityMap) -> [Double] {
        people.indices.map { people[$0] + abs(Chain.doubledArea(map.faces.outlines[$0])) / 6000 }
    }

    /// The areas in rows from the north, each row from the west.
    private static func order(of areas: [Int], count: Int, map: CityMap) -> [Int] {
        return (0..<count).sorted { first, second in
            let left = centre(of: first)
            let right = centre(of: second)
            let rows = (Int((-left.y + 3000) / 1300), Int((-right.y + 3000) / 1300))
            return rows.0 == rows.1 ? left.x < right.x : rows.0 < rows.1
        }
        func centre(of area: Int) -> ProjectedPoint {
            let members = areas.indices.filter { areas[$0] == area }
            return members.reduce(ProjectedPoint(x: 0, y: 0)) {
                $0 + map.middleOfFace[$1] * (1 / Double(members.count))
            }
        }
    }

    /// Three zones near the middle that all touch each other, each to cede land to the next.
    private static func threeInARing(
        _ zones: [Int], neighbours: FaceNeighbours, map: CityMap
    ) -> [(source: Int, target: Int)] {
        var touching = Array(repeating: [Int: Double](), count: 12)
        for face in zones.indices where zones[face] >= 0 {
            for border in neighbours.of[face] where zones[border.face] != zones[face] {
                touching[zones[face]][zones[border.face], default: 0] += border.cost
            }
        }
        var best = (length: 0.0, ring: [0, 1, 2])
        for first in 0..<10 {
            for second in first + 1..<11 {
                for third in second + 1..<12 {
                    let shortest = min(
                        touching[first][second] ?? 0, touching[second][third] ?? 0,
                        touching[third][first] ?? 0)
                    if shortest > best.length { best = (shortest, [first, second, third]) }
                }
            }
        }
        return [(best.ring[0], best.ring[1]), (best.ring[1], best.ring[2]), (best.ring[2], best.ring[0])]
    }
}
