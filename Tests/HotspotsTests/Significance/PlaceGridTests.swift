import Geometry
import Testing

@testable import Hotspots

@Suite struct PlaceGridTests {
    @Test(arguments: GridShape.allCases)
    func `a point goes to the cell with the nearest centre`(shape: GridShape) throws {
        let grid = try PlaceGrid(shape: shape, cellSize: 70, origin: ProjectedPoint(x: -13, y: 5))
        for point in MadeUpData.scattered(500) {
            let cell = grid.cell(containing: point)
            let near = grid.neighbors(of: cell).map { grid.center(of: $0).distance(to: point) }
            #expect(near.allSatisfy { $0 >= grid.center(of: cell).distance(to: point) - 1e-9 })
        }
    }

    @Test(arguments: GridShape.allCases)
    func `a cell's centre lies in that cell`(shape: GridShape) throws {
        let grid = try PlaceGrid(shape: shape, cellSize: 33)
        for row in Int32(-3)...3 {
            for column in Int32(-3)...3 {
                let cell = GridCell(column: column, row: row)
                #expect(grid.cell(containing: grid.center(of: cell)) == cell)
            }
        }
    }

    @Test func `a square cell holds its lower left corner and not its upper right one`() throws {
        let grid = try PlaceGrid(shape: .square, cellSize: 10)
        #expect(grid.cell(containing: ProjectedPoint(x: 0, y: 0)) == GridCell(column: 0, row: 0))
        #expect(grid.cell(containing: ProjectedPoint(x: 10, y: 10)) == GridCell(column: 1, row: 1))
        #expect(grid.cell(containing: ProjectedPoint(x: -0.1, y: 0)) == GridCell(column: -1, row: 0))
    }

    @Test func `a hexagon's neighbours are all one cell size away`() throws {
        let grid = try PlaceGrid(shape: .hexagonal, cellSize: 50)
        for cell in [GridCell(column: 2, row: 3), GridCell(column: -4, row: -6)] {
            let distances = grid.neighbors(of: cell).map {
                grid.center(of: $0).distance(to: grid.center(of: cell))
            }
            #expect(agree(distances, [Double](repeating: 50, count: 6)))
        }
    }

    @Test(arguments: GridShape.allCases)
    func `touching is mutual`(shape: GridShape) throws {
        let grid = try PlaceGrid(shape: shape, cellSize: 50)
        for cell in [GridCell(column: 2, row: 3), GridCell(column: -4, row: -6)] {
            #expect(grid.neighbors(of: cell).allSatisfy { grid.neighbors(of: $0).contains(cell) })
        }
    }

    @Test(arguments: GridShape.allCases)
    func `an outline encloses the cell's area, counter-clockwise`(shape: GridShape) throws {
        let grid = try PlaceGrid(shape: shape, cellSize: 50)
        let ring = grid.outline(of: GridCell(column: 5, row: -3)).exterior.positions
        let doubled = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
        #expect(ring.first == ring.last)
        let area = shape == .square ? 50.0 * 50 : 50 * 50 * 3.0.squareRoot() / 2
        #expect(agrees(doubled / 2, area, within: 1e-9))
    }

    @Test(arguments: GridShape.allCases)
    func `neighbouring outlines share an edge exactly`(shape: GridShape) throws {
        let grid = try PlaceGrid(shape: shape, cellSize: 37.5, origin: ProjectedPoint(x: 0.1, y: 0.7))
        let cell = GridCell(column: 11, row: 7)
        let corners = Set(grid.outline(of: cell).exterior.positions)
        let shared = grid.neighbors(of: cell).map {
            corners.intersection(grid.outline(of: $0).exterior.positions).count
        }
        #expect(shared.allSatisfy { $0 >= (shape == .square ? 1 : 2) })
    }

    @Test(arguments: [0, -5, .nan, .infinity])
    func `a cell size that is not at least a metre is refused`(size: Double) {
        #expect(throws: SignificanceError.self) { try PlaceGrid(shape: .square, cellSize: size) }
    }
}
