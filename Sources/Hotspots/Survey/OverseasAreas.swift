import Boundaries
import City
import Geometry
import GeometryEngine
import Locating

/// The areas of a city's maps that lie in another part of the world than most of its requests, as of a country with islands: what
/// lies in one of them is no mistake.
struct OverseasAreas {
    /// A place in each part of the world that they lie in, by which the positions there are projected. The areas alone tell it, so
    /// that parts of the requests have the same.
    let centers: [Coordinate]
    private let probes: [EditionProbe]

    /// A wider area is a mask of the world, or has a mistyped corner, degrees.
    private static let widest = 2 * RowSelection.farthest

    /// Reads the maps; returns `nil` where none of their areas lies so far away, or they cannot be read, which others say.
    init?(of city: CityFile, fartherFrom middle: Coordinate, jobs: Int) {
        guard !city.layers.isEmpty, let layers = try? LayerLoader(city: city, jobs: jobs).layers() else {
            return nil
        }
        var centers: [Coordinate] = []
        var probes: [EditionProbe] = []
        for edition in layers.flatMap(\.editions) {
            let far = ((try? edition.boxesInDegrees()) ?? []).compactMap(\.self).filter { box in
                max(box.width, box.height) < Self.widest
                    && RowSelection.areApart(box.center.standard, middle)
            }
            guard !far.isEmpty, let ground = try? EditionGround(edition, nearDistance: 0, cells: 16),
                let probe = try? EditionProbe(ground)
            else { continue }
            for box in far where centers.allSatisfy({ RowSelection.areApart(box.center.standard, $0) }) {
                centers.append(box.center.standard)
            }
            probes.append(probe)
        }
        guard !centers.isEmpty else { return nil }
        self.centers = centers
        self.probes = probes
    }

    /// Whether a position far from most requests lies in such an area.
    func contain(_ position: Coordinate) -> Bool {
        guard centers.contains(where: { !RowSelection.areApart(position, $0) }) else { return false }
        return probes.contains { ((try? $0.areas(containing: position)) ?? []).isEmpty == false }
    }
}
