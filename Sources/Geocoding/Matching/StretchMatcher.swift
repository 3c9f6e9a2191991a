import Geometry

/// Places what is longer than a house: a block, the stretch between two crossings, a whole street.
struct StretchMatcher {
    let reference: StreetReference
    let settings: MatchSettings
    /// The town and ZIP code that are written.
    let tail: WrittenTail

    /// Adds the middle of a block: of the segments with numbers of a hundred, or else of the address points with such numbers;
    /// of each group of them that lies apart, in the town and ZIP code that are written where there are any.
    ///
    /// - Parameter prefix: The grid before the numbers, or empty.
    func block(
        _ numbers: ClosedRange<Int>, prefix: String, on found: StreetMatcher.Found,
        into placements: inout [Placement]
    ) {
        let sides = reference.tables.sides[reference.tables.sideStarts.group(Int(found.street))]
            .filter {
                $0.low <= numbers.upperBound && $0.high >= numbers.lowerBound
                    && !reference.isOnOtherGrid($0, written: prefix)
            }
        let points = reference.tables.points[reference.tables.pointStarts.group(Int(found.street))]
            .filter { numbers.contains(Int($0.number)) && !reference.isOnOtherGrid($0, written: prefix) }
        var (ownSides, ownPoints) = (tail.agreeing(sides), tail.agreeing(points))
        if ownSides.isEmpty, ownPoints.isEmpty { (ownSides, ownPoints) = (sides, points) }
        let block = Placement(
            precision: .block, street: found.street, number: numbers.lowerBound,
            position: Coordinate(longitude: 0, latitude: 0), faults: found.faults, uncertainty: 0)
        let groups = groups(of: ownSides)
        guard !groups.isEmpty else {
            return blocks(of: ownPoints, numbers, block: block, placements: &placements)
        }
        for group in groups {
            guard let middle = middle(of: Array(Set(group.map(\.segment)).sorted().prefix(200))) else {
                continue
            }
            var placement = block
            let houses = ownPoints.map { LocalPlane.distance(middle.position, $0.position.coordinate) }
            let own =
                groups.count == 1
                ? houses : houses.filter { $0 <= middle.radius + NearGroups<SideRecord>.reach }
            placement.position = middle.position
            placement.uncertainty = max(middle.radius, own.max() ?? 0) + settings.uncertainty.blockBase
            placement.lie(in: tail.codes(of: group))
            placements.append(placement)
        }
    }

    /// Returns sides in groups of those whose segments lie near each other: of one street name in two towns, two.
    private func groups(of sides: [SideRecord]) -> [[SideRecord]] {
        let tables = reference.tables
        return NearGroups(sides) { side in
            let vertices = tables.vertices[tables.vertexStarts.group(Int(side.segment))]
            return [vertices.first, vertices.last].compactMap(\.self).map(\.coordinate)
        }.groups
    }

    /// Adds a block for each group of points that stand together.
    private func blocks(
        of points: [PointRecord], _ numbers: ClosedRange<Int>, block: Placement,
        placements: inout [Placement]
    ) {
        for group in NearGroups(points, places: { [$0.position.coordinate] }).groups {
            guard let box = Self.box(around: group) else { continue }
            var placement = block
            placement.lie(in: tail.codes(of: group))
            placement.position = box.center
            let radius = group.reduce(0.0) {
                max($0, LocalPlane.distance(box.center, $1.position.coordinate))
            }
            placement.uncertainty =
                radius + Self.rest(of: group, numbers, radius: radius)
                + settings.uncertainty.blockBase
            placements.append(placement)
        }
    }

    /// Returns how far the block's numbers that have no point may reach beyond those that have one, metres.
    private static func rest(of group: [PointRecord], _ numbers: ClosedRange<Int>, radius: Double) -> Double {
        let known = group.map { Int($0.number) }
        guard let first = known.min(), let last = known.max() else { return 0 }
        let perNumber = last > first ? min(3, max(0.5, 2 * radius / Double(last - first))) : 1.2
        return perNumber * Double(max(first - numbers.lowerBound, numbers.upperBound - last))
    }

