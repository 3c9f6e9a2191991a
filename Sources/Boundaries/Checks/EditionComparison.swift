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
        let comparer = try Comparer(old, new)
        let table = AreaCodeTable(areas: old.areas)
        var findings: [BoundaryFinding] = []
        var kept: Set<Int> = []
        for area in new.areas {
            guard let index = table.index(of: area.code) else {
                // One that could not be read before is not new.
                if !old.unreadable.contains(where: { $0.code == area.code }) {
                    findings.append(try comparer.added(area))
                }
                continue
            }
            kept.insert(index)
            if let finding = try comparer.changed(from: old.areas[index], to: area) {
                findings.append(finding)
            }
        }
        for (index, area) in old.areas.enumerated()
        where !kept.contains(index) && !new.unreadable.contains(where: { $0.code == area.code }) {
            findings.append(try comparer.removed(area))
        }
        return findings
    }

    /// Compares in the newer edition's own system, where borders that did not move are the same numbers.
    private final class Comparer {
        private let old: GroundMeasure
        private let new: GroundMeasure
        private let isSameSystem: Bool
        private let name: String
        private let context = GEOSContext()

        init(_ old: Edition, _ new: Edition) throws(GeometryError) {
            self.old = try GroundMeasure(old.referenceSystem, window: old.window)
            self.new = try GroundMeasure(new.referenceSystem, window: new.window)
            isSameSystem = old.referenceSystem == new.referenceSystem && old.window == new.window
            name = new.name
        }

        func added(_ area: Area) throws(GeometryError) -> BoundaryFinding {
            try whole(area, kind: .areaAdded, measure: new, message: "area \(area.code) is new")
        }

        func removed(_ area: Area) throws(GeometryError) -> BoundaryFinding {
            try whole(area, kind: .areaRemoved, measure: old, message: "area \(area.code) is gone")
        }

        private func whole(
            _ area: Area, kind: BoundaryFinding.Kind, measure: GroundMeasure, message: String
        ) throws(GeometryError) -> BoundaryFinding {
            BoundaryFinding(
                kind: kind, edition: name, codes: [area.code], area: try measure.area(area.shape),
                shape: measure.coordinates(area.shape), message: message)
        }

        func changed(from before: Area, to after: Area) throws(GeometryError) -> BoundaryFinding? {
            let former = isSameSystem ? before.shape : new.ownShape(old.coordinates(before.shape))
            let first = try GEOSGeometry(former, in: context)
            let second = try GEOSGeometry(after.shape, in: context)
            let lost: MultiPolygon<MapPoint> = try first.difference(from: second).polygons()
            let gained: MultiPolygon<MapPoint> = try second.difference(from: first).polygons()
            let whole = try new.area(former)
            let (areaLost, areaGained) = (try new.area(lost), try new.area(gained))
            let moved = areaLost + areaGained
            guard moved > whole * EditionComparison.leastShare else { return nil }
            return BoundaryFinding(
                kind: .areaChanged, edition: name, codes: [after.code], area: moved,
                shape: new.coordinates(MultiPolygon(lost.polygons + gained.polygons)),
                message: "area \(after.code) gained \(share(areaGained, of: whole)) and lost "
                    + "\(share(areaLost, of: whole)) of its former surface")
        }

        private func share(_ part: Double, of whole: Double) -> String {
            "\(part.surfaceText) (\((100 * part / whole).decimals(1)) %)"
        }
    }
}
