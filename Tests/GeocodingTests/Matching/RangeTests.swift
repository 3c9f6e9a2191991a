import Geometry
import Testing

@testable import Geocoding

/// Ranges as street files really have them.
struct RangeTests {
    private func town(_ segments: SmallTownSegment...) -> Geocoder {
        SmallTown.geocoder(
            segments.enumerated().map { index, segment in
                SmallTown.segment(
                    "ELM ST", from: (Double(index) * 100, 0), to: (Double(index + 1) * 100, 0),
                    left: segment.left, right: segment.right)
            })
    }

    struct SmallTownSegment {
        var left: (Int, Int)?
        var right: (Int, Int)?
    }

    @Test func `a range of both parities holds all its numbers`() {
        let town = town(SmallTownSegment(left: (1, 100)))
        #expect(town.geocode("50 Elm St").match?.faults.isEmpty == true)
        #expect(town.geocode("51 Elm St").match?.side == .left)
    }

    @Test func `a number in a gap between ranges stands at the nearest on its block`() {
        let town = town(SmallTownSegment(left: (101, 119)), SmallTownSegment(left: (141, 199)))
        let match = town.geocode("121 Elm St").match
        #expect(match?.precision == .block)
        #expect(match?.faults.text == "number_not_in_range")
        #expect(SmallTown.metres(match) == [100, 8])
    }

    @Test func `of ranges that overlap the narrower one comes first, with a radius that holds the other`() {
        let town = town(SmallTownSegment(left: (1, 999)), SmallTownSegment(left: (101, 199)))
        let result = town.geocode("151 Elm St")
        #expect(result.status == .match)
        #expect((SmallTown.metres(result.candidates.first)?[0] ?? 0) > 100)
        #expect((result.match?.uncertainty ?? 0) > 135)
    }

    @Test func `a segment without numbers on either side is still its street`() {
        let town = town(SmallTownSegment())
        let match = town.geocode("151 Elm St").match
        #expect(match?.precision == .street)
        #expect(match?.faults.text == "number_far_from_range")
    }

    @Test func `a range of one number lies in the middle`() {
        let town = town(SmallTownSegment(left: (7, 7)))
        #expect(SmallTown.metres(town.geocode("7 Elm St").match) == [50, 8])
    }

    @Test func `the ends keep clear of the crossing streets`() {
        var settings = SmallTown.settings
        settings.endInset = 10
        let street = SmallTown.segment("ELM ST", from: (0, 0), to: (100, 0), left: (101, 199))
        let town = SmallTown.geocoder([street], settings: settings)
        #expect(SmallTown.metres(town.geocode("101 Elm St").match) == [10, 8])
        #expect(SmallTown.metres(town.geocode("199 Elm St").match) == [90, 8])
    }

    @Test func `ranges of one street that overlap where its segments meet are one place, known less exactly`()
        throws
    {
        let street = [
            SmallTown.segment("NADIR DR", from: (0, 0), to: (0, 120), left: (4201, 4249)),
            SmallTown.segment("NADIR DR", from: (0, 120), to: (0, 240), left: (4201, 4299)),
        ]
        let match = try #require(SmallTown.geocoder(street).geocode("4229 Nadir Dr").match)
        let alone = try #require(SmallTown.geocoder([street[0]]).geocode("4229 Nadir Dr").match)
        #expect(match.position == alone.position)
        #expect(match.uncertainty > alone.uncertainty + 60)
        let apart = SmallTown.segment("NADIR DR", from: (900, 0), to: (900, 100), left: (4201, 4249))
        #expect(SmallTown.geocoder([street[0], apart]).geocode("4229 Nadir Dr").status == .tie)
    }
}
