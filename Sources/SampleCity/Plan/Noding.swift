import Algorithms
import Geometry

/// Turns lines that cross freely into a graph of blocks between junctions.
struct Noding {
    /// Junctions nearer to each other than this become one, metres.
    var tolerance = 24.0

    private struct Event {
        let line: Int
        let station: Double
        let point: ProjectedPoint
        let rank: Int
    }

    /// Returns the graph of the lines, repeated until no two edges cross.
    func graph(of lines: [PlanLine]) -> PlanarGraph {
        var graph = once(lines, tolerance: tolerance)
        for _ in 0..<6 {
            guard Crossings(of: graph.edges.map(\.line)).hasInnerCrossing else { break }
            graph = once(graph.edges.map(\.line), tolerance: 12)
        }
        return graph
    }

    private func once(_ lines: [PlanLine], tolerance: Double) -> PlanarGraph {
        let events = self.events(on: lines, tolerance: tolerance)
        let (nodes, nodeOfEvent) = merged(events, tolerance: tolerance)
        var visits = Array(repeating: [(station: Double, node: Int)](), count: lines.count)
        for (event, node) in zip(events, nodeOfEvent) { visits[event.line].append((event.station, node)) }
        var edges = EdgeList(nodes: nodes)
        for index in lines.indices.sorted(by: { (lines[$0].kind, $0) < (lines[$1].kind, $1) }) {
            edges.append(lines[index], visits: visits[index].sorted { $0.station < $1.station })
        }
        return PlanarGraph(nodes: nodes, edges: edges.edges)
    }

    private func events(on lines: [PlanLine], tolerance: Double) -> [Event] {
        var events: [Event] = []
        for (index, line) in lines.enumerated() {
            let rank = line.kind.rawValue + 10
            events.append(Event(line: index, station: 0, point: line.points[0], rank: rank))
            let last = line.points.count - 1
            events.append(Event(line: index, station: Double(last), point: line.points[last], rank: rank))
        }
        let crossings = Crossings(of: lines)
        for meeting in crossings.all(touchingWithin: tolerance * 0.8) {
            let rank = lines[meeting.first].kind.rawValue + lines[meeting.second].kind.rawValue
            events.append(
                Event(line: meeting.first, station: meeting.firstStation, point: meeting.point, rank: rank))
            events.append(
                Event(line: meeting.second, station: meeting.secondStation, point: meeting.point, rank: rank))
        }
        return events
    }

    /// Joins events that lie within the tolerance into nodes, each at the place of its most important event.
    private func merged(_ events: [Event], tolerance: Double) -> ([ProjectedPoint], [Int]) {
        var grid = PlaneGrid(cell: tolerance)
        var nodes: [ProjectedPoint] = []
        var nodeOfEvent = Array(repeating: -1, count: events.count)
        for index in events.indices.sorted(by: { (events[$0].rank, $0) < (events[$1].rank, $1) }) {
            let point = events[index].point
            let near = grid.near(point).filter { nodes[$0].distance(to: point) <= tolerance }
            if let node = near.min(by: { nodes[$0].distance(to: point) < nodes[$1].distance(to: point) }) {
                nodeOfEvent[index] = node
            } else {
                nodeOfEvent[index] = nodes.count
                grid.insert(nodes.count, at: point)
                nodes.append(CityFrame.snapped(point))
            }
        }
        return (nodes, nodeOfEvent)
    }
}

/// Collects edges, leaving out those that double an earlier one.
private struct EdgeList {
    let nodes: [ProjectedPoint]
    private(set) var edges: [PlanEdge] = []
    private var seen: [[Int]: [Double]] = [:]

    init(nodes: [ProjectedPoint]) { self.nodes = nodes }

    mutating func append(_ line: PlanLine, visits: [(station: Double, node: Int)]) {
        for (start, end) in visits.adjacentPairs() where start.node != end.node {
            let points = shape(of: line, from: start, to: end)
            let length = Chain.length(points)
            let ends = [min(start.node, end.node), max(start.node, end.node)]
            guard !seen[ends, default: []].contains(where: { abs($0 - length) < 0.25 * length }) else {
                continue
            }
            seen[ends, default: []].append(length)
            edges.append(
                PlanEdge(
                    from: start.node, to: end.node,
                    line: PlanLine(points: points, kind: line.kind, course: line.course)))
        }
    }

    /// The piece between two nodes, without corners so close to them that they would make a kink.
    private func shape(
        of line: PlanLine, from start: (station: Double, node: Int), to end: (station: Double, node: Int)
    ) -> [ProjectedPoint] {
        let first = nodes[start.node]
        let last = nodes[end.node]
        var points = [first]
        for index in line.points.indices where Double(index) > start.station && Double(index) < end.station {
            let corner = CityFrame.snapped(line.points[index])
            if corner.distance(to: first) > 14, corner.distance(to: last) > 14 { points.append(corner) }
        }
        return points + [last]
    }
}
