import Testing

@testable import Geocoding

/// Where streets cross: at common nodes, near them, or not at all.
struct CrossingTests {
    private let town = SmallTown.geocoder()

    @Test func `a crossing of five streets is where two of them meet, were they the last`() throws {
        let match = town.geocode("Willow Ln & MLK Blvd & Elm Ct & Oak Ave & St Paul St").match
        #expect(SmallTown.metres(match) == [300, 0])
        #expect(match?.faults.contains(.streetsDoNotMeet) == true)
    }

    @Test(arguments: [
        "SIGNAL 27 - MAIN / FIFTH, 5th St & N Main St", "Signal 27 - 5th St & N Main St",
        "POLE 300, 5th St & N Main St",
    ])
    func `the number of a signal before a crossing is no house number`(line: String) {
        let match = town.geocode(line).match
        #expect(SmallTown.metres(match) == [0, 200])
        #expect(match?.precision == .intersection)
    }

    @Test func `two streets meet at their common node`() {
        let match = town.geocode("5th St & N Main St").match
        #expect(SmallTown.metres(match) == [0, 200])
        #expect(match?.precision == .intersection)
        #expect(match?.matched == "5TH ST & N MAIN ST")
    }

    @Test func `the nodes of a crossing that is offset are one crossing, at their middle`() {
        let offset = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 100)),
            SmallTown.segment("ELM ST", from: (0, 100), to: (0, 120)),
            SmallTown.segment("ELM ST", from: (0, 120), to: (0, 300)),
            SmallTown.segment("OAK AVE", from: (-200, 100), to: (0, 100)),
            SmallTown.segment("OAK AVE", from: (0, 120), to: (200, 120)),
        ]
        let result = SmallTown.geocoder(offset).geocode("Elm St & Oak Ave")
        #expect(SmallTown.metres(result.match) == [0, 110])
        #expect(result.match?.score == 100)
    }

    @Test func `of meetings farther apart one stands for all and says how far they lie`() {
        let twice = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 100)),
            SmallTown.segment("ELM ST", from: (0, 100), to: (0, 160)),
            SmallTown.segment("OAK AVE", from: (0, 100), to: (200, 100)),
            SmallTown.segment("OAK AVE", from: (0, 160), to: (200, 160)),
        ]
        let match = SmallTown.geocoder(twice).geocode("Elm St & Oak Ave").match
        #expect(SmallTown.metres(match) == [0, 100])
        #expect((match?.uncertainty ?? 0) >= 60)
    }

    @Test func `meetings farther apart than places that count as one are a tie`() {
        let loop = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 100)),
            SmallTown.segment("ELM CIR", from: (0, 0), to: (100, 0)),
            SmallTown.segment("ELM CIR", from: (100, 0), to: (100, 100)),
            SmallTown.segment("ELM CIR", from: (100, 100), to: (0, 100)),
        ]
        let result = SmallTown.geocoder(loop).geocode("Elm St & Elm Cir")
        #expect(result.status == .tie)
        #expect(Set(result.ties.map { SmallTown.metres($0) ?? [] }) == [[0, 0], [0, 100]])
    }

    @Test func `a street that breaks off before the crossing is followed to it`() {
        let broken = [
            SmallTown.segment("ELM ST", from: (0, -200), to: (0, 300)),
            SmallTown.segment("OAK AVE", from: (250, 100), to: (60, 100)),
        ]
        let match = SmallTown.geocoder(broken).geocode("Elm St & Oak Ave").match
        #expect(SmallTown.metres(match) == [0, 100])
        #expect(match?.faults.text == "streets_do_not_meet")
    }

    @Test func `of three streets the place counts where most come together`() {
        let three = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 500)),
            SmallTown.segment("ELM ST", from: (0, 500), to: (0, 900)),
            SmallTown.segment("OAK AVE", from: (0, 0), to: (300, 0)),
            SmallTown.segment("OAK AVE", from: (0, 500), to: (300, 500)),
            SmallTown.segment("ASH LN", from: (0, 500), to: (-300, 500)),
        ]
        let match = SmallTown.geocoder(three).geocode("Elm St & Oak Ave & Ash Ln").match
        #expect(SmallTown.metres(match) == [0, 500])
        #expect(match?.faults.isEmpty == true)
    }

    @Test func `a street that branches off at a sharp angle meets the other where the carriageways part`()
        throws
    {
        // At 21 degrees the lines are 8 m apart after 22 m; half a carriageway's width before that lies the crossing.
        let sharp = [
            SmallTown.segment("ELM ST", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("ELM ST", from: (0, 0), to: (200, 0)),
            SmallTown.segment("OAK AVE", from: (0, 0), to: (160, 60)),
            SmallTown.segment("ASH LN", from: (0, 0), to: (0, -200)),
        ]
        let geocoder = SmallTown.geocoder(sharp)
        let place = try #require(SmallTown.metres(geocoder.geocode("Elm St & Oak Ave").match))
        #expect((16...20).contains(place[0]) && (2...5).contains(place[1]), "\(place)")
        #expect(SmallTown.metres(geocoder.geocode("Ash Ln & Elm St").match) == [0, 0])
    }

    @Test func `streets that cross at a sharp angle meet at their node`() {
        let across = [
            SmallTown.segment("ELM ST", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("ELM ST", from: (0, 0), to: (200, 0)),
            SmallTown.segment("OAK AVE", from: (-160, -60), to: (0, 0)),
            SmallTown.segment("OAK AVE", from: (0, 0), to: (160, 60)),
        ]
        #expect(SmallTown.metres(SmallTown.geocoder(across).geocode("Elm St & Oak Ave").match) == [0, 0])
    }

    @Test func `a crossing that one of its streets only passes is drawn towards that street`() throws {
        let passed = [
            SmallTown.segment("ELM ST", from: (0, -200), to: (0, 0)),
            SmallTown.segment("OAK AVE", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("OAK AVE", from: (0, 0), to: (200, 0)),
            SmallTown.segment("ASH LN", from: (2, 30), to: (200, 30)),
            SmallTown.segment("ASH LN", from: (2, 30), to: (-200, 30)),
        ]
        let match = try #require(SmallTown.geocoder(passed).geocode("Elm St & Oak Ave & Ash Ln").match)
        let place = try #require(SmallTown.metres(match))
        #expect((3...8).contains(place[1]), "\(place)")
        #expect(match.faults.contains(.streetsDoNotMeet))
    }

    @Test(arguments: ["I 95 N & I 95 S", "I 95 N & Ramp", "Ramp & Ramp", "Elm St & Elm", "N Elm St & N Elm"])
    func `carriageways of a route, ramps and a street named twice make no crossing`(_ line: String) {
        let interchange = [
            SmallTown.segment("I 95 N", from: (0, -200), to: (0, 0)),
            SmallTown.segment("I 95 S", from: (0, 0), to: (10, -200)),
            SmallTown.segment("RAMP", from: (0, 0), to: (100, 0)),
            SmallTown.segment("N ELM ST", from: (100, 0), to: (100, 200)),
            SmallTown.segment("S ELM ST", from: (100, 0), to: (100, -200)),
        ]
        #expect(SmallTown.geocoder(interchange).geocode(line).match?.precision != .intersection)
    }

    @Test(arguments: [
        "N County Road 300 W & W County Road 300 N", "Avenue A W & Avenue A N", "Ramp St & Alley Ave",
    ])
    func `roads of one number across each other and streets called Ramp or Alley cross`(_ line: String) {
        let grid = [
            SmallTown.segment("N COUNTY ROAD 300 W", from: (0, -200), to: (0, 0)),
            SmallTown.segment("W COUNTY ROAD 300 N", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("AVENUE A W", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("AVENUE A N", from: (0, 0), to: (0, 200)),
            SmallTown.segment("RAMP ST", from: (0, 0), to: (200, 0)),
            SmallTown.segment("ALLEY AVE", from: (0, 0), to: (0, 200)),
        ]
        #expect(SmallTown.metres(SmallTown.geocoder(grid).geocode(line).match) == [0, 0])
    }

    @Test func `carriageways and ramps are parts of a crossing with another street`() {
        let interchange = [
            SmallTown.segment("I 95 N", from: (0, -200), to: (0, 0)),
            SmallTown.segment("I 95 S", from: (0, 0), to: (10, -200)),
            SmallTown.segment("RAMP", from: (0, 0), to: (100, 0)),
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 200)),
        ]
        let match = SmallTown.geocoder(interchange).geocode("Elm St & I 95 N & I 95 S & Ramp").match
        #expect(SmallTown.metres(match) == [0, 0])
        #expect(match?.faults.isEmpty == true)
    }

    @Test func `a street as it is written goes before a resembling one that has a node`() {
        let alike = [
            SmallTown.segment("OAK AVE", from: (-200, 0), to: (0, 0)),
            SmallTown.segment("OAK AVE", from: (0, 0), to: (4000, 0)),
            SmallTown.segment("N EAST AVE", from: (0, 20), to: (0, 200)),
            SmallTown.segment("EAST ST", from: (4000, 0), to: (4000, 200)),
        ]
        let match = SmallTown.geocoder(alike).geocode("Oak Ave & N East Ave").match
        #expect(SmallTown.metres(match) == [0, 0])
        #expect(match?.matched == "OAK AVE & N EAST AVE")
    }

    @Test func `where no streets have a node in common the two that come nearest are the crossing`() {
        let apart = [
            SmallTown.segment("ELM ST", from: (0, 0), to: (0, 300)),
            SmallTown.segment("OAK AVE", from: (110, 300), to: (200, 300)),
            SmallTown.segment("ASH LN", from: (-15, 0), to: (-200, 0)),
        ]
        let match = SmallTown.geocoder(apart).geocode("Oak Ave & Elm St & Ash Ln").match
        #expect(match?.matched == "ELM ST & ASH LN")
    }
}
