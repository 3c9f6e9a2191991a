import AddressParsing
import Geocoding
import Testing

@testable import Locating

struct LocatedLineFileTests {
    private static func line(_ number: Int32) -> LocatedLine {
        let geocoder = Geocoder(reference: ReferenceCompiler.compile(segments: []))
        let found = geocoder.geocode("12 Elm St, Springfield")
        return LocatedLine(
            place: AddressPlace(found, by: geocoder), town: number, parts: PlaceParts(found.reading))
    }

    /// More than the file has room for at first.
    @Test func `each line is found again by its text, however many there are`() throws {
        guard var file = LocatedLineFile(indexBytes: 1 << 17) else {
            Issue.record("no file can be made")
            return
        }
        let place = Self.line(0)
        for number in 0..<5_000 as Range<Int32> {
            file.keep(
                LocatedLine(place: place.place, town: number, parts: place.parts),
                of: LineKey("\(number) Elm St"))
        }
        for number in 0..<5_000 as Range<Int32> {
            let known = file.line(LineKey("\(number) Elm St"))
            let found = try #require(known)
            #expect(found.town == number && found.place.status == place.place.status)
            #expect(found.parts.hasTown == place.parts.hasTown)
        }
        let others = [file.line(LineKey("5000 Elm St"))?.town, file.line(LineKey(""))?.town]
        #expect(others == [nil, nil])
    }

    @Test func `a line that is kept twice stays as it was`() {
        guard var file = LocatedLineFile(indexBytes: 1 << 17) else {
            Issue.record("no file can be made")
            return
        }
        file.keep(Self.line(1), of: LineKey("1 Elm St"))
        file.keep(Self.line(2), of: LineKey("1 Elm St"))
        let town = file.line(LineKey("1 Elm St"))?.town
        #expect(town == 1)
    }

    @Test func `a memory that keeps lines knows them, and another one numbers their names alone`() {
        let geocoder = Geocoder(reference: ReferenceCompiler.compile(segments: []))
        let found = FoundLine(geocoder.geocode("12 Elm St"), by: geocoder)
        let keys = [LineKey("12 Elm St"), LineKey("14 Elm St")]
        for (memory, keeps) in [(AddressMemory(indexBytes: 1 << 10), true), (AddressMemory(), false)] {
            #expect(memory.keepsLines == keeps)
            #expect(memory.add([found], keys: [keys[0]]).map(\.town) == [0])
            #expect(memory.known(keys).map { $0 != nil } == [keeps, false])
        }
    }

    @Test func `where little memory may be taken the first lines are kept, and nothing is mixed up`() {
        guard var file = LocatedLineFile(indexBytes: 0) else {
            Issue.record("no file can be made")
            return
        }
        let place = Self.line(0)
        for number in 0..<2_000 as Range<Int32> {
            file.keep(
                LocatedLine(place: place.place, town: number, parts: place.parts),
                of: LineKey("\(number) Elm St"))
        }
        var kept = 0
        for number in 0..<2_000 as Range<Int32> {
            guard let town = file.line(LineKey("\(number) Elm St"))?.town else { continue }
            kept += 1
            #expect(town == number && number < 1_000)
        }
        #expect((500...1_000).contains(kept))
    }
}
