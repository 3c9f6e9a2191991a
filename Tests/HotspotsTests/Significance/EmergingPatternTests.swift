import Geometry
import Testing

@testable import Hotspots

/// One line for each class: ten slices, the earliest first, `+` hot, `-` cold, `.` neither.
@Suite struct EmergingPatternTests {
    struct History: Sendable, CustomTestStringConvertible {
        let slices: String
        let trend: Trend.Direction
        let expected: String
        var testDescription: String { "\(slices) \(trend): \(expected)" }
    }

    private static let histories: [History] = [
        History(slices: ".........+", trend: .steady, expected: "new hot spot"),
        History(slices: "..-......+", trend: .rising, expected: "new hot spot"),
        History(slices: "........++", trend: .steady, expected: "consecutive hot spot"),
        History(slices: "..++++++++", trend: .rising, expected: "consecutive hot spot"),
        History(slices: "-......+++", trend: .steady, expected: "consecutive hot spot"),
        History(slices: ".+++++++++", trend: .rising, expected: "intensifying hot spot"),
        History(slices: "++++++++++", trend: .steady, expected: "persistent hot spot"),
        History(slices: "++++.+++++", trend: .steady, expected: "persistent hot spot"),
        History(slices: "++++++++++", trend: .falling, expected: "diminishing hot spot"),
        History(slices: ".+..+..+.+", trend: .steady, expected: "sporadic hot spot"),
        History(slices: "++.++.++.+", trend: .rising, expected: "sporadic hot spot"),
        History(slices: ".+..-..+.+", trend: .steady, expected: "oscillating hot spot"),
        History(slices: "+++++++++.", trend: .steady, expected: "historical hot spot"),
        History(slices: "+++++++++-", trend: .falling, expected: "historical hot spot"),
        History(slices: "++++++++..", trend: .steady, expected: "none"),
        History(slices: "..........", trend: .rising, expected: "none"),
        History(slices: ".........-", trend: .steady, expected: "new cold spot"),
        History(slices: ".......---", trend: .steady, expected: "consecutive cold spot"),
        History(slices: "----------", trend: .falling, expected: "intensifying cold spot"),
        History(slices: "----------", trend: .steady, expected: "persistent cold spot"),
        History(slices: ".---------", trend: .rising, expected: "diminishing cold spot"),
        History(slices: "-..-..-..-", trend: .steady, expected: "sporadic cold spot"),
        History(slices: "-..+..-..-", trend: .steady, expected: "oscillating cold spot"),
        History(slices: "---------.", trend: .steady, expected: "historical cold spot"),
        History(slices: "", trend: .steady, expected: "none"),
    ]

    @Test(arguments: histories)
    func `a history has its class`(history: History) {
        let spots = history.slices.map { $0 == "+" ? Spot.hot : $0 == "-" ? .cold : .neither }
        #expect(EmergingPattern(spots: spots, trend: history.trend).description == history.expected)
    }

    @Test func `a corner that grows slice by slice becomes a hot spot with a rising trend`() throws {
        let centers = MadeUpData.gridValues.indices.map { ($0 % 12, $0 / 12) }
        let places = try GridPlaces(
            grid: PlaceGrid(shape: .square, cellSize: 100),
            points: centers.map { ProjectedPoint(x: Double($0.0) * 100, y: Double($0.1) * 100) })
        let counts = (0..<10).map { slice in
            centers.map { column, row -> Double in
                let raised = column < 3 && row < 3 ? 6 + 2 * slice : 0
                return Double((column * 5 + row * 3) % 4 + raised)
            }
        }
        let neighborhoods = Neighborhoods(touchingIn: places)
        let slices = try counts.map { counts in
            EmergingSlice(
                counts: counts,
                spots: try GiStar(values: counts, neighborhoods: neighborhoods).spots(
                    falseDiscoveryRate: 0.05))
        }
        let histories = try emergingHistories(of: slices, neighborhoods: neighborhoods)
        #expect(histories[13].pattern == .hot(.intensifying))
        #expect(histories[13].trend.score == 45)
        #expect(histories[8 * 12 + 9].pattern == .none)
    }
}
