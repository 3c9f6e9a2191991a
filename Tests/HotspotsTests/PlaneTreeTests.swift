import Geometry
import Testing

@testable import Hotspots

struct PlaneTreeTests {
    @Test func `a point within a distance is found where there is one, and only there`() {
        let points = PointSets.scattered(800, side: 500, seed: 3)
        let tree = PlaneTree(points)
        for position in PointSets.scattered(300, side: 600, seed: 77) {
            let nearest = points.map { $0.distance(to: position) }.min() ?? 0
            #expect(tree.hasPoint(within: nearest * 1.000001, of: position))
            #expect(!tree.hasPoint(within: nearest * 0.999999, of: position))
        }
        #expect(!PlaneTree([]).hasPoint(within: 5, of: ProjectedPoint(x: 0, y: 0)))
    }
}
