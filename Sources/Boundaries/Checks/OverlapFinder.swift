import Geometry
import GeometryEngine

/// Finds where areas of one edition cover the same ground.
struct OverlapFinder {
    private let surveyor: Surveyor
    private let settings: CheckSettings

    init(_ surveyor: Surveyor, _ settings: CheckSettings) {
        self.surveyor = surveyor
        self.settings = settings
    }

    /// Returns one finding for each pair of areas that share enough surface.
    func findings() throws(GeometryError) -> [BoundaryFinding] {
        var findings: [BoundaryFinding] = []
        for first in surveyor.geometries.indices {
            let candidates = neighbours(after: first)
            guard !candidates.isEmpty else { continue }
            let prepared = try PreparedArea(surveyor.geometries[first])
            for second in candidates where try prepared.intersects(surveyor.geometries[second]) {
                if let finding = try overlap(first, second) { findings.append(finding) }
            }
        }
        return findings
    }

    private func neighbours(after first: Int) -> [Int] {
        guard let box = surveyor.boxes[first] else { return [] }
        return surveyor.boxes.indices.filter { $0 > first && surveyor.boxes[$0]?.intersects(box) == true }
    }

    /// Measured in the areas' own system, where neighbours that share vertices share their edges exactly.
    private func overlap(_ first: Int, _ second: Int) throws(GeometryError) -> BoundaryFinding? {
        let shared = try surveyor.geometries[first].intersection(with: surveyor.geometries[second])
        let shape: MultiPolygon<MapPoint> = try shared.polygons()
        let area = try surveyor.measure.area(shape)
        guard area >= settings.leastArea else { return nil }
        let codes = [first, second].map { surveyor.edition.areas[$0].code }
        let parts = shape.polygons.count
        let reason = try smallness(of: shape, area: area, pair: [first, second])
        return BoundaryFinding(
            kind: reason == nil ? .overlap : .smallOverlap, edition: surveyor.edition.name, codes: codes,
            place: try surveyor.place(in: shape),
            area: area, shape: surveyor.measure.coordinates(shape),
            message: "areas \(codes[0]) and \(codes[1]) overlap by \(area.surfaceText)"
                + (parts == 1 ? "" : " in \(parts) places")
                + (reason.map { ", \($0)" } ?? ""))
    }

    /// Returns why an overlap is small, `nil` where it is not.
    ///
    /// Neighbours that were drawn one by one overlap along their borders, by less than positions are uncertain. That
    /// changes hardly a verdict, where a share of an area that two claim does.
    private func smallness(
        of shape: MultiPolygon<MapPoint>, area: Double, pair: [Int]
    ) throws(GeometryError) -> String? {
        var smaller = Double.infinity
        for index in pair { smaller = min(smaller, try surveyor.surface(of: Ordinal(index))) }
        let share = area / smaller
        guard share < settings.smallShare else { return nil }
        if try isNarrow(shape) { return "nowhere wider than \(settings.gapWidth.decimals(1)) m" }
        guard share < settings.tinyShare else { return nil }
        return "less than \((100 * settings.tinyShare).decimals(2)) % of either"
    }

    /// Whether nothing is left of any part when half the width is taken off all around.
    private func isNarrow(_ shape: MultiPolygon<MapPoint>) throws(GeometryError) -> Bool {
        for part in shape.polygons {
            let single = MultiPolygon([part])
            guard let middle = surveyor.measure.middle(of: single) else { continue }
            guard let box = surveyor.measure.box(of: single), max(box.width, box.height) < 10 else {
                return false
            }
            let ground = try surveyor.measure.plane(around: middle).projected(single)
            let core = try GEOSGeometry(ground, in: surveyor.context).buffered(by: -settings.gapWidth / 2)
            guard core.isEmpty else { return false }
        }
        return true
    }
}
