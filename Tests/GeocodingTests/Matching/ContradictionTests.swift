import AddressParsing
import Geometry
import Testing

@testable import Geocoding

/// What a line writes and its place contradicts: no match, but a tie or none with that fault.
struct ContradictionTests {
    private func geocoder(
        _ segments: [StreetSegment], points: [AddressPoint] = [], name: String = "", towns: [String] = []
    ) -> Geocoder {
        var tables = ReferenceCompiler.tables(segments: segments, points: points)
        tables.cityName = name
        tables.towns = StringTable(towns)
        return Geocoder(reference: StreetReference(tables), settings: SmallTown.settings)
    }

    private static let mill = SmallTown.segment(
        "MILL RD", from: (0, 0), to: (0, 200), left: (1, 99), right: (2, 98), zip: "21201")

    private func point(_ number: Int, _ street: String, zip: String = "", place: String = "") -> AddressPoint
    {
        var point = AddressPoint(
            street: SmallTown.street(street), number: number, position: SmallTown.coordinate(500, 0))
        point.zip = zip
        point.place = place
        return point
    }

    // Case 45.
    @Test func `a street without a town takes that of the addresses with its ZIP code`() {
        let town = geocoder([Self.mill], points: [point(5, "OAK ST", zip: "21201", place: "HARBORTON")])
        #expect(town.geocode("12 Mill Rd, Springfield").status == .none(.contradicted(.cityElsewhere)))
        #expect(town.geocode("12 Mill Rd, Harborton, MD").match?.score == 100)
    }

    // Case 45.
    @Test func `where only the city's name is known, a large town of another name is elsewhere`() {
        let town = geocoder([Self.mill], name: "Harborton")
        #expect(town.geocode("12 Mill Rd, Springfield, MD").status == .none(.contradicted(.cityElsewhere)))
        #expect(town.geocode("12 Mill Rd, Harborton, MD").match?.faults.isEmpty == true)
        #expect(town.geocode("12 Mill Rd, Upper Quay, MD").match?.faults.text == "city_unknown")
        #expect(town.geocode("12 Mill Rd, Springfield, MD 21201").match?.faults.isEmpty == true)
    }

    // Case 45.
    @Test func `another state than that of the ZIP codes is a contradiction, whatever the town`() {
        let town = geocoder([Self.mill], towns: ["Harborton"])
        #expect(town.geocode("12 Mill Rd, Harborton, OR").status == .none(.contradicted(.stateElsewhere)))
        #expect(town.geocode("12 Mill Rd, Harborton, MD").match?.score == 100)
    }

    @Test func `a town is the same however it is written`() {
        let town = geocoder([], points: [point(5, "OAK ST", place: "SAINT MARYS")])
        for line in ["5 Oak St, St. Marys", "5 Oak St, Saint Marys", "5 Oak St, st marys"] {
            #expect(town.geocode(line).match?.score == 100, "\(line)")
        }
    }

    // Case 80.
    @Test func `a ZIP code that the place contradicts is no match, nor is it read as a unit`() {
        let town = geocoder([Self.mill])
        #expect(town.geocode("12 Mill Rd, 21209").status == .none(.contradicted(.zipWrong)))
        #expect(town.geocode("12 Mill Rd 21209").status == .none(.contradicted(.zipWrong)))
        #expect(town.geocode("12 Mill Rd, 21201").match?.score == 100)
    }

    // In a city whose streets are numbered both ways the two directions of a street say different things.
    @Test func `in a grid of numbers 461 N 300 E is another place than 461 E 300 N`() {
        let town = geocoder([
            SmallTown.segment(
                "N 300 E", from: (300, 400), to: (300, 500), left: (401, 499), right: (400, 498)),
            SmallTown.segment(
                "E 300 N", from: (400, 300), to: (500, 300), left: (401, 499), right: (400, 498)),
        ])
        let result = town.geocode("461 N 300 E")
        #expect(result.match?.faults.isEmpty == true)
        #expect(result.candidates.count == 2)
        #expect(result.candidates.last?.faults.contradiction == .directionalWrong)
    }

