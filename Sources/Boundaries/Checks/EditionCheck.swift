import Geometry
package import GeometryEngine

/// Checks one edition's areas against each other.
package enum EditionCheck {
    /// Returns what was found, errors first, then by kind and code.
    package static func findings(
        in edition: Edition, settings: CheckSettings = CheckSettings()
    ) throws(GeometryError) -> [BoundaryFinding] {
        let surveyor = try Surveyor(edition)
        var findings = edition.notes.compactMap { BoundaryFinding($0, edition: edition.name) }
        findings += similarCodes(edition)
        findings += try OverlapFinder(surveyor, settings).findings()
        findings += try GapFinder(surveyor, settings).findings()
        findings += try SliverFinder.findings(surveyor)
        return ordered(findings)
    }

    /// Returns findings with errors first, then by kind, the largest first.
    package static func ordered(_ findings: [BoundaryFinding]) -> [BoundaryFinding] {
        let ranks = Dictionary(
            uniqueKeysWithValues: BoundaryFinding.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
        return findings.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.severity != b.severity { return a.severity > b.severity }
            if a.kind != b.kind { return (ranks[a.kind] ?? 0) < (ranks[b.kind] ?? 0) }
            if (a.area ?? 0) != (b.area ?? 0) { return (a.area ?? 0) > (b.area ?? 0) }
            return left.offset < right.offset
        }.map(\.element)
    }

    /// Returns one finding for each other name of an area that means none of the edition's.
    package static func unknownAliases(
        _ aliases: [String: String], in edition: Edition
    ) -> [BoundaryFinding] {
        AreaCodeTable(areas: edition.areas, aliases: aliases).unknownAliases.map { alias in
            BoundaryFinding(
                kind: .unknownAlias, edition: edition.name, codes: aliases[alias].map { [$0] } ?? [],
                message:
                    "the alias \(alias) stands for \(aliases[alias] ?? "nothing"), which no area is called")
        }
    }

    /// Returns a finding where the numbers of a grid's metres or feet are all such as degrees are: no city lies within 180 m of a grid's
    /// origin.
    package static func degreesInGrid(_ edition: Edition) -> BoundaryFinding? {
        guard case .length(let metres) = edition.referenceSystem.unit, metres < 100,
            let stored = Box(enclosing: edition.shapes.compactMap(\.box).flatMap(\.corners)),
            stored.corners.allSatisfy({ abs($0.x) <= 180 && abs($0.y) <= 90 })
        else { return nil }
        let width = (max(stored.width, stored.height) * metres).decimals(2)
        return BoundaryFinding(
            kind: .misplaced, edition: edition.name, place: edition.home.center,
            message:
                "all areas lie within \(width) m, since the file says \(edition.referenceSystem.name) and its"
                + " numbers are such as longitude and latitude are; which of the two is wrong?")
    }

    private static func similarCodes(_ edition: Edition) -> [BoundaryFinding] {
        AreaCodeTable(areas: edition.areas).collisions.map { collision in
            BoundaryFinding(
                kind: .similarCodes, edition: edition.name, codes: collision.codes,
                message: "codes \(collision.codes.joined(separator: ", ")) differ only in form; "
                    + "requests must write them exactly so")
        }
    }
}

/// An edition's areas with what it takes to measure them. One worker's own: not Sendable.
final class Surveyor {
    let edition: Edition
    let measure: GroundMeasure
    let context = GEOSContext()
    let geometries: [GEOSGeometry]
    let boxes: [Box<MapPoint>?]
    private var surfaces: [Ordinal<Area>: Double] = [:]

    init(_ edition: Edition) throws(GeometryError) {
        self.edition = edition
        measure = try GroundMeasure(edition.referenceSystem, window: edition.window)
        var geometries: [GEOSGeometry] = []
        for area in edition.areas { geometries.append(try GEOSGeometry(area.shape, in: context)) }
        self.geometries = geometries
        boxes = edition.areas.map(\.shape.box)
    }

    /// Returns the surface of an area, m².
    func surface(of area: Ordinal<Area>) throws(GeometryError) -> Double {
        if let known = surfaces[area] { return known }
        let surface = try measure.area(edition.areas[area].shape)
        surfaces[area] = surface
        return surface
    }

    /// Returns a point inside the largest part of a surface.
    func place(in shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Coordinate? {
        let largest = shape.polygons.max { $0.area < $1.area }
        guard let largest else { return nil }
        let point = try GEOSGeometry(MultiPolygon([largest]), in: context).pointOnSurface()
        return point.position(of: MapPoint.self).flatMap(measure.coordinate)
    }

    /// Returns the codes of the areas that a surface touches, in their order.
    func codes(touching shape: MultiPolygon<MapPoint>) throws(GeometryError) -> [String] {
        guard let box = shape.box else { return [] }
        let prepared = try PreparedArea(shape, in: context)
        let hair = max(box.width, box.height) * 1e-6
        var codes: [String] = []
        for (index, geometry) in geometries.enumerated() {
            guard boxes[index]?.intersects(box.expanded(byX: hair, y: hair)) == true else { continue }
            if try prepared.intersects(geometry) { codes.append(edition.areas[index].code) }
        }
        return codes
    }
}
