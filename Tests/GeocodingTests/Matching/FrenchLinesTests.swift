import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Lines in French on streets that a reference names in French.
struct FrenchLinesTests {
    /// Rue Laval from x = 0 to 600, and across it Rue de la Montagne at 200, 2e Avenue at 400.
    private static let geocoder: Geocoder = {
        var segments = stride(from: 0.0, to: 600, by: 100).map { start in
            let number = 101 + Int(start)
            return SmallTown.segment(
                "RUE LAVAL", from: (start, 0), to: (start + 100, 0), left: (number, number + 98),
                right: (number - 1, number + 97))
        }
        segments += [
            SmallTown.segment("RUE DE LA MONTAGNE", from: (200, 0), to: (200, 300), left: (1, 99)),
            SmallTown.segment("2E AVENUE", from: (400, 0), to: (400, 300), left: (1, 99)),
            SmallTown.segment("RUE SAINT-JEAN", from: (0, 900), to: (100, 900), left: (1, 99)),
            SmallTown.segment("CHEMIN SAINTE-FOY", from: (0, 1_200), to: (100, 1_200), left: (1, 99)),
        ]
        return SmallTown.geocoder(segments)
    }()

    @Test(arguments: [
        "121 au 644 rue Laval", "121 à 644 rue Laval", "121 et 644 rue Laval", "rue Laval, 121 à 644",
    ])
    func `the two ends of a span tie`(line: String) {
        let result = Self.geocoder.geocode(line)
        #expect(result.status == .tie && Set(result.candidates.map(\.number)) == [121, 644], "\(line)")
    }

    @Test(arguments: ["entre le 121 et le 644 rue Laval", "du 121 au 644 rue Laval"])
    func `a stretch between two houses is a tie, too, each with a radius that reaches the other`(line: String)
    {
        let result = Self.geocoder.geocode(line)
        #expect(result.status == .tie && Set(result.candidates.map(\.number)) == [121, 644], "\(line)")
        for candidate in result.candidates {
            #expect(candidate.faults.contains(.nearAddress) && candidate.uncertainty > 520, "\(line)")
        }
    }

    @Test(arguments: [
        "rue Laval et rue de la Montagne", "coin rue Laval et rue de la Montagne",
        "rue Laval, coin de la Montagne",
        "angle rue Laval / rue de la Montagne", "coin de la rue Laval et de la rue de la Montagne",
        "rue de la Montagne, angle rue Laval",
    ])
    func `a crossing is found whatever opens it`(line: String) {
        let match = Self.geocoder.geocode(line).match
        #expect(match?.precision == .intersection, "\(line)")
        #expect(SmallTown.metres(match) == [200, 0], "\(line)")
    }

    @Test(arguments: [
        "rue Laval entre rue de la Montagne et 2e Avenue",
        "rue Laval, entre la rue de la Montagne et la 2e Avenue",
    ])
    func `a stretch between two streets is found`(line: String) {
        let match = Self.geocoder.geocode(line).match
        #expect(match?.precision == .block && SmallTown.metres(match) == [300, 0], "\(line)")
    }

    @Test func `what is across from a house changes its side however it is written`() throws {
        let sides = try ["vis à vis du", "vis-à-vis du", "en face du"].map {
            try #require(Self.geocoder.geocode("\($0) 121 rue Laval").match).side
        }
        #expect(Set(sides).count == 1 && sides[0] != Self.geocoder.geocode("121 rue Laval").match?.side)
    }

    @Test(arguments: ["15 rue Sint-Jean", "15 rue Siant-Jean", "15 chemin Sinte-Foy"])
    func `a slip in a word that names keep in short is one slip`(line: String) throws {
        let match = try #require(Self.geocoder.geocode(line).match, "\(line)")
        #expect(match.faults.text == "name_misspelled" && match.score == 95, "\(line)")
    }
}
