import AddressParsing
import Testing

@testable import Geocoding

/// Stretches of a street between two others.
struct StretchTests {
    /// Post Rd runs north, and W and E US Hwy 36 east along y = 0, each with a cross street every 400 m.
    private static let geocoder: Geocoder = {
        var segments = stride(from: 0.0, to: 1_600, by: 400).map { y in
            SmallTown.segment("POST RD", from: (0, y), to: (0, y + 400), left: (1 + Int(y), 399 + Int(y)))
        }
        for (row, name) in ["OAK ST", "EXIT RD", "ELM ST", "BELL RD"].enumerated() {
            let y = 400 * Double(row)
            segments.append(SmallTown.segment(name, from: (0, y), to: (300, y), left: (1, 99)))
        }
        for (side, sign) in [("W", -1.0), ("E", 1.0)] {
            for row in 1...3 {
                let x = sign * (5_000 + 400 * Double(row))
                segments.append(
                    SmallTown.segment("\(side) US HWY 36", from: (x, -900), to: (x + sign * 400, -900)))
                segments.append(
                    SmallTown.segment("N COUNTY RD \(50 * row + 50) \(side)", from: (x, -900), to: (x, -500)))
            }
        }
        return SmallTown.geocoder(segments)
    }()

    @Test func `a stretch between two streets as they are written has no fault`() throws {
        let match = try #require(Self.geocoder.geocode("Post Rd between Oak St and Exit Rd").match)
        #expect(match.faults.isEmpty && SmallTown.metres(match) == [0, 200] && match.precision == .block)
    }

    @Test func `what is wrong with the cross streets of a stretch is wrong with the place`() throws {
        let type = try #require(Self.geocoder.geocode("Post Rd between Oak Dr and Exit Rd").match)
        #expect(type.faults.text == "type_wrong" && type.score == 94)
        let letters = try #require(Self.geocoder.geocode("Post Rd between Oka St and Exit Rd").match)
        #expect(letters.faults.isOfOtherName && letters.score < 95)
        #expect(letters.uncertainty > type.uncertainty && type.uncertaintyIfMeant < type.uncertainty)
        let both = Self.geocoder.geocode("Post Rd between Oak Dr and Exit Dr")
        #expect(both.match == nil && both.reason == .guessedTwice)
    }

    @Test func `a stretch lies where its cross streets have the direction that is written`() throws {
        let match = try #require(Self.geocoder.geocode("US 36 between CR 100 W and CR 150 W").match)
        #expect(match.faults.text == "directional_missing" && SmallTown.metres(match) == [-5_600, -900])
        let elsewhere = Self.geocoder.geocode("E US 36 between CR 100 W and CR 150 W")
        #expect(elsewhere.match == nil)
    }
}
