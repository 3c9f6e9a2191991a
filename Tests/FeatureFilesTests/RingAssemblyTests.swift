import Geometry
import Testing

@testable import FeatureFiles

struct RingAssemblyTests {
    private func square(_ low: Double, _ high: Double) -> [MapPoint] {
        [point(low, low), point(low, high), point(high, high), point(high, low), point(low, low)]
    }

    private func shape(_ rings: [MapPoint]...) -> [[Int]] {
        RingAssembly.polygons(of: rings.map { LinearRing($0) }).map {
            [Int($0.exterior.positions[0].x)] + $0.holes.map { Int($0.positions[0].x) }
        }
    }

    @Test func `a ring inside another is its hole, whichever way both run`() {
        #expect(shape(square(0, 9), square(1, 2)) == [[0, 1]])
        #expect(shape(square(0, 9), square(1, 2).reversed()) == [[0, 1]])
        #expect(shape(square(0, 9).reversed(), square(1, 2).reversed()) == [[0, 1]])
        #expect(shape(square(1, 2), square(0, 9)) == [[0, 1]])
    }

    @Test func `an island in a hole is a part of its own`() {
        #expect(shape(square(0, 9), square(1, 8), square(2, 7), square(3, 6)) == [[0, 1], [2, 3]])
    }

    @Test func `rings beside one another are parts`() {
        #expect(shape(square(0, 1), square(5, 6)) == [[0], [5]])
        let beside = [point(1, 0), point(1, 1), point(2, 1), point(2, 0), point(1, 0)]
        #expect(shape(square(0, 1), beside) == [[0], [1]])
    }

    @Test func `a hole whose corners all lie on the outer ring is a hole`() {
        let diamond = [point(0, 2), point(2, 4), point(4, 2), point(2, 0), point(0, 2)]
        let polygons = RingAssembly.polygons(of: [square(0, 4), diamond].map { LinearRing($0) })
        #expect(polygons.count == 1)
        #expect(polygons.first?.holes.count == 1)
    }
}
