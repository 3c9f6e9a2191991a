import Geometry
import Testing

struct LongitudeWindowTests {
    private func window(_ longitudes: Double...) -> LongitudeWindow {
        LongitudeWindow(closest: longitudes.map { Coordinate(longitude: $0, latitude: 0) })
    }

    @Test func `a window is chosen in which places lie beside one another`() {
        #expect(window(179.9, -179.9) == .acrossAntimeridian)
        #expect(window(177, 178.5, -179.99, 180) == .acrossAntimeridian)
        #expect(window(-76.6, -76.5) == .standard)
        #expect(window(-0.1, 0.1) == .standard)
        #expect(window(-100, 100, 0) == .standard)
        #expect(window() == .standard)
    }

    @Test func `a line across the antimeridian is written in one piece`() {
        let line = [179.99, -179.99, -179.98].map { Coordinate(longitude: $0, latitude: 1) }
        func longitudes(_ line: [Coordinate]) -> [Double] {
            line.map { ($0.longitude * 100).rounded() / 100 }
        }
        #expect(longitudes(LongitudeWindow.acrossAntimeridian.line(line)) == [179.99, 180.01, 180.02])
        #expect(longitudes(LongitudeWindow.standard.line(line)) == [179.99, 180.01, 180.02])
        #expect(longitudes(LongitudeWindow.standard.line(line.reversed())) == [-179.98, -179.99, -180.01])
        #expect(LongitudeWindow.standard.line([]).isEmpty)
    }
}
