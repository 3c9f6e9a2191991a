import Geometry
import Testing

@testable import Maps

@Suite struct PageProjectionTests {
    /// Expected lengths from the geodesics of GeographicLib (pyproj `Geod`), WGS 84.
    @Test func `a degree has its length on the ellipsoid`() {
        let length = PageProjection.metersPerDegree(at: 39.3)
        #expect(abs(length.east - 86_259.4) < 1)
        #expect(abs(length.north - 111_021.2) < 1)
    }

    @Test func `the box fits into the frame with north up`() {
        let frame = PageBox(x: 0, y: 0, width: 400, height: 300)
        let box = Box<Coordinate>(minX: -76.7, minY: 39.2, maxX: -76.5, maxY: 39.4)
        let projection = PageProjection(showing: box, in: frame, margin: 10)
        let northWest = projection.point(Coordinate(longitude: -76.7, latitude: 39.4))
        let southEast = projection.point(Coordinate(longitude: -76.5, latitude: 39.2))
        #expect(northWest.x >= 10 - 1e-6 && northWest.y >= 10 - 1e-6)
        #expect(southEast.x <= 390 + 1e-6 && southEast.y <= 290 + 1e-6)
        #expect(northWest.x < southEast.x && northWest.y < southEast.y)
        #expect(abs(southEast.y - northWest.y - 280) < 1e-6)
    }
}

@Suite struct CollisionIndexTests {
    private let frame = PageBox(x: 0, y: 0, width: 100, height: 100)

    @Test func `a taken box is found across cells`() {
        var index = CollisionIndex(frame: frame)
        index.take([PageBox(x: 10, y: 10, width: 60, height: 60)])
        #expect(index.meets(PageBox(x: 65, y: 65, width: 20, height: 20)))
        #expect(!index.meets(PageBox(x: 71, y: 71, width: 20, height: 20)))
    }

    @Test func `boxes that share an edge do not collide`() {
        var index = CollisionIndex(frame: frame)
        index.take([PageBox(x: 10, y: 10, width: 10, height: 10)])
        #expect(index.isFree([PageBox(x: 20, y: 10, width: 10, height: 10)]))
    }

    @Test func `a box that leaves the frame is not free`() {
        let index = CollisionIndex(frame: frame)
        #expect(!index.isFree([PageBox(x: 95, y: 10, width: 10, height: 10)]))
    }
}

@Suite struct MarkerGroupingTests {
    private func points(_ count: Int) -> [PagePoint] {
        let frame = PageBox(x: 0, y: 0, width: 400, height: 400)
        let box =
            SampleScenes.rectangle(width: 0.03, height: 0.03).box ?? Box(minX: 0, minY: 0, maxX: 1, maxY: 1)
        let projection = PageProjection(showing: box, in: frame, margin: 10)
        return SampleScenes.markers(count, width: 0.03, height: 0.03).map { projection.point($0.position) }
    }

    @Test(arguments: [1, 10, 200, 5000]) func `no two symbols touch and each marker is in one group`(
        count: Int
    ) {
        let groups = MarkerGrouping(points: points(count)).groups
        #expect(groups.flatMap(\.members).sorted() == Array(0..<count))
        for (index, group) in groups.enumerated() {
            for other in groups[(index + 1)...] {
                #expect(group.center.distance(to: other.center) >= group.radius + other.radius)
            }
        }
    }

    @Test func `markers that stand apart stay single`() {
        let apart = [PagePoint(x: 0, y: 0), PagePoint(x: 100, y: 0), PagePoint(x: 0, y: 100)]
        #expect(MarkerGrouping(points: apart).groups.map(\.count) == [1, 1, 1])
    }

    @Test func `no markers give no groups`() { #expect(MarkerGrouping(points: []).groups.isEmpty) }
}

@Suite struct StreetLabelTests {
    @Test func `pieces of one name join to one line, whatever their direction`() {
        func street(_ from: Double, _ to: Double) -> (street: MapStreet, path: PagePath) {
            let points = [PagePoint(x: from, y: 5), PagePoint(x: to, y: 5)]
            return (
                MapStreet(name: "Main St", importance: .minor, line: LineString([])), PagePath(points: points)
            )
        }
        let chains = StreetChains.joined([street(0, 10), street(20, 10), street(20, 30), street(50, 60)])
        #expect(chains.map(\.path.length).sorted() == [10, 30])
    }

    @Test func `a name is never upside down`() throws {
        for turn in stride(from: 0.0, to: 2 * Double.pi, by: 0.3) {
            let end = PagePoint(x: 200 * cosine(turn), y: 200 * sine(turn))
            let search = LineLabelSearch(
                path: PagePath(points: [PagePoint(x: 0, y: 0), end]), width: 50, height: 8)
            let best = try #require(search.candidates().first)
            #expect(abs(best.angle) <= .pi / 2 + 0.001)
        }
    }

    @Test func `a bent stretch carries no name`() {
        let corner = PagePath(points: [
            PagePoint(x: 0, y: 0), PagePoint(x: 30, y: 0), PagePoint(x: 30, y: 30),
        ])
        #expect(LineLabelSearch(path: corner, width: 40, height: 8).candidates().isEmpty)
    }

    @Test func `a line shorter than its name carries none`() {
        let short = PagePath(points: [PagePoint(x: 0, y: 0), PagePoint(x: 30, y: 0)])
        #expect(LineLabelSearch(path: short, width: 40, height: 8).candidates().isEmpty)
    }

    @Test func `thinning keeps the ends and what stands out`() {
        let path = PagePath(
            points: [(0, 0), (5, 0.05), (10, 0), (10, 10)].map { PagePoint(x: $0.0, y: $0.1) })
        #expect(path.simplified(tolerance: 0.2).points.map(\.x) == [0, 10, 10])
    }
}
