import Algorithms
import Geometry

extension ProjectedPoint {
    static func + (left: ProjectedPoint, right: ProjectedPoint) -> ProjectedPoint {
        ProjectedPoint(x: left.x + right.x, y: left.y + right.y)
    }
    static func - (left: ProjectedPoint, right: ProjectedPoint) -> ProjectedPoint {
        ProjectedPoint(x: left.x - right.x, y: left.y - right.y)
    }
    static func * (point: ProjectedPoint, factor: Double) -> ProjectedPoint {
        ProjectedPoint(x: point.x * factor, y: point.y * factor)
    }
    var length: Double { (x * x + y * y).squareRoot() }
    /// The vector of length 1 that points to the left of this one.
    var leftUnit: ProjectedPoint { ProjectedPoint(x: -y / length, y: x / length) }

    func cross(_ other: ProjectedPoint) -> Double { x * other.y - y * other.x }
    func dot(_ other: ProjectedPoint) -> Double { x * other.x + y * other.y }

    /// Returns the point a share of the way to another.
    func toward(_ other: ProjectedPoint, _ share: Double) -> ProjectedPoint { self + (other - self) * share }
}

/// A straight piece of a line on the drawing board.
struct Segment {
    let start: ProjectedPoint
    let end: ProjectedPoint

    var length: Double { (end - start).length }

    /// Returns the shares of the way at which two segments meet, or `nil` where they do not.
    func crossing(_ other: Segment) -> (own: Double, other: Double)? {
        let direction = end - start
        let otherDirection = other.end - other.start
        let denominator = direction.cross(otherDirection)
        guard abs(denominator) > 1e-9 else { return nil }
        let between = other.start - start
        let own = between.cross(otherDirection) / denominator
        let theirs = between.cross(direction) / denominator
        guard (0...1).contains(own), (0...1).contains(theirs) else { return nil }
        return (own, theirs)
    }

    /// Returns the share of the way to the place nearest to a point.
    func nearestShare(to point: ProjectedPoint) -> Double {
        let direction = end - start
        let squared = direction.dot(direction)
        return squared == 0 ? 0 : min(1, max(0, (point - start).dot(direction) / squared))
    }

    func distance(to point: ProjectedPoint) -> Double {
        start.toward(end, nearestShare(to: point)).distance(to: point)
    }
}

/// Answers about chains of points on the drawing board.
enum Chain {
    static func segments(_ points: [ProjectedPoint]) -> [Segment] {
        points.adjacentPairs().map { Segment(start: $0, end: $1) }
    }

    static func length(_ points: [ProjectedPoint]) -> Double {
        segments(points).reduce(0) { $0 + $1.length }
    }

    /// Returns the place at a distance along the chain, and the direction there, of length 1.
    static func place(
        along points: [ProjectedPoint], at distance: Double
    ) -> (point: ProjectedPoint, direction: ProjectedPoint) {
        var rest = max(0, distance)
        let pieces = segments(points)
        for (index, piece) in pieces.enumerated() {
            let length = piece.length
            if rest <= length || index == pieces.count - 1 {
                let direction = (piece.end - piece.start) * (1 / length)
                return (piece.start + direction * min(rest, length), direction)
            }
            rest -= length
        }
        return (points[0], ProjectedPoint(x: 1, y: 0))
    }

    static func distance(_ points: [ProjectedPoint], to point: ProjectedPoint) -> Double {
        segments(points).reduce(.infinity) { min($0, $1.distance(to: point)) }
    }

    /// Returns how far along the chain the place nearest to a point lies.
    static func station(_ points: [ProjectedPoint], of point: ProjectedPoint) -> Double {
        var best = (distance: Double.infinity, station: 0.0)
        var travelled = 0.0
        for piece in segments(points) {
            let share = piece.nearestShare(to: point)
            let distance = piece.start.toward(piece.end, share).distance(to: point)
            if distance < best.distance { best = (distance, travelled + share * piece.length) }
            travelled += piece.length
        }
        return best.station
    }

    /// Returns twice the area that a closed chain runs around, positive where counter-clockwise.
    static func doubledArea(_ ring: [ProjectedPoint]) -> Double {
        zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { $0 + $1.0.cross($1.1) }
    }

    /// Returns whether a closed chain runs around a point, by the even-odd rule.
    static func encloses(_ ring: [ProjectedPoint], _ point: ProjectedPoint) -> Bool {
        var inside = false
        var previous = ring[ring.count - 1]
        for corner in ring {
            if (corner.y > point.y) != (previous.y > point.y),
                point.x < (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
            {
                inside.toggle()
            }
            previous = corner
        }
        return inside
    }
}
