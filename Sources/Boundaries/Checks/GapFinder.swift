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
            let shape = MultiPolygon([Polygon(exterior: hole)])
            let area = surveyor.measure.area(shape)
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

    /// Growing and shrinking the whole by half the width closes strips narrower than it.
    private func openStrips(along covered: MultiPolygon<MapPoint>) throws(GeometryError) -> [BoundaryFinding]
    {
        let context = surveyor.context
        let filled = MultiPolygon(covered.polygons.map { Polygon(exterior: $0.exterior) })
        let ground = try GEOSGeometry(surveyor.measure.projected(filled), in: context)
        let half = settings.gapWidth / 2
        let closed = try ground.buffered(by: half).buffered(by: -half)
        let strips: MultiPolygon<ProjectedPoint> = try closed.difference(from: ground).polygons()
        var findings: [BoundaryFinding] = []
        for strip in strips.polygons where isStrip(strip) {
            if let finding = try openStrip(strip) { findings.append(finding) }
        }
        return findings
    }

    private func isStrip(_ strip: Polygon<ProjectedPoint>) -> Bool {
        strip.area >= settings.leastArea
            && strip.exterior.length / 2 >= settings.gapWidth * GapFinder.leastElongation
    }

    private func openStrip(_ strip: Polygon<ProjectedPoint>) throws(GeometryError) -> BoundaryFinding? {
        let shape = surveyor.measure.unprojected(MultiPolygon([strip]))
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
