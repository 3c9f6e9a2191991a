extension MultiPolygon<Coordinate> {
    /// The surface as RFC 7946 wants it: longitudes of −180 to 180, and parts cut where they cross the antimeridian.
    ///
    /// A ring that jumps from one side to the other, or goes on beyond 180, is unrolled and cut; any other stays as it is.
    package var cutAtAntimeridian: MultiPolygon {
        guard polygons.contains(where: \.mayCrossAntimeridian) else { return self }
        return MultiPolygon(polygons.flatMap(\.cutAtAntimeridian))
    }
}

extension Polygon<Coordinate> {
    /// No surface of a city is as wide, degrees: its ring jumps.
    private static let widest = 180.0

    fileprivate var mayCrossAntimeridian: Bool {
        guard let box = Box(enclosing: exterior.positions) else { return false }
        return box.minX < -180 || box.maxX > 180 || box.width > Self.widest
    }

    /// The parts of a surface on either side of the antimeridian, with longitudes of −180 to 180.
    fileprivate var cutAtAntimeridian: [Polygon] {
        guard mayCrossAntimeridian else { return [self] }
        let whole = unrolled
        guard let box = Box(enclosing: whole.exterior.positions), box.width > 0, box.width < Self.widest
        else {
            return [self]
        }
        let turns = ((box.minX + 180) / 360).rounded(.down)
        let shifted = whole.moved(byLongitude: -360 * turns)
        guard box.maxX - 360 * turns > 180 else { return [shifted] }
        guard let west = AntimeridianCut(shifted, keeps: .west).parts,
            let east = AntimeridianCut(shifted, keeps: .east).parts
        else { return [self] }
        return west + east.map { $0.moved(byLongitude: -360) }
    }

    /// The surface with each corner less than half the way around the earth from the one before; itself where that closes no ring, as
    /// for one around a pole.
    private var unrolled: Polygon {
        guard let start = exterior.positions.first else { return self }
        func unroll(_ ring: LinearRing<Coordinate>) -> LinearRing<Coordinate> {
            var last = start
            return LinearRing(
                ring.positions.map { position in
                    last = position.written(within: last)
                    return last
                })
        }
        let outer = unroll(exterior)
        guard outer.positions.first == outer.positions.last,
            outer.positions.count == exterior.positions.count
        else { return self }
        return Polygon(exterior: outer, holes: holes.map(unroll))
    }

    private func moved(byLongitude degrees: Double) -> Polygon {
        degrees == 0
            ? self
            : map { Coordinate(longitude: $0.longitude + degrees, latitude: $0.latitude) }
    }
}

extension Coordinate {
    /// The same place with the longitude nearest to another's, however many times around.
    fileprivate func written(within other: Coordinate) -> Coordinate {
        let turns = ((other.longitude - longitude) / 360).rounded()
        return turns == 0 ? self : Coordinate(longitude: longitude + 360 * turns, latitude: latitude)
    }
}

/// What lies of a surface on one side of the antimeridian at 180°.
private struct AntimeridianCut {
    enum Side { case west, east }

    private typealias Ring = LinearRing<Coordinate>

    /// A stretch of a ring on the kept side, from where it comes over the meridian to where it goes back.
    private struct Chain {
        var positions: [Coordinate]
    }

    /// Where a chain begins or ends on the meridian.
    private struct End {
        let latitude: Double
        let chain: Int
        let isStart: Bool
    }

    private static let meridian = 180.0
    private let side: Side
    private var chains: [Chain] = []
    private var outer: [Ring] = []
    private var holes: [Ring] = []

    init(_ polygon: Polygon<Coordinate>, keeps side: Side) {
        self.side = side
        // Outer rings counter-clockwise and holes clockwise: the surface lies on the left of each chain.
        take(Self.oriented(polygon.exterior, isOuter: true), isOuter: true)
        for hole in polygon.holes { take(Self.oriented(hole, isOuter: false), isOuter: false) }
    }

