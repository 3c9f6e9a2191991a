import Algorithms
import Geometry

/// Cuts lines to the land that they may cross.
enum Clip {
    /// Returns the pieces of a line inside a closed outline, exactly up to it.
    static func pieces(of points: [ProjectedPoint], within outline: [ProjectedPoint]) -> [[ProjectedPoint]] {
        let walls = Chain.segments(outline + [outline[0]])
        guard let box = Box(enclosing: outline) else { return [] }
        var pieces: [[ProjectedPoint]] = []
        var current: [ProjectedPoint] = []
        for segment in Chain.segments(points) {
            for part in split(segment, by: walls, box: box) {
                guard box.contains(part.start.toward(part.end, 0.5)),
                    Chain.encloses(outline, part.start.toward(part.end, 0.5))
                else {
                    close(&current, into: &pieces)
                    continue
                }
                if current.isEmpty { current.append(part.start) }
                current.append(part.end)
            }
        }
        close(&current, into: &pieces)
        return pieces
    }

    /// Returns the pieces of a line whose points, tried each few metres, all pass.
    static func pieces(of points: [ProjectedPoint], where passes: (ProjectedPoint) -> Bool)
        -> [[ProjectedPoint]]
    {
        var pieces: [[ProjectedPoint]] = []
        var current: [ProjectedPoint] = []
        for segment in Chain.segments(points) {
            let steps = max(1, Int((segment.length / 8).rounded(.up)))
            for step in 0...steps {
                let point = segment.start.toward(segment.end, Double(step) / Double(steps))
                if passes(point) { current.append(point) } else { close(&current, into: &pieces) }
            }
        }
        close(&current, into: &pieces)
        return pieces.map { Curve.simplified($0, tolerance: 0.8) }
    }

    private static func close(_ current: inout [ProjectedPoint], into pieces: inout [[ProjectedPoint]]) {
        if current.count > 1, Chain.length(current) > 45 { pieces.append(current) }
        current = []
    }

    private static func split(_ segment: Segment, by walls: [Segment], box: Box<ProjectedPoint>) -> [Segment]
    {
        guard let own = Box(enclosing: [segment.start, segment.end]), own.intersects(box) else {
            return [segment]
        }
        let cuts = walls.compactMap { segment.crossing($0)?.own }.sorted()
        let stops = [0] + cuts + [1]
        return stops.adjacentPairs().filter { $0.1 - $0.0 > 1e-9 }.map {
            Segment(
                start: segment.start.toward(segment.end, $0.0), end: segment.start.toward(segment.end, $0.1))
        }
    }
}
