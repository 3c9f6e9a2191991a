import Geometry
import Testing

@testable import Boundaries

struct AreaCodeTableTests {
    private func table(_ codes: [String], titles: [String]? = nil, aliases: [String: String] = [:])
        -> AreaCodeTable
    {
        let areas = codes.indices.map { index in
            Area(
                code: codes[index], title: titles?[index] ?? codes[index], shape: MultiPolygon([]),
                features: [index + 1])
        }
        return AreaCodeTable(areas: areas, aliases: aliases)
    }

    @Test(arguments: ["7", "07", "7.0", "Ward 07", "WARD 7 ", "ward-7", "  7", "Ward No. 7", "００７"])
    func `the ways of writing ward 7 mean ward 7`(_ raw: String) {
        #expect(table(["1", "7", "7A"]).index(of: raw) == 1)
        #expect(table(["Ward 1", "Ward 7"]).index(of: raw) == 1)
    }

    @Test func `a letter or another number is another area`() {
        let wards = table(["1", "7", "7A", "70"])
        #expect(wards.index(of: "7A") == 2)
        #expect(wards.index(of: "ward 07a") == 2)
        #expect(wards.index(of: "70") == 3)
        #expect(wards.index(of: "07") == 1)
        for raw in ["7B", "77", "VII", "0", "", " ", "Ward", "1-7", "-", "NULL"] {
            #expect(wards.index(of: raw) == nil)
        }
    }

    @Test(arguments: ["-1", "−1", "-1.0", "-01", "1-", "~1", "≠1", "<1", ".1", "1?", "1%"])
    func `a mark that makes a number another one is no decoration of its area`(_ raw: String) {
        #expect(table(["1", "2"]).index(of: raw) == nil)
        #expect(table(["1", "2"], aliases: [raw: "2"]).index(of: raw) == 1)
    }

    @Test(arguments: ["#1", "1.", "[1]", "(1)", "/1", "1 -", "- 1", "Ward -1"])
    func `other marks around a number are`(_ raw: String) {
        #expect(table(["1", "2"]).index(of: raw) == 0)
    }

    @Test func `-1 and -9999 say that no area was assigned, where none has that code`() {
        #expect(["-1", "−9999", "-1.0"].allSatisfy(AreaCode.saysUnassigned))
        #expect(!["-2", "-12", "1", "-01"].contains(where: AreaCode.saysUnassigned))
        #expect(table(["-1", "1"]).index(of: "-1") == 0 && table(["-1", "1"]).index(of: "01") == 1)
    }

    @Test func `case, accents and hyphens do not tell names apart`() {
        let boroughs = table([
            "Montréal-Nord", "Côte-des-Neiges–Notre-Dame-de-Grâce", "Le Plateau-Mont-Royal",
        ])
        #expect(boroughs.index(of: "MONTREAL NORD") == 0)
        #expect(boroughs.index(of: "Cote-des-Neiges-Notre-Dame-de-Grace") == 1)
        #expect(boroughs.index(of: "le plateau  mont-royal") == 2)
        #expect(boroughs.index(of: "Montréal-Est") == nil)
    }

    @Test func `a name with its code in brackets means the code`() {
        let wards = table(["01", "02"], titles: ["Etobicoke North", "Etobicoke Centre"])
        #expect(wards.index(of: "Etobicoke North (01)") == 0)
        #expect(wards.index(of: "Etobicoke Centre (2)") == 1)
        #expect(wards.index(of: "Etobicoke Centre (01)") == nil)
        #expect(wards.index(of: "Etobicoke Centre") == 1)
        #expect(table(["4", "5"]).index(of: "Ward 5 (2002)") == 1)
    }

    @Test func `a whole title is its area, whatever code is in it`() {
        let titles = ["District 3", "District 4", "District 1", "District 2"]
        let records = table(["1", "2", "3", "4"], titles: titles)
        for (index, title) in titles.enumerated() {
            #expect(records.index(of: title) == index)
            #expect(records.index(of: title.uppercased()) == index)
        }
        #expect(records.index(of: "3") == 2)
        #expect(records.index(of: "3.0") == 2)
        // It may be the area whose code is 3, or the one whose title has it.
        #expect(records.index(of: "Ward 3") == nil)
        let plain = table(["1", "2", "3", "4"], titles: titles.sorted())
        #expect(plain.index(of: "Ward 3") == 2 && plain.index(of: "District 03") == 2)
    }

    @Test
    func `the number in a title stands for its area where it is no code, and no title has another's code`() {
        let titles = ["District 1", "District 2", "District 3"]
        let hundreds = table(["101", "102", "103"], titles: titles)
        #expect(hundreds.index(of: "2") == 1)
        #expect(hundreds.isNumberOfTitle("2") && hundreds.isNumberOfTitle("Ward 02"))
        #expect(!hundreds.isNumberOfTitle("102") && !hundreds.isNumberOfTitle("District 2"))
        #expect(!hundreds.isNumberOfTitle("9"))
        // 1 and 2 are codes of others: what 3 means by the titles, it would mean of other numbering than they.
        let shifted = table(["0", "1", "2"], titles: titles)
        #expect(shifted.index(of: "2") == 2)
        #expect(shifted.index(of: "3") == nil && !shifted.isNumberOfTitle("3"))
        #expect(shifted.index(of: "District 3") == 2)
        #expect(
            table(["N1", "N2"], titles: ["Northwood District", "Hill"]).isNumberOfTitle("northwood") == false)
    }

    @Test func `codes that would collide are compared only as they stand, and that is reported`() {
        let zones = table(["7", "07", "8"])
        #expect(zones.index(of: "7") == 0)
        #expect(zones.index(of: "07") == 1)
        #expect(zones.index(of: "Zone 7") == nil)
        #expect(zones.index(of: "Zone 08") == 2)
        #expect(zones.collisions == [AreaCodeTable.Collision(form: "7", codes: ["7", "07"])])
        let kinds = table(["North Ward", "North Zone"])
        #expect(kinds.index(of: "north zone") == 1)
        #expect(kinds.index(of: "North") == nil)
    }

    @Test func `aliases come before loose forms and must name an area`() {
        let zones = table(["1", "2"], aliases: ["Downtown": "01", "Old Town": "9"])
        #expect(zones.index(of: "DOWNTOWN") == 0)
        #expect(zones.index(of: "Old Town") == nil)
        #expect(zones.unknownAliases == ["Old Town"])
    }

    @Test func `codes stand in natural order`() {
        let sorted = ["10", "2", "7A", "7", "B2", "a10", "A2", "02", "1"].sorted(by: NaturalOrder.precedes)
        #expect(sorted == ["1", "02", "2", "7", "7A", "10", "A2", "a10", "B2"])
    }
}