    private static func oriented(_ ring: Ring, isOuter: Bool) -> Ring {
        (ring.signedArea > 0) == isOuter ? ring : LinearRing(ring.positions.reversed())
    }

    private func isKept(_ position: Coordinate) -> Bool {
        side == .west ? position.longitude < Self.meridian : position.longitude > Self.meridian
    }

    private mutating func take(_ ring: Ring, isOuter: Bool) {
        let vertices = Array(ring.positions.dropLast())
        guard let first = vertices.indices.first(where: { !isKept(vertices[$0]) }) else {
            if isOuter { outer.append(ring) } else { holes.append(ring) }
            return
        }
        var open: [Coordinate] = []
        for step in 1...vertices.count {
            let last = vertices[(first + step - 1) % vertices.count]
            let next = vertices[(first + step) % vertices.count]
            if isKept(next) {
                if open.isEmpty { open.append(Self.crossing(last, next)) }
                open.append(next)
            } else if !open.isEmpty {
                chains.append(Chain(positions: open + [Self.crossing(last, next)]))
                open = []
            }
        }
    }

    /// Where an edge meets the meridian.
    private static func crossing(_ start: Coordinate, _ end: Coordinate) -> Coordinate {
        if start.longitude == meridian { return start }
        if end.longitude == meridian { return end }
        let share = (meridian - start.longitude) / (end.longitude - start.longitude)
        return Coordinate(
            longitude: meridian, latitude: start.latitude + share * (end.latitude - start.latitude))
    }

    /// The parts; `nil` where the rings cross each other, so that no parts can be made.
    var parts: [Polygon<Coordinate>]? {
        var ends: [End] = []
        for (index, chain) in chains.enumerated() {
            guard let start = chain.positions.first, let end = chain.positions.last else { continue }
            ends.append(End(latitude: start.latitude, chain: index, isStart: true))
            ends.append(End(latitude: end.latitude, chain: index, isStart: false))
        }
        ends.sort { $0.latitude < $1.latitude }
        // Along the meridian the surface lies between the first and the second end, the third and the fourth. A ring with the
        // surface on its left runs up there in the west, from the end of a chain to the start of one, and down in the east.
        for index in ends.indices {
            let isStart = index.isMultiple(of: 2) == (side == .east)
            let fitting = ends[index...].prefix { $0.latitude == ends[index].latitude }
                .firstIndex { $0.isStart == isStart }
            guard let fitting else { return nil }
            ends.swapAt(index, fitting)
        }
        var follower = [Int](repeating: -1, count: chains.count)
        for index in stride(from: 0, to: ends.count, by: 2) {
            let pair = (ends[index], ends[index + 1])
            let (from, to) = side == .west ? pair : (pair.1, pair.0)
            follower[from.chain] = to.chain
        }
        var rings = outer
        var isUsed = [Bool](repeating: false, count: chains.count)
        for start in chains.indices where !isUsed[start] {
            var positions: [Coordinate] = []
            var chain = start
            while !isUsed[chain] {
                isUsed[chain] = true
                positions += chains[chain].positions
                chain = follower[chain]
            }
            let ring = LinearRing(positions.withoutRepeats)
            if ring.positions.count > 3, ring.signedArea != 0 { rings.append(ring) }
        }
        return rings.map { ring in
            Polygon(
                exterior: ring,
                holes: holes.filter { hole in
                    rings.count == 1 || hole.positions.first.map { ring.encloses($0) } ?? false
                })
        }
    }
}

extension [Coordinate] {
    fileprivate var withoutRepeats: [Coordinate] {
        reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}

extension LinearRing<Coordinate> {
    /// Whether a position lies inside, by the edges on one side of it.
    fileprivate func encloses(_ position: Coordinate) -> Bool {
        zip(positions, positions.dropFirst()).count { start, end in
            (start.y > position.y) != (end.y > position.y)
                && position.x < start.x + (position.y - start.y) / (end.y - start.y) * (end.x - start.x)
        } % 2 == 1
    }
}