    /// Adds the middle of a whole street, as far as it lies in the town and ZIP code that are written, if any of it does.
    func street(_ found: StreetMatcher.Found, into placements: inout [Placement]) {
        let tables = reference.tables
        let sides = tables.sides[tables.sideStarts.group(Int(found.street))]
        let points = tables.points[tables.pointStarts.group(Int(found.street))]
        var (ownSides, ownPoints) = (tail.agreeing(sides), tail.agreeing(points))
        if ownSides.isEmpty, ownPoints.isEmpty { (ownSides, ownPoints) = (Array(sides), Array(points)) }
        var pieces = Array(tables.pieces[tables.pieceStarts.group(Int(found.street))])
        if ownSides.count < sides.count {
            // Pieces without numbers may be meant too.
            let others = Set(sides.map(\.segment)).subtracting(ownSides.map(\.segment))
            pieces.removeAll(where: others.contains)
        }
        guard let middle = middle(of: Array(pieces.prefix(400))) ?? middle(of: ownPoints) else { return }
        let farthest = ownPoints.reduce(middle.radius) {
            max($0, LocalPlane.distance(middle.position, $1.position.coordinate))
        }
        var placement = Placement(
            precision: .street, street: found.street, position: middle.position, faults: found.faults,
            uncertainty: farthest + settings.uncertainty.blockBase)
        placement.lie(in: tail.codes(of: ownSides.map { PlaceCodes($0) } + ownPoints.map { PlaceCodes($0) }))
        placements.append(placement)
    }

    /// Returns the box around some points, its longitudes written beside the first one's; `nil` around none.
    private static func box(around points: some Collection<PointRecord>) -> Box<Coordinate>? {
        guard let first = points.first?.position.coordinate else { return nil }
        return Box(enclosing: points.map { $0.position.coordinate.written(near: first) })
    }

    /// Returns the point nearest to the middle of all, and how far they reach from it.
    private func middle(of points: [PointRecord]) -> (position: Coordinate, radius: Double)? {
        guard let center = Self.box(around: points)?.center else { return nil }
        let nearest = points.map(\.position.coordinate).min {
            LocalPlane.distance($0, center) < LocalPlane.distance($1, center)
        }
        return nearest.map { ($0, 0) }
    }

    /// A crossing at which a stretch ends, with the towns and ZIP codes that it lies in; none where that is not known.
    struct End {
        var position: Coordinate
        /// How far it may lie from there, metres.
        var spread: Double
        /// Those of the cross street: one that is written otherwise may be another one, and the stretch elsewhere.
        var faults: MatchFaults
        var codes: [PlaceCodes]

        /// Whether it may lie in the same town as another one.
        func isOfOneTown(with other: Self) -> Bool {
            let (places, others) = (Set(codes.map(\.place)), Set(other.codes.map(\.place)))
            return places.isEmpty || others.isEmpty || places.contains(0) || others.contains(0)
                || !places.isDisjoint(with: others)
        }
    }

    /// Adds the stretch of a street between two crossings, of each pair of them; of two towns only where no pair is of one.
    func between(
        _ first: [End], _ second: [End], on found: StreetMatcher.Found, into placements: inout [Placement]
    ) {
        let all = first.prefix(4).flatMap { one in second.prefix(4).map { other in (one, other) } }
        let ofOneTown = all.filter { $0.isOfOneTown(with: $1) }
        let pairs = ofOneTown.isEmpty ? all : ofOneTown
        let agreeing = pairs.filter { agrees($0) && agrees($1) }
        for (one, other) in agreeing.isEmpty ? pairs : agreeing {
            let far = other.position.written(near: one.position)
            let length = LocalPlane.distance(one.position, far)
            let middle = Coordinate(
                longitude: (one.position.longitude + far.longitude) / 2,
                latitude: (one.position.latitude + far.latitude) / 2)
            var placement = Placement(
                precision: .block, street: found.street, position: middle, faults: found.faults,
                uncertainty: length / 2 + max(one.spread, other.spread) + settings.uncertainty.blockBase,
                span: Int(length))
            placement.faults.add(one.faults)
            placement.faults.add(other.faults)
            if tail.isWritten { placement.lie(in: tail.codes(of: one.codes + other.codes)) }
            placements.append(placement)
        }
    }

    /// Whether a crossing may lie in the town and ZIP code that are written.
    private func agrees(_ end: End) -> Bool { end.codes.isEmpty || !tail.agreeing(end.codes).isEmpty }

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
