import Algorithms
import Geometry

/// Finds where two streets would meet that have no common node: a piece of one of them is missing or bears another
/// name.
///
/// Where one street breaks off and its line goes on to the other, that place; else, or where that is far nearer, the
/// place on one of them nearest to an end of the other.
struct NearMeeting {
    /// How far a line is followed beyond its end, and how far a street may pass from another's end, metres.
    private static let reach = 90.0
    private static let gap = 120.0
    /// A street passes another's end far nearer where it is this share of how far a line is followed.
    private static let footShare = 0.5
    /// A meeting this near to a node of the street is at the node.
    private static let snap = 25.0
    /// Nodes looked at, of those within the other street's extent.
    private static let nodeLimit = 100

    let reference: StreetReference
    private let streets: StreetGeometry

    init(reference: StreetReference) {
        self.reference = reference
        streets = StreetGeometry(reference: reference)
    }

    /// A meeting and how far it is fetched, metres.
    private struct Meeting {
        var point: ProjectedPoint
        var distance: Double
        /// The street that it lies on.
        var street: UInt32
    }

    /// Returns the place where the streets would meet and how far it is fetched, metres, if they come near enough.
    func place(_ first: UInt32, _ second: UInt32) -> (position: Coordinate, distance: Double)? {
        guard let origin = streets.nodes(first).first else { return nil }
        let plane = LocalPlane(origin: origin.position)
        var extended: Meeting?
        var foot: Meeting?
        for (runner, other) in [(first, second), (second, first)] {
            guard let extent = streets.extent(of: other, margin: Self.gap) else { continue }
            let near = streets.nodes(runner).lazy.filter {
                extent.contains($0.position.written(near: extent.center))
            }
            for node in near.prefix(Self.nodeLimit) {
                let lines = streets.lines(of: other, within: Self.gap, of: node.position, plane)
                guard !lines.isEmpty else { continue }
                let point = plane.point(node.position)
                take(nearest(to: point, lines, other), within: Self.gap, &foot)
                guard node.ends == 1 else { continue }
                for direction in streets.directions(of: runner, at: node.position, plane) {
                    take(
                        hit(point, direction: direction, lines: lines, street: other), within: Self.reach,
                        &extended)
                }
            }
        }
        return chosen(extended, foot).map { (plane.coordinate(snapped($0, plane)), $0.distance) }
    }

    /// Returns where a line goes on to the other street, or where one passes the other's end, if that is far nearer.
    private func chosen(_ extended: Meeting?, _ foot: Meeting?) -> Meeting? {
        guard let extended, let foot else { return extended ?? foot }
        return foot.distance < Self.footShare * extended.distance ? foot : extended
    }

    private func take(_ meeting: Meeting?, within limit: Double, _ best: inout Meeting?) {
        guard let meeting, meeting.distance <= limit, meeting.distance < best?.distance ?? .infinity else {
            return
        }
        best = meeting
    }

    private func nearest(to point: ProjectedPoint, _ lines: [[ProjectedPoint]], _ street: UInt32) -> Meeting?
    {
        lines.map { line in
            let path = Path(line)
            let near = path.nearest(to: point)
            return Meeting(point: path.spot(near.along).point, distance: near.distance, street: street)
        }.min { $0.distance < $1.distance }
    }

    /// Returns where a line that goes on from a point crosses the lines first.
    private func hit(
        _ point: ProjectedPoint, direction: ProjectedPoint, lines: [[ProjectedPoint]], street: UInt32
    ) -> Meeting? {
        var best: Meeting?
        for line in lines {
            for (start, end) in line.adjacentPairs() {
                let dx = end.x - start.x
                let dy = end.y - start.y
                let across = direction.x * dy - direction.y * dx
                guard abs(across) > 1e-9 else { continue }
                let ahead = ((start.x - point.x) * dy - (start.y - point.y) * dx) / across
                let share = ((start.x - point.x) * direction.y - (start.y - point.y) * direction.x) / across
                guard ahead > -5, share >= -0.05, share <= 1.05 else { continue }
                let place = ProjectedPoint(x: point.x + direction.x * ahead, y: point.y + direction.y * ahead)
                take(Meeting(point: place, distance: abs(ahead), street: street), within: Self.reach, &best)
            }
        }
        return best
    }

    private func snapped(_ meeting: Meeting, _ plane: LocalPlane) -> ProjectedPoint {
        let nodes = streets.nodes(meeting.street).map { plane.point($0.position) }
        let near = nodes.min { $0.distance(to: meeting.point) < $1.distance(to: meeting.point) }
        guard let near, near.distance(to: meeting.point) <= Self.snap else { return meeting.point }
        return near
    }
}