    // Planted: `CR 250 W` fitted W County Road 250 S as well, 6 km away, and each crossing of two such roads its mirror image.
    @Test func `a direction behind a road's number is not that before another road of the number`() {
        let roads = [
            SmallTown.segment(
                "N County Road 250 W", from: (-4_000, 0), to: (-4_000, 2_000), left: (1, 1_999),
                right: (2, 2_000)),
            SmallTown.segment(
                "W County Road 250 S", from: (0, -4_000), to: (-2_000, -4_000), left: (1, 1_999),
                right: (2, 2_000)),
        ]
        let town = geocoder(roads)
        let found = town.geocode("1128 CR 250 W")
        #expect(found.match?.matched == "1128 N COUNTY RD 250 W")
        #expect(found.match?.faults.text == "directional_missing")
        #expect(found.candidates.last?.faults.contradiction == .directionalWrong)
        #expect(town.geocode("1128 W CR 250").match?.matched == "1128 W COUNTY RD 250 S")
        let alone = geocoder([roads[1]])
        #expect(alone.geocode("1128 CR 250 W").status == .none(.contradicted(.directionalWrong)))
        #expect(alone.geocode("1128 CR 250 S").match?.faults.text == "directional_missing")
    }

    @Test func `Highway and Route alone say of no road whose it is`() {
        func road(_ name: String, _ y: Double) -> StreetSegment {
            SmallTown.segment(name, from: (0, y), to: (200, y), left: (101, 199), right: (100, 198))
        }
        let one = geocoder([road("State Road 32", 0), road("US Highway 36", 5_000)])
        for line in ["150 Highway 32", "150 Hwy 32", "150 Route 32"] {
            #expect(one.geocode(line).match?.faults.text == "type_missing", "\(line)")
        }
        // Another kind is said.
        #expect(one.geocode("150 US 32").match?.faults.text == "type_wrong")
        let two = geocoder([road("State Road 32", 0), road("US Highway 32", 5_000)])
        #expect(two.geocode("150 Highway 32").status == .tie)
        // Where a road is called so itself, that is meant.
        let own = geocoder([road("State Road 32", 0), road("Highway 32", 5_000)]).geocode("150 Highway 32")
        #expect(own.match?.faults.isEmpty == true)
        #expect(own.candidates.last?.faults.contradiction == .otherStreet)
    }

    @Test func `where N 1st St and 1st St N are two streets, neither is the other`() {
        let before = SmallTown.segment("N 1ST ST", from: (0, 0), to: (0, 200), left: (1, 99), right: (2, 98))
        let behind = SmallTown.segment(
            "1ST ST N", from: (900, 0), to: (900, 200), left: (1, 99), right: (2, 98))
        let both = geocoder([before, behind]).geocode("12 N 1st St")
        #expect(both.match?.faults.isEmpty == true)
        #expect(both.candidates.last?.faults.contradiction == .directionalWrong)
        // Where there is but one, it is what was meant.
        #expect(geocoder([behind]).geocode("12 N 1st St").match?.faults.text == "directional_swapped")
    }

    @Test
    func `a number that another ZIP code alone has is looked for on the street of the one that is written`() {
        let short = SmallTown.segment(
            "MILL RD", from: (0, 5000), to: (0, 5100), left: (1, 49), right: (2, 48), zip: "21209")
        let result = geocoder([Self.mill, short]).geocode("60 Mill Rd 21209")
        #expect(result.status == .tie)
        #expect(result.candidates.map(\.faults.text) == ["zip_wrong", "number_not_in_range"])
        #expect(result.candidates.last?.zip == "21209")
        #expect(geocoder([Self.mill, short]).geocode("40 Mill Rd 21209").match?.zip == "21209")
    }

    @Test func `a block is that of the ZIP code that is written, and a tie of two that lie apart`() {
        let town = geocoder(
            [(0, "21201"), (5000, "21209")].map { (north, zip) in
                SmallTown.segment(
                    "MILL RD", from: (0, north), to: (0, north + 100), left: (101, 199), right: (100, 198),
                    zip: zip)
            })
        #expect(town.geocode("100 block of Mill Rd 21209").match?.zip == "21209")
        #expect(town.geocode("100 block of Mill Rd 21201").match?.zip == "21201")
        #expect(town.geocode("100 block of Mill Rd").status == .tie)
    }

