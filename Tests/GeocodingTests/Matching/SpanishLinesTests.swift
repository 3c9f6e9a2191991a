import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// Lines as they are written in Puerto Rico: the number behind the street, whatever stands around it.
struct SpanishLinesTests {
    /// Calle Sol, Calle Cruz that crosses it at x = 200, Calle Norzagaray at x = 300, Calle 4, Avenida Luna; and Main St.
    private static let geocoder: Geocoder = {
        let names = ["CALLE SOL", "CALLE 4", "AVENIDA LUNA", "MAIN ST"]
        var segments: [StreetSegment] = []
        for (row, name) in names.enumerated() {
            let y = Double(row) * 1_000
            for start in stride(from: 0.0, to: 300, by: 100) {
                let number = 701 + Int(start)
                segments.append(
                    SmallTown.segment(
                        name, from: (start, y), to: (start + 100, y), left: (number, number + 98),
                        right: (number + 1, number + 97)))
            }
        }
        segments += [
            SmallTown.segment("CALLE CRUZ", from: (200, 0), to: (200, 300), left: (1, 99)),
            SmallTown.segment("CALLE NORZAGARAY", from: (300, 0), to: (300, 300), left: (1, 99)),
        ]
        return SmallTown.geocoder(segments)
    }()

    private func expectHouse(_ line: String, _ matched: String) {
        let result = Self.geocoder.geocode(line)
        #expect(
            result.candidates.first?.matched == matched,
            "\(line): \(result.candidates.first?.matched ?? "none")")
        #expect(result.candidates.first?.precision == .range, "\(line)")
    }

    @Test(arguments: [
        "Calle Sol 754", "Calle Sol 754, San Juan, PR 00909", "Calle Sol 754 Apt 3, San Juan, PR 00909",
        "Calle Sol 754, Apt 3", "Calle Sol #754 Apt 3", "Calle Sol 754 altos, San Juan, PR 00909",
        "Calle Sol 754, bajos", "Calle Sol 754 Int., San Juan, PR", "Calle Sol 754 piso 2",
        "C/ Sol 754 Apt 3",
        "Calle Sol 754 San Juan PR 00909", "near Calle Sol 754, San Juan, PR", "cerca de Calle Sol 754",
        "detrás de Calle Sol #754", "frente a la Calle Sol 754", "opposite Calle Sol 754", "at Calle Sol 754",
        "en Calle Sol 754", "Urb. Las Lomas, Calle Sol 754, San Juan, PR 00909",
        "Urb Las Lomas Calle Sol 754", "Cond. El Mirador, Calle Sol 754 Apt 3",
    ])
    func `a number behind a Spanish street is the house's, whatever stands around it`(line: String) {
        expectHouse(line, "754 CALLE SOL")
    }

    @Test func `a street that a number names and one with a short type have their house`() {
        expectHouse("Calle 4 754", "754 CALLE 4")
        expectHouse("C/ 4 754, San Juan, PR", "754 CALLE 4")
        for line in ["Ave Luna 754", "Ave. Luna 754", "Av. Luna 754, San Juan, PR", "Avda. Luna 754"] {
            expectHouse(line, "754 AVENIDA LUNA")
        }
    }

    @Test func `a unit behind the number stays the unit`() {
        let reading = AddressParser().parse("Calle Sol 754 Apt 3, San Juan, PR 00909").best
        #expect(reading.number?.value == 754 && reading.unit?.id == "3" && reading.street.name == "SOL")
    }

    @Test func `a number before a unit behind any street is the house's, and one behind the unit is told`()
        throws
    {
        expectHouse("Main St 754 Apt 3", "754 MAIN ST")
        let unread = try #require(Self.geocoder.geocode("Main St Apt 3 754").match)
        #expect(unread.faults.contains(.numberNotRead) && unread.score < 100)
    }

    @Test(arguments: [
        "Calle Sol & Calle Cruz", "Calle Sol y Calle Cruz", "Calle Sol esq. Calle Cruz",
        "Calle Sol, esquina Calle Cruz", "Calle Sol esq. con Calle Cruz", "Calle Sol con Calle Cruz",
        "Calle Sol esquina Cruz",
    ])
    func `two Spanish streets with a word between are a crossing`(line: String) {
        let match = Self.geocoder.geocode(line).match
        #expect(match?.precision == .intersection, "\(line)")
        #expect(SmallTown.metres(match) == [200, 0], "\(line)")
    }

    @Test func `a Spanish stretch between two streets is one`() {
        for line in [
            "Calle Sol entre Calle Cruz y Calle Norzagaray", "Calle Sol entre Cruz y Norzagaray",
        ] {
            let match = Self.geocoder.geocode(line).match
            #expect(match?.precision == .block && SmallTown.metres(match) == [250, 0], "\(line)")
        }
    }

    @Test func `what only looks like a house behind a Spanish street is none`() {
        let parser = AddressParser()
        for line in ["Calle Sol, San Juan 00909", "Calle Sol 00909", "Calle Sol Apt 3", "Ave A 12"] {
            let isMoved = parser.parse(line).best.number?.span.lower ?? 0 > 0
            #expect(!isMoved, "\(line)")
        }
        #expect(parser.parse("Calle 45 # 13-22").best.kind == .unplaceable(.otherCountry))
        #expect(parser.parse("12 Calle Sol").best.number?.value == 12)
    }
}
