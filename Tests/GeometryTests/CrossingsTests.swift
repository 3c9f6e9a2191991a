import Geometry
import Testing

struct CrossingsTests {
    private func surface(_ rings: [(Double, Double)]...) -> MultiPolygon<MapPoint> {
        MultiPolygon(
            rings.map { ring in Polygon(exterior: LinearRing(ring.map { MapPoint(x: $0.0, y: $0.1) })) })
    }

    @Test func `edges that cross are counted, in one ring or between two, up to a limit`() {
        let bowTie = [(0.0, 0.0), (2.0, 2.0), (2.0, 0.0), (0.0, 2.0)]
        #expect(surface(bowTie).crossings(upTo: 9) == 1)
        let squares = surface(
            [(0, 0), (2, 0), (2, 2), (0, 2)], [(1, 1), (3, 1), (3, 3), (1, 3)])
        #expect(squares.crossings(upTo: 9) == 2)
        // A star of five edges, each of which crosses two others.
        let star = [(0.0, 3.0), (2.0, -3.0), (-3.0, 1.0), (3.0, 1.0), (-2.0, -3.0)]
        #expect(surface(star).crossings(upTo: 9) == 5)
        #expect(surface(star).crossings(upTo: 3) == 3)
    }

    @Test func `edges that meet, touch or lie upon one another do not cross`() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)]
        #expect(surface(square).crossings(upTo: 9) == 0)
        #expect(surface(square, square.map { ($0.0 + 2, $0.1) }).crossings(upTo: 9) == 0)
        #expect(surface(square, [(2, 1), (3, 0), (3, 2)]).crossings(upTo: 9) == 0)
        #expect(surface().crossings(upTo: 9) == 0)
    }

    @Test func `the teeth of a comb are no work, whichever way it lies`() {
        let teeth = (0..<20_000).flatMap { [(0.0, Double($0)), (1e6, Double($0) + 0.5)] }
        let comb = teeth + [(-1, 20_000), (-1, 0)]
        #expect(surface(comb).crossings(upTo: 9) == 0)
        #expect(surface(comb.map { ($0.1, $0.0) }).crossings(upTo: 9) == 0)
    }
}
