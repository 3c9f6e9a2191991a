import Geometry
import Testing

struct BoxTests {
    private let box = Box<MapPoint>(minX: 0, minY: 0, maxX: 4, maxY: 2)

    @Test func `a box encloses its positions and no more`() {
        let positions = [MapPoint(x: 3, y: -1), MapPoint(x: -2, y: 5), MapPoint(x: 0, y: 0)]
        #expect(Box(enclosing: positions) == Box(minX: -2, minY: -1, maxX: 3, maxY: 5))
        #expect(Box(enclosing: [MapPoint]()) == nil)
        #expect(Box(enclosing: [MapPoint(x: 1, y: 1)]) == Box(minX: 1, minY: 1, maxX: 1, maxY: 1))
    }

    @Test func `edges and corners belong to a box, numbers that are none do not`() {
        #expect(box.corners.allSatisfy(box.contains))
        #expect(box.contains(box.center))
        #expect(!box.contains(MapPoint(x: 4.0000001, y: 1)))
        #expect(!box.contains(MapPoint(x: .nan, y: 1)))
        #expect(!box.contains(MapPoint(x: 1, y: .infinity)))
    }

    @Test func `boxes meet where they share an edge or a corner`() {
        #expect(box.intersects(Box(minX: 4, minY: 2, maxX: 5, maxY: 3)))
        #expect(!box.intersects(Box(minX: 4.1, minY: 0, maxX: 5, maxY: 3)))
        #expect(box.intersects(Box(minX: 1, minY: -9, maxX: 2, maxY: 9)))
    }

    @Test func `a box grows by a margin and by another box`() {
        #expect(box.expanded(byX: 1, y: 2) == Box(minX: -1, minY: -2, maxX: 5, maxY: 4))
        var union = box
        union.formUnion(Box(minX: -1, minY: 1, maxX: 1, maxY: 9))
        #expect(union == Box(minX: -1, minY: 0, maxX: 4, maxY: 9))
        #expect(box.width == 4 && box.height == 2)
    }
}
