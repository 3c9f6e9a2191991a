import Geometry

/// Where most of a reference lies, whatever a few wild positions say: a house at 0, 0, a vertex that lost its sign.
///
/// Such a house is no place of its address, and no number can be laid along a line with such a vertex.
struct ReferenceHome {
    /// The middle house or street, beside which longitudes are written.
    private let origin: Coordinate
    private let region: HomeRegion<Coordinate>

    /// - Returns: `nil` without any position.
    init?(segments: [StreetSegment], points: [AddressPoint]) {
        self.init(segments.lazy.map { $0.line[$0.line.count / 2] } + points.map(\.position))
    }

    init?(lines: [StreetLine]) { self.init(lines.map { $0.line[$0.line.count / 2] }) }

    private init?(_ positions: [Coordinate]) {
        guard let first = positions.first else { return nil }
        // Beside another one than the first, which may be wild itself, across the antimeridian from the others.
        let longitudes = positions.map { $0.written(near: first).longitude }.sorted()
        let origin = Coordinate(longitude: longitudes[longitudes.count / 2], latitude: first.latitude)
        let boxes = positions.map { position in
            let written = position.written(near: origin)
            let (x, y) = (written.longitude, written.latitude)
            return Box<Coordinate>(minX: x, minY: y, maxX: x, maxY: y)
        }
        guard let region = HomeRegion(boxes, slack: Self.slack) else { return nil }
        (self.origin, self.region) = (origin, region)
    }

    /// What is near in any case, degrees: a city and its surroundings.
    private static let slack = 1.0

    func isFar(_ position: Coordinate) -> Bool { region.isFar(position.written(near: origin)) }

    func holds(_ line: [Coordinate]) -> Bool { !line.contains(where: isFar) }
}

extension ReferenceReader {
    /// Takes out what lies far from all others, and counts it.
    static func leaveOutFar(
        of segments: inout [StreetSegment], _ streets: inout SourceTally, points: inout [AddressPoint],
        _ addresses: inout SourceTally
    ) {
        guard let home = ReferenceHome(segments: segments, points: points) else { return }
        let (allSegments, allPoints) = (segments.count, points.count)
        segments.removeAll { !home.holds($0.line) }
        points.removeAll { home.isFar($0.position) }
        streets.farAway += allSegments - segments.count
        addresses.farAway += allPoints - points.count
    }
}
