import Foundation
import Geometry
import Testing

@testable import Boundaries

@Suite struct SurfaceFileTests {
    private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func `the sample's river is read in degrees`() throws {
        let shapes = try SurfaceFile.read(package.appending(path: "Boundaries/water.geojson").path)
        let box = try #require(shapes.first?.box)
        #expect(shapes.count == 1)
        #expect((-70.9)...(-70.8) ~= box.minX && (41.5...41.7).contains(box.maxY))
    }

    @Test func `a file without surfaces says what it holds instead`() {
        let streets = package.appending(path: "SampleData/streets.geojson").path
        #expect(throws: BoundaryError.self) { try SurfaceFile.read(streets) }
    }
}
