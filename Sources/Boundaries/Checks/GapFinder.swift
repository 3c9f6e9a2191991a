import Geometry
import GeometryEngine

/// Finds ground between the areas of an edition that belongs to none of them: holes that areas enclose, and narrow
/// strips that are open to the outside.
struct GapFinder {
    private let surveyor: Surveyor
    private let settings: CheckSettings

    /// An open strip counts where it is so many times as long as it may be wide. A corner between two areas that is
    /// only sharp is none.
    private static let leastElongation = 10.0

    init(_ surveyor: Surveyor, _ settings: CheckSettings) {
        self.surveyor = surveyor
        self.settings = settings
    }

    func findings() throws(GeometryError) -> [BoundaryFinding] {
        guard surveyor.geometries.count > 1 else { return [] }
        let union = try GEOSGeometry.union(of: surveyor.geometries, in: surveyor.context)
        let covered: MultiPolygon<MapPoint> = try union.polygons()
        return try enclosed(in: covered) + openStrips(along: covered)
    }

    private func enclosed(in covered: MultiPolygon<MapPoint>) throws(GeometryError) -> [BoundaryFinding] {
        var findings: [BoundaryFinding] = []
        for hole in covered.polygons.flatMap(\.holes) {
            let shape = try ground(of: hole, in: covered)
            let area = try surveyor.measure.area(shape)
            guard area >= settings.leastArea else { continue }
            let codes = try surveyor.codes(touching: shape)
            findings.append(
                finding(
                    codes, area: area, place: try surveyor.place(in: shape),
                    shape: surveyor.measure.coordinates(shape),
                    message: "\(area.surfaceText) enclosed by \(named(codes)) belong to no area"))
        }
        return findings
    }

    /// What of a hole belongs to no area: an island in a lake, or an enclave in a gap, stands in it as a part of its own.
    private func ground(
        of hole: LinearRing<MapPoint>, in covered: MultiPolygon<MapPoint>
    ) throws(GeometryError) -> MultiPolygon<MapPoint> {
        let whole = MultiPolygon([Polygon(exterior: hole)])
        guard let box = Box(enclosing: hole.positions) else { return whole }
        let islands = covered.polygons.filter { island in
            Box(enclosing: island.exterior.positions).map(box.contains) ?? false
        }.map { Polygon(exterior: $0.exterior) }
        guard !islands.isEmpty else { return whole }
        let context = surveyor.context
        let taken = try GEOSGeometry.union(
            of: islands.map { (island) throws(GeometryError) in
                try GEOSGeometry(MultiPolygon([island]), in: context)
            },
            in: context)
        return try GEOSGeometry(whole, in: context).difference(from: taken).polygons()
    }

    /// Growing and shrinking the whole by half the width closes strips narrower than it.
    private func openStrips(along covered: MultiPolygon<MapPoint>) throws(GeometryError) -> [BoundaryFinding]
    {
        var findings: [BoundaryFinding] = []
        for (group, middle) in groups(of: covered.polygons) {
            // Holes are looked at by themselves. An island in one goes with what is around it, so that the filled
            // parts are joined: as they stand one may lie in another.
            let plane = try surveyor.measure.plane(around: middle, kind: .country)
            let context = surveyor.context
            var parts: [GEOSGeometry] = []
            for part in group {
                let filled = MultiPolygon([Polygon(exterior: part.exterior)])
                let projected = try GEOSGeometry(try plane.projected(filled), in: context)
                parts.append(try projected.validityProblem() == nil ? projected : projected.madeValid())
            }
            let ground = try GEOSGeometry.union(of: parts, in: context)
            let half = settings.gapWidth / 2
            let closed = try ground.buffered(by: half).buffered(by: -half)
            let strips: MultiPolygon<ProjectedPoint> = try closed.difference(from: ground).polygons()
            for strip in strips.polygons where isStrip(strip) {
                if let finding = try openStrip(strip, plane) { findings.append(finding) }
            }
        }
        return findings
    }

    /// How far apart parts may lie that are looked at on one plane, degrees.
    private static let groupReach = 5.0
    /// Parts that are wider are no city's and no country's, degrees.
    private static let widest = 60.0

    /// Puts parts that lie near one another on one plane: of areas on both sides of the earth there is none.
    private func groups(of parts: [Polygon<MapPoint>]) -> [(parts: [Polygon<MapPoint>], middle: Coordinate)] {
        var rest: [(part: Polygon<MapPoint>, middle: Coordinate)] = parts.compactMap { part in
            // A mask of the world has no image on a plane; its gaps are holes of the whole.
            guard let box = surveyor.measure.box(of: MultiPolygon([part])),
                max(box.width, box.height) < Self.widest
            else { return nil }
            return (part, box.center)
        }
        var groups: [(parts: [Polygon<MapPoint>], middle: Coordinate)] = []
        while let first = rest.first {
            func isNear(_ other: Coordinate) -> Bool {
                abs(other.longitude - first.middle.longitude) <= Self.groupReach
                    && abs(other.latitude - first.middle.latitude) <= Self.groupReach
            }
            let group = rest.filter { isNear($0.middle) }
            rest.removeAll { isNear($0.middle) }
            let whole = surveyor.measure.middle(of: MultiPolygon(group.map(\.part)))
            groups.append((group.map(\.part), whole ?? first.middle))
        }
        return groups
    }

    private func isStrip(_ strip: Polygon<ProjectedPoint>) -> Bool {
        strip.area >= settings.leastArea
            && strip.exterior.length / 2 >= settings.gapWidth * GapFinder.leastElongation
    }

    private func openStrip(
        _ strip: Polygon<ProjectedPoint>, _ plane: GroundMeasure.Plane
    ) throws(GeometryError) -> BoundaryFinding? {
        let shape = plane.unprojected(MultiPolygon([strip]))
        let own = surveyor.measure.ownShape(shape)
        let codes = try surveyor.codes(touching: own)
        guard codes.count > 1 else { return nil }
        return finding(
            codes, area: strip.area, place: try surveyor.place(in: own), shape: shape,
            message: "a strip of \(strip.area.surfaceText), narrower than "
                + "\(settings.gapWidth.decimals(1)) m, between \(named(codes)) belongs to no area")
    }

    private func finding(
        _ codes: [String], area: Double, place: Coordinate?, shape: MultiPolygon<Coordinate>, message: String
    ) -> BoundaryFinding {
        BoundaryFinding(
            kind: .gap, edition: surveyor.edition.name, codes: codes, place: place, area: area, shape: shape,
            message: message)
    }

    private func named(_ codes: [String]) -> String {
        let shown = codes.prefix(4).joined(separator: ", ")
        return codes.count > 4 ? "\(shown) and \(codes.count - 4) more" : shown
    }
}
