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
        let area = surveyor.measure.area(shape)
        guard area >= settings.leastArea else { return nil }
        let codes = [first, second].map { surveyor.edition.areas[$0].code }
        let parts = shape.polygons.count
        return BoundaryFinding(
            kind: .overlap, edition: surveyor.edition.name, codes: codes,
            place: try surveyor.place(in: shape),
            area: area, shape: surveyor.measure.coordinates(shape),
            message: "areas \(codes[0]) and \(codes[1]) overlap by \(area.surfaceText)"
                + (parts == 1 ? "" : " in \(parts) places"))
    }
}
