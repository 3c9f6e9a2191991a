import Geometry

/// Places what is longer than a house: a block, the stretch between two crossings, a whole street.
struct StretchMatcher {
    let reference: StreetReference
    let settings: MatchSettings

    /// Adds the middle of a block: of the segments with numbers of a hundred, or else of the address points with such numbers;
    /// of each group of them that lies apart, in the town and ZIP code that are written where there are any.
    func block(
        _ numbers: ClosedRange<Int>, on found: StreetMatcher.Found, _ tail: WrittenTail,
        into placements: inout [Placement]
    ) {
        let sides = reference.tables.sides[reference.tables.sideStarts.group(Int(found.street))]
            .filter { $0.low <= numbers.upperBound && $0.high >= numbers.lowerBound }
        let points = reference.tables.points[reference.tables.pointStarts.group(Int(found.street))]
            .filter { numbers.contains(Int($0.number)) }
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
            var codes = Codes()
            for side in group { codes.add(side.zip, side.place) }
            let houses = ownPoints.map { LocalPlane.distance(middle.position, $0.position.coordinate) }
            let own =
                groups.count == 1
                ? houses : houses.filter { $0 <= middle.radius + NearGroups<SideRecord>.reach }
            placement.position = middle.position
            placement.uncertainty = max(middle.radius, own.max() ?? 0) + settings.uncertainty.blockBase
            (placement.zip, placement.place) = (codes.zip ?? 0, codes.place ?? 0)
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
            var codes = Codes()
            for point in group { codes.add(point.zip, point.place) }
            (placement.zip, placement.place) = (codes.zip ?? 0, codes.place ?? 0)
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

    /// The code and the town of some records, where all have the same.
    private struct Codes {
        private var zips: Set<UInt32> = []
        private var places: Set<UInt16> = []

        mutating func add(_ zip: UInt32, _ place: UInt16) {
            zips.insert(zip)
            places.insert(place)
        }

        var zip: UInt32? { zips.count == 1 ? zips.first : nil }
        var place: UInt16? { places.count == 1 ? places.first : nil }
    }

    /// Adds the middle of a whole street.
    func street(_ found: StreetMatcher.Found, into placements: inout [Placement]) {
        let range = reference.tables.pieceStarts.group(Int(found.street))
        let segments = Array(reference.tables.pieces[range].prefix(400))
        let points = reference.tables.points[reference.tables.pointStarts.group(Int(found.street))]
        guard let middle = middle(of: segments) ?? middle(of: points) else { return }
        let farthest = points.reduce(middle.radius) {
            max($0, LocalPlane.distance(middle.position, $1.position.coordinate))
        }
        var codes = Codes()
        for index in reference.tables.sideStarts.group(Int(found.street)) {
            codes.add(reference.tables.sides[index].zip, reference.tables.sides[index].place)
        }
        for point in points { codes.add(point.zip, point.place) }
        placements.append(
            Placement(
                precision: .street, street: found.street, position: middle.position, faults: found.faults,
                uncertainty: farthest + settings.uncertainty.blockBase, zip: codes.zip ?? 0,
                place: codes.place ?? 0))
    }

    /// Returns the box around some points, its longitudes written beside the first one's; `nil` around none.
    private static func box(around points: some Collection<PointRecord>) -> Box<Coordinate>? {
        guard let first = points.first?.position.coordinate else { return nil }
        return Box(enclosing: points.map { $0.position.coordinate.written(near: first) })
    }

    /// Returns the point nearest to the middle of all, and how far they reach from it.
    private func middle(of points: ArraySlice<PointRecord>) -> (position: Coordinate, radius: Double)? {
        guard let center = Self.box(around: points)?.center else { return nil }
        let nearest = points.map(\.position.coordinate).min {
            LocalPlane.distance($0, center) < LocalPlane.distance($1, center)
        }
        return nearest.map { ($0, 0) }
    }

    /// Adds the stretch of a street between two crossings.
    func between(
        _ first: [Coordinate], _ second: [Coordinate], on found: StreetMatcher.Found,
        into placements: inout [Placement]
    ) {
        for one in first.prefix(4) {
            for other in second.prefix(4) {
                let other = other.written(near: one)
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