    @Test func `where the street that is written is there, one of a name like it is another`() {
        let rowan = SmallTown.segment(
            "ROWAN ST", from: (0, 0), to: (0, 100), left: (1, 49), right: (2, 48))
        let rohan = SmallTown.segment(
            "ROHAN ST", from: (900, 0), to: (900, 200), left: (1, 99), right: (2, 98))
        let result = geocoder([rowan, rohan]).geocode("60 Rowan St")
        #expect(result.status == .tie)
        #expect(
            result.candidates.map(\.faults.text) == ["name_misspelled;other_street", "number_not_in_range"])
        #expect(geocoder([rohan]).geocode("60 Rowan St").match?.faults.text == "name_misspelled")
    }

    @Test func `the city's own name agrees only with the ZIP codes of the town of that name`() {
        let places = [
            point(1, "Elm St", zip: "21209", place: "Eastwick"),
            point(2, "Elm St", zip: "21201", place: "Milton"),
        ]
        let there = SmallTown.segment(
            "DALE RD", from: (0, 5000), to: (0, 5200), left: (1, 99), right: (2, 98), zip: "21209")
        for name in ["Milton", "Adams"] {
            let town = geocoder([Self.mill, there], points: places, name: name)
            #expect(
                town.geocode("12 Dale Rd, Milton").status == .none(.contradicted(.cityElsewhere)), "\(name)")
            #expect(town.geocode("12 Mill Rd, Milton").match?.score == 100, "\(name)")
        }
    }

    @Test func `a type that is written and contradicted is a tie with the street that has it`() {
        let lane = SmallTown.segment(
            "FOXHALL LN", from: (0, 900), to: (0, 1600), left: (501, 799), right: (500, 798))
        let road = SmallTown.segment(
            "FOXHALL RD", from: (0, 0), to: (0, -200), left: (501, 527), right: (500, 528))
        let both = geocoder([lane, road]).geocode("530 Foxhall Rd")
        #expect(both.status == .tie)
        #expect(both.candidates.map(\.faults.text) == ["type_wrong;other_street", "number_not_in_range"])
        #expect(geocoder([lane, road]).geocode("520 Foxhall Rd").match?.faults.isEmpty == true)
        // Where no street has the type, it is likely the writer's slip, and where the file has none, the file's.
        #expect(geocoder([lane]).geocode("530 Foxhall Rd").match?.faults.text == "type_wrong")
        let bare = SmallTown.segment(
            "FOXHALL", from: (0, 900), to: (0, 1600), left: (501, 799), right: (500, 798))
        #expect(geocoder([bare, road]).geocode("530 Foxhall Rd").match?.faults.text == "type_extra")
    }

    // Case 87.
    @Test func `a direction that is written and contradicted is a tie with the street that has it`() {
        let town = geocoder([
            SmallTown.segment("PIER ST S", from: (0, 0), to: (0, -500), left: (100, 598), right: (101, 599)),
            SmallTown.segment(
                "PIER ST N", from: (0, 900), to: (0, 1600), left: (100, 798), right: (101, 799)),
        ])
        for line in ["620 Pier St S", "620 S Pier St"] {
            let result = town.geocode(line)
            #expect(result.status == .tie, "\(line)")
            #expect(result.candidates.first?.faults.contains(.directionalWrong) == true)
        }
        #expect(town.geocode("620 Pier St N").match?.score == 100)
    }

    // Case 87.
    @Test func `a direction is read behind the number, behind a comma and in two letters`() {
        let town = geocoder([
            SmallTown.segment(
                "PIER ST N", from: (0, 900), to: (0, 1600), left: (100, 798), right: (101, 799))
        ])
        for line in ["620S Pier St", "620 Pier St, South", "620 Pier St N E"] {
            #expect(town.geocode(line).status == .none(.contradicted(.directionalWrong)), "\(line)")
        }
        for line in ["620N Pier St", "620 Pier St, North", "620 Pier St N, Unit E"] {
            #expect(town.geocode(line).match?.precision == .range, "\(line)")
        }
    }

    // Case 87.
    @Test func `a quadrant that no street of the name has is none`() {
        let town = geocoder([], points: [point(3240, "O ST NW")])
        #expect(town.geocode("3240 O St SE").status == .none(.contradicted(.directionalWrong)))
        // Nor where the quadrant could be a part of the town's name.
        #expect(
            town.geocode("3240 O St SE, Washington, DC 20007").status
                == .none(.contradicted(.directionalWrong)))
        #expect(
            town.geocode("3200 - 3299 BLOCK OF O STREET SE, Washington, DC").status
                == .none(.contradicted(.directionalWrong)))
        #expect(town.geocode("3240 O St NW").match?.score == 100)
    }

    // Issue: two fuzzy faults together are no match.
    @Test func `two guesses at a name are no match, one is`() {
        let town = geocoder([
            SmallTown.segment("ALDERNEY ST", from: (0, 0), to: (0, 200), left: (1, 99), right: (2, 98))
        ])
        #expect(town.geocode("12 Alderny St").match?.faults.text == "name_misspelled")
        #expect(town.geocode("12 Alderny Blvd").status == .none(.guessedTwice))
    }

    // Case 90.
    @Test func `a place without a number is no street of another type`() {
        let town = geocoder([SmallTown.segment("ELDER ST", from: (0, 0), to: (0, 200), left: (1, 99))])
        #expect(town.geocode("Elder Square").status == .none(.unplaceable(.landmark)))
        #expect(town.geocode("Elder St").match?.precision == .street)
    }
}
