import Chronology
import Geometry
import Testing

@testable import Hotspots

@Suite struct TimeSlicesTests {
    private func day(_ day: Int64) -> Timestamp { Timestamp(secondsSince1970: day * 86_400) }

    @Test func `a slice holds its start and not its end`() throws {
        let slices = try TimeSlices(ending: day(30), days: 10, count: 3)
        #expect(slices.boundaries == [day(0), day(10), day(20), day(30)])
        #expect(slices.slice(of: day(0)) == 0)
        #expect(slices.slice(of: day(9)) == 0)
        #expect(slices.slice(of: day(10)) == 1)
        #expect(slices.slice(of: day(29)) == 2)
        #expect(slices.slice(of: day(30)) == nil)
        #expect(slices.slice(of: day(-1)) == nil)
    }

    @Test func `points are counted by slice and place, those outside left out`() throws {
        let points = [(5.0, 5.0), (15, 5), (5, 5), (5, 5)].map { ProjectedPoint(x: $0.0, y: $0.1) }
        let places = try GridPlaces(grid: PlaceGrid(shape: .square, cellSize: 10), points: points)
        let slices = try TimeSlices(ending: day(20), days: 10, count: 2)
        let counts = try slices.counts(of: [day(1), day(11), day(19), day(20)], in: places)
        #expect(counts == [[1, 0], [1, 1]])
    }

    @Test func `boundaries out of order, or none, are refused`() {
        #expect(throws: SignificanceError.self) { try TimeSlices(boundaries: [day(2), day(1)]) }
        #expect(throws: SignificanceError.self) { try TimeSlices(ending: day(2), days: 0, count: 3) }
    }
}
