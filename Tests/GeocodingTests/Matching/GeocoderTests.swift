import AddressParsing
import Geometry
import Testing

@testable import Geocoding

struct GeocoderTests {
    let town = SmallTown.geocoder()

    @Test func `a number lies along its range, eight metres to its own side`() {
        let match = town.geocode("125 N Main St").match
        #expect(SmallTown.metres(match) == [-8, 100])
        #expect(match?.side == .left)
        #expect(match?.precision == .range)
        #expect(match?.score == 100)
        #expect(match?.matched == "125 N MAIN ST, 21201")
        #expect(SmallTown.metres(town.geocode("126 N Main St").match) == [8, 104])
    }

    @Test func `a range that runs against the line is followed backwards`() {
        #expect(SmallTown.metres(town.geocode("2 5th St").match) == [300, 208])
        #expect(SmallTown.metres(town.geocode("40 5th St").match) == [0, 208])
    }

    @Test func `ordinals in words and digits are one name`() {
        #expect(SmallTown.metres(town.geocode("2 Fifth Street").match) == [300, 208])
    }

    @Test func `saints are one name however they are written`() {
        #expect(town.geocode("1 Saint Paul St").match?.matched == "1 ST PAUL ST, 21201")
    }

    @Test(arguments: [
        ("125 Main St", "directional_missing"), ("126 N Main", "type_missing"),
        ("126 N Main Ave", "type_wrong"), ("126 N Maine St", "name_misspelled"),
        ("22 N Oak Ave", "directional_extra"),
        ("126 Main St N", "directional_swapped"), ("701 Martin Luther King Blvd", "name_partial"),
        ("126 N Main St, 21299", "zip_wrong"), ("151 N Main St", "number_not_in_range"),
        ("2 St Paul St", "number_on_other_side"), ("9999 Oak Ave", "number_far_from_range"),
    ])
    func `each departure is named`(line: String, fault: String) {
        let candidate = town.geocode(line).candidates.first
        #expect(candidate?.faults.text.contains(fault) == true, "\(candidate?.faults.text ?? "none")")
        #expect((candidate?.score ?? 100) < 100)
    }

    @Test func `words that no street has are doubted more than words left out`() throws {
        let shorter = try #require(town.geocode("701 Martin Luther King Blvd").candidates.first)
        let longer = try #require(town.geocode("701 Martin Luther King Jr Memorial Blvd").candidates.first)
        #expect(longer.matched == shorter.matched)
        #expect(longer.faults.contains(.namePartial) && shorter.faults.contains(.namePartial))
        #expect(longer.score < shorter.score - 10)
    }

    @Test func `an alias finds the street under its own name`() {
        let match = town.geocode("725 MLK Blvd").match
        #expect(match?.matched == "725 MARTIN LUTHER KING JR BLVD, 21203")
        #expect(match?.faults.text == "alias")
    }

    @Test func `a left-out directional is a tie where both streets have the number`() {
        let result = town.geocode("125 Main St")
        #expect(result.status == .tie)
        #expect(result.tieCount == 2)
        #expect(result.match == nil)
        #expect(
            Set(result.candidates.prefix(2).map(\.matched)) == [
                "125 N MAIN ST, 21201", "125 S MAIN ST, 21202",
            ])
    }

    @Test func `a postcode decides between streets of one name`() {
        #expect(SmallTown.metres(town.geocode("125 Main St 21202").match)?[1] == -100)
        #expect(town.geocode("5 Willow Ln").status == .tie)
        #expect(SmallTown.metres(town.geocode("5 Willow Ln, 21209").match) == [2892, 50])
    }

    @Test func `a block lies in the middle of its segments`() {
        let match = town.geocode("100 block of N Main St").match
        #expect(SmallTown.metres(match) == [0, 100])
        #expect(match?.precision == .block)
    }

    @Test func `an address point goes before a range`() {
        let point = AddressPoint(
            street: SmallTown.street("N Main St"), number: 125, position: SmallTown.coordinate(-20, 90))
        let match = SmallTown.geocoder(points: [point]).geocode("125 N Main St").match
        #expect(match?.precision == .addressPoint)
        #expect(SmallTown.metres(match) == [-20, 90])
    }

    @Test func `what is no street says why`() {
        #expect(town.geocode("").status == .none(.unplaceable(.empty)))
        #expect(town.geocode("PO Box 12").status == .none(.unplaceable(.postOfficeBox)))
        #expect(town.geocode("12 Zanzibar Trl").status == .none(.streetNotFound))
    }

    @Test func `alternatives are the same number elsewhere under the same name`() {
        let others = town.alternatives(for: "125 N Main St")
        #expect(others.map(\.matched) == ["125 S MAIN ST, 21202"])
    }

    @Test func `the order of the streets in the file does not change the answer`() {
        let reversed = SmallTown.geocoder(SmallTown.segments.reversed())
        for line in ["125 Main St", "5 Willow Ln", "2 5th St", "Oak Ave", "126 N Maine"] {
            #expect(town.geocode(line).candidates == reversed.geocode(line).candidates)
        }
    }

    @Test func `a word that may be a type is the last of a name where a street bears it`() {
        let hill = SmallTown.segment(
            "CHERRY HILL RD", from: (0, 0), to: (0, 200), left: (1, 99), right: (2, 98))
        let cherry = SmallTown.segment(
            "CHERRY RD", from: (900, 0), to: (900, 200), left: (1, 99), right: (2, 98))
        let found = SmallTown.geocoder([hill, cherry]).geocode("12 Cherry Hill")
        #expect(found.match?.streets.first?.name == "CHERRY HILL")
        #expect(found.match?.faults.text == "type_missing")
        let crossing = SmallTown.segment("OAK ST", from: (0, 0), to: (200, 0), left: (1, 99))
        #expect(SmallTown.geocoder([hill, crossing]).geocode("Cherry Hill & Oak St").match?.score == 97)
    }
}
