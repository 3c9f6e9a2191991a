import Geometry
package import GeometryEngine

/// Tells what one edition changed of the one before it.
package enum EditionComparison {
    /// Changes of less than this share of an area are left out.
    private static let leastShare = 0.0005

    /// Returns areas that are new, gone or changed, by their codes.
    package static func findings(from old: Edition, to new: Edition) throws(GeometryError)
        -> [BoundaryFinding]
    {
        var extent = old.extent
        extent.formUnion(new.extent)
        let comparer = try Comparer(old, new, projection: LocalProjection(covering: extent))
        let table = AreaCodeTable(areas: old.areas)
        var findings: [BoundaryFinding] = []
        var kept: Set<Int> = []
        for area in new.areas {
            guard let place = table.index(of: area.code) else {
                findings.append(comparer.added(area))
                continue
            }
            kept.insert(place)
            if let finding = try comparer.changed(from: old.areas[place], to: area) {
                findings.append(finding)
            }
        }
        return findings
            + old.areas.indices.filter { !kept.contains($0) }.map { comparer.removed(old.areas[$0]) }
    }

    private final class Comparer {
        private let old: GroundMeasure
        private let new: GroundMeasure
        private let name: String
        private let context = GEOSContext()

        init(_ old: Edition, _ new: Edition, projection: LocalProjection) throws(GeometryError) {
            self.old = try GroundMeasure(old.referenceSystem, projection: projection)
            self.new = try GroundMeasure(new.referenceSystem, projection: projection)
            name = new.name
        }

        func added(_ area: Area) -> BoundaryFinding {
            whole(area, .areaAdded, new, "area \(area.code) is new")
        }

        func removed(_ area: Area) -> BoundaryFinding {
            whole(area, .areaRemoved, old, "area \(area.code) is gone")
        }

        private func whole(
            _ area: Area, _ kind: BoundaryFinding.Kind, _ measure: GroundMeasure, _ message: String
        ) -> BoundaryFinding {
            BoundaryFinding(
                kind: kind, edition: name, codes: [area.code], area: measure.area(area.shape),
                shape: measure.coordinates(area.shape), message: message)
        }

        func changed(from before: Area, to after: Area) throws(GeometryError) -> BoundaryFinding? {
            let first = try GEOSGeometry(old.projected(before.shape), in: context)
            let second = try GEOSGeometry(new.projected(after.shape), in: context)
            let lost: MultiPolygon<ProjectedPoint> = try first.difference(from: second).polygons()
            let gained: MultiPolygon<ProjectedPoint> = try second.difference(from: first).polygons()
            let whole = try first.area()
            let moved = lost.area + gained.area
            guard moved > whole * EditionComparison.leastShare else { return nil }
            return BoundaryFinding(
                kind: .areaChanged, edition: name, codes: [after.code], area: moved,
                shape: new.unprojected(MultiPolygon(lost.polygons + gained.polygons)),
                message: "area \(after.code) gained \((100 * gained.area / whole).decimals(1)) % and lost "
                    + "\((100 * lost.area / whole).decimals(1)) % of its former surface")
        }
    }
}
