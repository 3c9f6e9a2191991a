import Geometry
import Testing

@testable import Hotspots

@Suite struct GridPlacesTests {
    private let points = [(5, 5), (25, 5), (6, 4), (5, 35)].map { ProjectedPoint(x: $0.0, y: $0.1) }

    @Test func `only cells with points are places, from the south and then the west`() throws {
        let places = try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 10), points: points)
        #expect(places.cells.map(\.column) == [0, 2, 0])
        #expect(places.cells.map(\.row) == [0, 0, 3])
        #expect(places.placeOfPoint == [0, 1, 0, 2])
    }

    @Test func `chosen points are counted, and weights summed`() throws {
        let places = try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 10), points: points)
        #expect(places.counts(of: [0, 2, 3]) == [2, 0, 1])
        #expect(try places.totals(of: [1.5, 2, 4, 8]) == [5.5, 2, 8])
        #expect(throws: SignificanceError.self) { try places.totals(of: [1]) }
    }

    @Test func `every point is counted once on hexagons`() throws {
        let points = MadeUpData.scattered(700)
        let places = try GridPlaces(grid: PlaceGrid(shape: .hexagonal, cellSize: 90), points: points)
        #expect(places.counts().reduce(0, +) == 700)
        for (point, place) in zip(points, places.placeOfPoint) {
            #expect(places.grid.cell(containing: point) == places.cells[Int(place)])
        }
    }

    @Test(arguments: [Double.nan, .infinity, 1e300])
    func `a position that is nowhere is named, not dropped`(x: Double) throws {
        let grid = try PlaceGrid(shape: .square, cellSize: 10)
        #expect(throws: SignificanceError.unusablePosition(index: 1)) {
            try GridPlaces(grid: grid, points: [points[0], ProjectedPoint(x: x, y: 0)])
        }
    }
}
