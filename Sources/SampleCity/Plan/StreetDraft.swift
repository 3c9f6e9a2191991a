import Geometry

/// Draws every line of the city: first the great ones, then each quarter's grid in the land between them.
struct StreetDraft {
    private(set) var courses: [Course] = []
    private(set) var lines: [PlanLine] = []
    private var generator: StoryGenerator

    init(seed: UInt64) {
        generator = StoryGenerator(seed: seed, part: "streets")
        drawGreatLines()
        let faces = PlanarFaces(of: Noding().graph(of: lines))
        let patches = faces.outlines.indices.filter { $0 != faces.outside }.map { faces.outlines[$0] }
        let quarterOfPatch = patches.map { Quarters.index(at: PatchMiddle.of($0)) }
        for (index, quarter) in Quarters.all.enumerated() {
            draw(quarter, on: patches.indices.filter { quarterOfPatch[$0] == index }.map { patches[$0] })
        }
    }

    private mutating func drawGreatLines() {
        let limit = CityPlan.limit + [CityPlan.limit[0]]
        add(Course(name: "", axis: .alongCourse, kind: .limit, points: limit), pieces: [limit])
        add(
            Course(name: "", axis: .alongCourse, kind: .river, points: CityPlan.river),
            pieces: withinLimit(CityPlan.river))
        add(
            Course(name: "State Hwy 12", axis: .alongCourse, kind: .highway, points: CityPlan.highway),
            pieces: withinLimit(CityPlan.highway))
        for (roads, kind) in [(CityPlan.arterials, LineKind.arterial), (CityPlan.collectors, .collector)] {
            for road in roads {
                add(
                    Course(name: road.name, axis: road.axis, kind: kind, points: road.points),
                    pieces: withinLimit(road.points))
            }
        }
    }

    private func withinLimit(_ points: [ProjectedPoint]) -> [[ProjectedPoint]] {
        Clip.pieces(of: points, within: CityPlan.limit)
    }

    private mutating func add(_ course: Course, pieces: [[ProjectedPoint]]) {
        for piece in pieces {
            lines.append(PlanLine(points: piece, kind: course.kind, course: courses.count))
        }
        courses.append(course)
    }

    private mutating func draw(_ quarter: Quarter, on patches: [[ProjectedPoint]]) {
        for family in [Course.Axis.northSouth, .eastWest] {
            let style = family == .northSouth ? quarter.naming.northSouth : quarter.naming.eastWest
            let spacing = family == .northSouth ? quarter.grid.spacing.u : quarter.grid.spacing.v
            for offset in offsets(spacing: spacing) {
                let points = line(of: quarter.grid, family: family, offset: offset.distance)
                let pieces = patches.flatMap { Clip.pieces(of: points, within: $0) }.flatMap(clearOfBarriers)
                guard !pieces.isEmpty else { continue }
                add(
                    Course(
                        name: StreetNames.name(style, index: offset.index), axis: family, kind: .local,
                        points: points), pieces: pieces)
                drawAlleys(beside: points, at: spacing / 2, quarter: quarter, family: family, pieces: pieces)
            }
        }
    }

    /// Alleys run behind the east–west streets of the old quarters, a block here and a block there.
    private mutating func drawAlleys(
        beside points: [ProjectedPoint], at distance: Double, quarter: Quarter, family: Course.Axis,
        pieces: [[ProjectedPoint]]
    ) {
        guard quarter.alleys == .some, family == .eastWest, generator.happens(0.3) else { return }
        for piece in pieces where Chain.length(piece) > 420 {
            let start = generator.number(in: 40...Chain.length(piece) - 340)
            let length = generator.number(in: 150...300)
            let alley = Curve.parallel(to: cut(piece, from: start, to: start + length), at: distance)
            let number = courses.filter { $0.kind == .alley }.count + 1
            add(
                Course(name: "Alley \(number)", axis: .eastWest, kind: .alley, points: alley),
                pieces: [alley])
        }
    }

    private func cut(_ points: [ProjectedPoint], from start: Double, to end: Double) -> [ProjectedPoint] {
        stride(from: start, through: end, by: 40).map { Chain.place(along: points, at: $0).point }
    }

    /// The distances of a family's lines from the origin on both sides, each gap somewhat different.
    private mutating func offsets(spacing: Double) -> [(index: Int, distance: Double)] {
        var found = [(index: 0, distance: 0.0)]
        for direction in [1, -1] {
            var distance = 0.0
            for index in 1...40 {
                distance += spacing * generator.number(in: 0.84...1.2)
                found.append((index * direction, distance * Double(direction)))
            }
        }
        return found.sorted { $0.index < $1.index }
    }

    private func line(of grid: BentGrid, family: Course.Axis, offset: Double) -> [ProjectedPoint] {
        let points = stride(from: -4200.0, through: 4200, by: 40).map { along in
            family == .northSouth ? grid.place(u: offset, v: along) : grid.place(u: along, v: offset)
        }
        return Curve.simplified(points, tolerance: 1)
    }

    /// Cuts away what comes too near to the river or the highway: there streets end.
    private func clearOfBarriers(_ points: [ProjectedPoint]) -> [[ProjectedPoint]] {
        let near = CityPlan.barriers.filter { barrier in
            points.contains { Chain.distance(barrier, to: $0) < 250 }
        }
        guard !near.isEmpty else { return [points] }
        return Clip.pieces(of: points) { point in
            near.allSatisfy { Chain.distance($0, to: point) > 58 }
        }
    }
}

/// Finds a point well inside a patch of land.
enum PatchMiddle {
    /// Returns the point of a coarse lattice that lies inside the outline and farthest from it.
    static func of(_ outline: [ProjectedPoint]) -> ProjectedPoint {
        guard let box = Box(enclosing: outline) else { return outline[0] }
        var best = (point: outline[0], distance: -1.0)
        for column in 1..<16 {
            for row in 1..<16 {
                let point = ProjectedPoint(
                    x: box.minX + box.width * Double(column) / 16, y: box.minY + box.height * Double(row) / 16
                )
                guard Chain.encloses(outline, point) else { continue }
                let distance = Chain.distance(outline + [outline[0]], to: point)
                if distance > best.distance { best = (point, distance) }
            }
        }
        return best.point
    }
}
