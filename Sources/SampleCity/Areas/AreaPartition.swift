import Geometry

/// Which patches of land touch, and how strongly a line between them divides people.
struct FaceNeighbours: Sendable {
    struct Border: Sendable {
        let face: Int
        /// The length of the shared line, metres, less where it is a river or a great road.
        let cost: Double
    }

    let of: [[Border]]

    init(_ faces: PlanarFaces) {
        var sums = Array(repeating: [Int: Double](), count: faces.count)
        for (index, edge) in faces.graph.edges.enumerated() {
            let left = faces.face(leftOf: index)
            let right = faces.face(rightOf: index)
            guard left != right, left != faces.outside, right != faces.outside else { continue }
            let cost = edge.length * Self.factor(edge.kind)
            sums[left][right, default: 0] += cost
            sums[right][left, default: 0] += cost
        }
        of = sums.map { sum in sum.map { Border(face: $0.key, cost: $0.value) }.sorted { $0.face < $1.face } }
    }

    private static func factor(_ kind: LineKind) -> Double {
        switch kind {
        case .limit, .river: 0.15
        case .highway: 0.25
        case .arterial: 0.4
        case .collector: 0.6
        case .local: 1
        case .alley: 2.5
        }
    }
}

/// Divides the town's patches of land into connected areas of about equal weight.
struct AreaPartition: Sendable {
    /// Each face's area, −1 outside the town.
    private(set) var areaOfFace: [Int]
    private let neighbours: FaceNeighbours
    private let weights: [Double]
    private var loads: [Double]

    /// Grows areas from seeds, then moves patches along the borders while that makes them smoother and more equal.
    init(
        seeds: [ProjectedPoint], map: CityMap, neighbours: FaceNeighbours, weights: [Double],
        generator: inout StoryGenerator
    ) {
        self.neighbours = neighbours
        self.weights = weights
        areaOfFace = Array(repeating: -1, count: weights.count)
        loads = Array(repeating: 0, count: seeds.count)
        grow(seeds, map: map)
        anneal(generator: &generator)
    }

    private mutating func grow(_ seeds: [ProjectedPoint], map: CityMap) {
        let land = map.faces.outlines.indices.filter { $0 != map.faces.outside }
        for (area, seed) in seeds.enumerated() {
            let nearest = land.filter { areaOfFace[$0] < 0 }.min {
                map.middleOfFace[$0].distance(to: seed) < map.middleOfFace[$1].distance(to: seed)
            }
            if let nearest { assign(nearest, to: area) }
        }
        var left = land.count - seeds.count
        var isBlocked = Array(repeating: false, count: seeds.count)
        while left > 0 {
            let open = loads.indices.filter { !isBlocked[$0] }
            guard let area = open.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else { break }
            let frontier = land.filter { face in
                areaOfFace[face] < 0 && neighbours.of[face].contains { areaOfFace[$0.face] == area }
            }
            let next = frontier.min {
                map.middleOfFace[$0].distance(to: seeds[area])
                    < map.middleOfFace[$1].distance(to: seeds[area])
            }
            guard let next else {
                isBlocked[area] = true
                continue
            }
            assign(next, to: area)
            left -= 1
        }
    }

    private mutating func assign(_ face: Int, to area: Int) {
        if areaOfFace[face] >= 0 { loads[areaOfFace[face]] -= weights[face] }
        areaOfFace[face] = area
        loads[area] += weights[face]
    }

    private mutating func anneal(generator: inout StoryGenerator) {
        let faces = areaOfFace.indices.filter { areaOfFace[$0] >= 0 }
        let steps = 40_000
        for step in 0..<steps {
            let face = generator.pick(faces)
            let border = generator.pick(neighbours.of[face])
            let target = areaOfFace[border.face]
            guard target != areaOfFace[face] else { continue }
            let heat = 60 * max(0, 1 - Double(step) / Double(steps) * 1.15)
            let change = cost(ofMoving: face, to: target) - heat * generator.unit()
            if change < 0, staysWhole(without: face) { assign(face, to: target) }
        }
    }

    private func cost(ofMoving face: Int, to target: Int) -> Double {
        let source = areaOfFace[face]
        let borders = neighbours.of[face].reduce(0.0) { sum, border in
            let area = areaOfFace[border.face]
            return sum + (area == source ? border.cost : area == target ? -border.cost : 0)
        }
        let mean = loads.reduce(0, +) / Double(loads.count)
        func strain(_ load: Double) -> Double { (load / mean - 1) * (load / mean - 1) * 6000 }
        let weight = weights[face]
        return borders + strain(loads[target] + weight) + strain(loads[source] - weight)
            - strain(loads[target])
            - strain(loads[source])
    }

    /// Whether a face's area stays connected, and not empty, when the face leaves it.
    func staysWhole(without face: Int) -> Bool {
        let area = areaOfFace[face]
        let around = neighbours.of[face].map(\.face).filter { areaOfFace[$0] == area }
        guard let first = around.first else { return false }
        var wanted = Set(around.dropFirst())
        var seen: Set<Int> = [face, first]
        var waiting = [first]
        while let current = waiting.popLast(), !wanted.isEmpty {
            for next in neighbours.of[current]
            where areaOfFace[next.face] == area && seen.insert(next.face).inserted {
                wanted.remove(next.face)
                waiting.append(next.face)
            }
        }
        return wanted.isEmpty
    }

    /// Gives a share of one area's weight to a neighbour, beginning at their common border.
    mutating func cede(_ share: Double, of source: Int, to target: Int, middles: [ProjectedPoint]) {
        let goal = loads[source] * (1 - share)
        let targetFaces = areaOfFace.indices.filter { areaOfFace[$0] == target }
        while loads[source] > goal {
            let candidates = areaOfFace.indices.filter { face in
                areaOfFace[face] == source && neighbours.of[face].contains { areaOfFace[$0.face] == target }
                    && staysWhole(without: face)
            }
            let nearest = candidates.min { distance($0) < distance($1) }
            guard let nearest else { return }
            assign(nearest, to: target)
        }
        func distance(_ face: Int) -> Double {
            targetFaces.reduce(.infinity) { min($0, middles[$1].distance(to: middles[face])) }
        }
    }

    func load(of area: Int) -> Double { loads[area] }

    /// Numbers the areas anew, from north-west to south-east in rows, as towns do.
    mutating func renumber(by order: [Int]) {
        var newIndex = Array(repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { newIndex[old] = new }
        areaOfFace = areaOfFace.map { $0 < 0 ? $0 : newIndex[$0] }
        loads = order.map { loads[$0] }
    }
}
