import Geometry
import Testing

@testable import Geocoding

struct TouchingPartsTests {
    private static let (a, b, c, d) = (
        Coordinate(longitude: -76.618, latitude: 39.295), Coordinate(longitude: -76.615, latitude: 39.295),
        Coordinate(longitude: -76.612, latitude: 39.296), Coordinate(longitude: -76.611, latitude: 39.297)
    )

    @Test(arguments: [
        [[a, b], [b, c], [c, d]], [[b, c], [a, b], [c, d]], [[c, d], [b, c], [a, b]], [[a, b, c], [d, c]],
        [[d, c], [a, b, c]],
    ])
    func `parts in any order and direction are one line, which runs as most of it was drawn`(
        parts: [[Coordinate]]
    ) {
        #expect(TouchingParts.joined(parts) == [[Self.a, Self.b, Self.c, Self.d]])
    }

    @Test func `parts that fork stay apart, the longest first`() {
        let fork = Coordinate(longitude: -76.615, latitude: 39.2951)
        let lines = TouchingParts.joined([[Self.b, fork], [Self.a, Self.b], [Self.b, Self.c]])
        #expect(lines.map(\.count) == [2, 2, 2])
        #expect(lines.last == [Self.b, fork])
    }

    @Test func `a ring of parts is joined once around`() {
        let lines = TouchingParts.joined([[Self.a, Self.b], [Self.b, Self.c], [Self.c, Self.a]])
        #expect(lines == [[Self.a, Self.b, Self.c, Self.a]])
    }

    @Test func `a part of one position is none`() {
        #expect(TouchingParts.joined([[Self.a], [Self.b, Self.c]]) == [[Self.b, Self.c]])
    }
}
