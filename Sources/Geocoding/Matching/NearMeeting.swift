import Geometry

/// Finds where two streets come near each other without a common node: where a piece of one of them bears another name
/// or is missing.
struct NearMeeting {
    /// Ends farther apart than this, metres, are no meeting.
    private static let reach = 75.0
    private static let endLimit = 400

    let reference: StreetReference

    private struct End {
        var point: ProjectedPoint
        /// Whether the street goes on there.
        var goesOn: Bool
    }

    /// Returns the place where the streets would meet, if they come near enough.
    func position(_ first: UInt32, _ second: UInt32) -> Coordinate? {
        let range = reference.tables.streetNodeStarts.group(Int(first))
        guard let origin = range.first else { return nil }
        let plane = LocalPlane(
            origin: reference.tables.nodes[Int(reference.tables.streetNodes[origin])].coordinate)
        let ones = ends(first, plane)
        let others = ends(second, plane)
        var best = (square: Self.reach * Self.reach, point: ProjectedPoint?.none)
        for one in ones {
            for other in others {
                let dx = one.point.x - other.point.x
                let dy = one.point.y - other.point.y
                let square = dx * dx + dy * dy
                guard square < best.square else { continue }
                best = (square, place(one, other))
            }
        }
        return best.point.map(plane.coordinate)
    }

    /// Where one street goes on and the other breaks off, the crossing is on the first; else between them.
    private func place(_ one: End, _ other: End) -> ProjectedPoint {
        if one.goesOn != other.goesOn { return one.goesOn ? one.point : other.point }
        return ProjectedPoint(x: (one.point.x + other.point.x) / 2, y: (one.point.y + other.point.y) / 2)
    }

    private func ends(_ street: UInt32, _ plane: LocalPlane) -> [End] {
        let tables = reference.tables
        return tables.streetNodeStarts.group(Int(street)).prefix(Self.endLimit).map { index in
            End(
                point: plane.point(tables.nodes[Int(tables.streetNodes[index])].coordinate),
                goesOn: tables.streetNodeEnds[index] > 1)
        }
    }
}
