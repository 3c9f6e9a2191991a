import Algorithms
import Geometry

/// Numbers the blocks of each street away from the base streets, and says which half of the town they lie in.
struct HouseNumbering {
    /// The even numbers of a block, low and high, in the direction in which they grow.
    struct Span: Sendable {
        let low: Int
        let high: Int
    }

    private let graph: PlanarGraph
    private let courses: [Course]

    init(graph: PlanarGraph, courses: [Course]) {
        self.graph = graph
        self.courses = courses
    }

    /// A block with its full name, turned so that numbers grow from its first point to its last.
    struct NumberedEdge {
        var edge: PlanEdge
        var directional = ""
        var span: Span?
    }

    /// Returns the graph's edges in order, each with its half of town and its numbers.
    func numbered() -> [NumberedEdge] {
        var result = graph.edges.map { NumberedEdge(edge: $0) }
        let streets = Dictionary(grouping: graph.edges.indices.filter { graph.edges[$0].kind.hasAddresses }) {
            graph.edges[$0].course
        }
        for (course, edges) in streets {
            let halves = Dictionary(grouping: edges) {
                half(of: graph.edges[$0].middle, axis: courses[course].axis)
            }
            for (half, members) in halves {
                number(members, on: courses[course], into: &result)
                guard halves.count == 2 else { continue }
                for member in members { result[member].directional = half }
            }
        }
        return result
    }

    private func half(of point: ProjectedPoint, axis: Course.Axis) -> String {
        switch axis {
        case .northSouth: point.y > BaseStreets.centerY(at: point.x) ? "N" : "S"
        case .eastWest: point.x > BaseStreets.mainX(at: point.y) ? "E" : "W"
        case .alongCourse: ""
        }
    }

    private func distanceFromBase(_ point: ProjectedPoint, on course: Course) -> Double {
        switch course.axis {
        case .northSouth: abs(point.y - BaseStreets.centerY(at: point.x))
        case .eastWest: abs(point.x - BaseStreets.mainX(at: point.y))
        case .alongCourse: Chain.station(course.points, of: point)
        }
    }

    private func number(_ members: [Int], on course: Course, into result: inout [NumberedEdge]) {
        let ordered = members.map {
            (edge: $0, distance: distanceFromBase(graph.edges[$0].middle, on: course))
        }
        .sorted { ($0.distance, $0.edge) < ($1.distance, $1.edge) }.map(\.edge)
        for member in ordered {
            let edge = graph.edges[member]
            let start = distanceFromBase(graph.nodes[edge.from], on: course)
            let end = distanceFromBase(graph.nodes[edge.to], on: course)
            if start > end { result[member].edge = edge.reversed() }
        }
        var hundred = 1
        for group in groups(of: ordered) {
            let near = group.map { distanceFromBase(graph.edges[$0].middle, on: course) }.min() ?? 0
            let total = group.reduce(0) { $0 + graph.edges[$1].length }
            hundred = max(hundred, Int(((near - total / 2) / 135).rounded()))
            let hundreds = max(1, Int((total / 170).rounded()))
            share(group, total: total, from: hundred * 100, numbers: hundreds * 100, into: &result)
            hundred += hundreds
        }
    }

    /// Joins short pieces, such as those between two alleys, into blocks of a usual length.
    private func groups(of ordered: [Int]) -> [[Int]] {
        var groups: [[Int]] = []
        var current: [Int] = []
        for member in ordered {
            current.append(member)
            guard current.reduce(0, { $0 + graph.edges[$1].length }) >= 68 else { continue }
            groups.append(current)
            current = []
        }
        return current.isEmpty ? groups : groups + [current]
    }

    private func share(
        _ group: [Int], total: Double, from first: Int, numbers: Int, into result: inout [NumberedEdge]
    ) {
        var travelled = 0.0
        for member in group {
            let low = first + Int(travelled / total * Double(numbers)) / 2 * 2
            travelled += graph.edges[member].length
            let high = first + Int((travelled / total * Double(numbers)).rounded()) / 2 * 2 - 2
            if high > low { result[member].span = Span(low: low, high: high) }
        }
    }
}

/// The two streets that split the town's other streets into north and south, east and west.
enum BaseStreets {
    static func centerY(at x: Double) -> Double {
        value(at: x, along: CityPlan.center.map { ($0.x, $0.y) })
    }

    static func mainX(at y: Double) -> Double {
        value(at: y, along: CityPlan.main.map { ($0.y, $0.x) })
    }

    private static func value(at position: Double, along points: [(Double, Double)]) -> Double {
        for (start, end) in points.adjacentPairs() where position <= end.0 {
            return start.1 + (end.1 - start.1) * (position - start.0) / (end.0 - start.0)
        }
        return points[points.count - 1].1
    }
}

extension PlanEdge {
    func reversed() -> PlanEdge {
        PlanEdge(
            from: to, to: from,
            line: PlanLine(points: line.points.reversed(), kind: line.kind, course: line.course))
    }
}
