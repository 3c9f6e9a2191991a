import Geometry
import Testing

@testable import Hotspots

/// The expected numbers are esda's, printed by `expected.py`.
@Suite struct GiStarTests {
    private func squareGrid() throws -> GridPlaces {
        let centers = (0..<10).flatMap { row in
            (0..<12).map { ProjectedPoint(x: Double($0) * 100 + 50, y: Double(row) * 100 + 50) }
        }
        return try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 100), points: centers)
    }

    @Test func `z, p and adjusted p on a square grid are those of esda`() throws {
        let gi = try GiStar(
            values: MadeUpData.gridValues, neighborhoods: Neighborhoods(touchingIn: squareGrid()))
        let chosen = [0, 11, 39, 51, 52, 63, 119]
        let z = [
            -1.8076105300783047, -0.6084585813777093, 4.174742490523153, 4.991984087362921,
            2.8126731624568704,
            3.539110137425554, -0.7416976867888866,
        ]
        let p = [
            0.07066713819319675, 0.5428833683074442, 2.9832330580851723e-05, 5.97621798662055e-07,
            0.004913156170028567, 0.0004014783103041614, 0.4582705216589993,
        ]
        let adjusted = [
            0.47111425462131173, 0.9175493548858212, 0.0017899398348511033, 7.17146158394466e-05,
            0.07369734255042851, 0.009635479447299873, 0.8349507843650662,
        ]
        #expect(agree(chosen.map { gi.z[$0] }, z))
        #expect(agree(chosen.map { gi.p[$0] }, p))
        #expect(agree(chosen.map { gi.adjustedP[$0] }, adjusted))
    }

    @Test func `seven places of the raised patch are hot spots and none is cold`() throws {
        let spots = try GiStar(
            values: MadeUpData.gridValues, neighborhoods: Neighborhoods(touchingIn: squareGrid())
        ).spots(falseDiscoveryRate: 0.05)
        #expect(spots.indices.filter { spots[$0] == .hot } == [38, 39, 50, 51, 62, 63, 64])
        #expect(!spots.contains(.cold))
    }

    @Test func `low values surrounded by low values are a cold spot`() throws {
        let negated = MadeUpData.gridValues.map { -$0 }
        let spots = try GiStar(values: negated, neighborhoods: Neighborhoods(touchingIn: squareGrid()))
            .spots(falseDiscoveryRate: 0.05)
        #expect(spots.indices.filter { spots[$0] == .cold } == [38, 39, 50, 51, 62, 63, 64])
    }

    @Test func `z within a distance of scattered points is that of esda`() throws {
        let gi = try GiStar(
            values: MadeUpData.scatteredValues(60),
            neighborhoods: Neighborhoods(within: 180, of: MadeUpData.scattered(60)))
        let expected = [
            -1.548685745561, 0.519774118419, -1.615181581616, -1.388417626412, 1.039756697807, 0.688349508176,
            0.604061813297, -0.567601368092,
        ]
        #expect(agree(Array(gi.z.prefix(8)), expected))
        #expect(agrees(gi.z.reduce(0) { $0 + abs($1) }, 50.87058905452389))
    }

    @Test func `nothing stands out where all values are equal or all places are neighbours`() throws {
        let near = [ProjectedPoint(x: 0, y: 0), ProjectedPoint(x: 1, y: 0), ProjectedPoint(x: 2, y: 0)]
        let all = try GiStar(values: [1, 5, 9], neighborhoods: Neighborhoods(within: 10, of: near))
        let equal = try GiStar(values: [4, 4, 4], neighborhoods: Neighborhoods(within: 1, of: near))
        #expect(all.z == [0, 0, 0] && all.p == [1, 1, 1])
        #expect(equal.z == [0, 0, 0] && equal.p == [1, 1, 1])
    }

    @Test func `one value too few is refused`() throws {
        let neighborhoods = try Neighborhoods(touchingIn: squareGrid())
        #expect(throws: SignificanceError.self) { try GiStar(values: [1], neighborhoods: neighborhoods) }
    }

    @Test func `places are ranked from the hottest, with their outlines`() throws {
        let (places, values) = (try squareGrid(), MadeUpData.gridValues)
        let neighborhoods = Neighborhoods(touchingIn: places)
        var finder = SpotFinder()
        finder.replications = 19
        let ranked = rankedPlaces(
            places, values: values, neighborhoods: neighborhoods,
            findings: try finder.findings(values: values, neighborhoods: neighborhoods))
        #expect(ranked.count == 120)
        #expect(ranked[0].cell == GridCell(column: 3, row: 4))
        #expect(ranked[0].outline.exterior.positions.contains(ProjectedPoint(x: 300, y: 400)))
        #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.z >= $1.z })
    }
}
