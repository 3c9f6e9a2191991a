import Geometry

/// Places what is longer than a house: a block, the stretch between two crossings, a whole street.
struct StretchMatcher {
    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the middle of a block: of the segments with numbers from `low` to `high`.
    func block(
        _ low: Int, _ high: Int, on found: StreetMatcher.Found, into placements: inout [Placement]
    ) {
        var segments: [UInt32] = []
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            let record = reference.tables.sides[index]
            guard record.low <= high, record.high >= low, !segments.contains(record.segment) else { continue }
            segments.append(record.segment)
        }
        guard let middle = middle(of: Array(segments.prefix(200))) else { return }
        placements.append(
            Placement(
                precision: .block, street: found.street, number: low, position: middle.position,
                faults: found.faults, uncertainty: middle.radius + settings.uncertainty.blockBase))
    }

    /// Adds the middle of a whole street.
    func street(_ found: StreetMatcher.Found, into placements: inout [Placement]) {
        let range = reference.tables.pieceStarts.group(Int(found.street))
        let segments = Array(reference.tables.pieces[range].prefix(400))
        guard let middle = middle(of: segments) else { return }
        placements.append(
            Placement(
                precision: .street, street: found.street, position: middle.position, faults: found.faults,
                uncertainty: middle.radius + settings.uncertainty.blockBase))
    }

    /// Adds the stretch of a street between two crossings.
    func between(
        _ first: [Coordinate], _ second: [Coordinate], on found: StreetMatcher.Found,
        into placements: inout [Placement]
    ) {
        for one in first.prefix(4) {
            for other in second.prefix(4) {
                let length = LocalPlane.distance(one, other)
                let middle = Coordinate(
                    longitude: (one.longitude + other.longitude) / 2,
                    latitude: (one.latitude + other.latitude) / 2)
                placements.append(
                    Placement(
                        precision: .block, street: found.street, position: middle, faults: found.faults,
                        uncertainty: length / 2 + settings.uncertainty.blockBase, span: Int(length)))
            }
        }
    }

    /// Returns the place on the segments nearest to the middle of their extent, and how far they reach from it.
    private func middle(of segments: [UInt32]) -> (position: Coordinate, radius: Double)? {
        guard let first = segments.first else { return nil }
        let tables = reference.tables
        let origin = tables.vertices[tables.vertexStarts.group(Int(first)).lowerBound].coordinate
        let plane = LocalPlane(origin: origin)
        let lines = segments.map { segment in
            tables.vertices[tables.vertexStarts.group(Int(segment))].map { plane.point($0.coordinate) }
        }
        guard let box = Box(enclosing: lines.joined()) else { return nil }
        var best = (distance: Double.infinity, point: box.center)
        for line in lines {
            let path = Path(line)
            let near = path.nearest(to: box.center)
            if near.distance < best.distance { best = (near.distance, path.spot(near.along).point) }
        }
        let radius = lines.joined().reduce(0.0) { max($0, $1.distance(to: best.point)) }
        return (plane.coordinate(best.point), radius)
    }
}
