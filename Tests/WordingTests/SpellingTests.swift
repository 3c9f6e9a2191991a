import Testing
import Wording

struct SpellingTests {
    private let names = ["CouncilDistrict", "PoliceDistrict", "Latitude", "Longitude", "WARD"]

    @Test(arguments: [
        ("Lattitude", ["Latitude", "Longitude"]), ("CouncilDistict", ["CouncilDistrict"]), ("ward", ["WARD"]),
        ("district", ["CouncilDistrict", "PoliceDistrict"]), ("xyzzy", [] as [String]),
        ("council_district", ["CouncilDistrict", "PoliceDistrict"]), ("wrad", ["WARD"]),
    ])
    func `a misspelled name finds those it may have meant, nearest first`(wanted: String, found: [String]) {
        #expect(Spelling.candidates(for: wanted, among: names) == found)
    }

    @Test(arguments: [
        ("uncertanty", "uncertainty"), ("tilte", "title"), ("edition", "editions"),
        ("America/NewYork", "America/New_York"),
    ])
    func `the nearest name is found whatever case and marks`(wanted: String, found: String) {
        let known = ["name", "title", "assigned", "aliases", "uncertainty", "editions", "America/New_York"]
        #expect(Spelling.nearest(to: wanted, among: known) == found)
    }

    @Test func `of names that are all far off none is asked for, and all are listed`() {
        let decisions = ["assigned", "expected", "other", "position", "unknown"]
        for wanted in ["yes", "no", "k", "keep", "wrong", "moved"] {
            #expect(
                Spelling.question(for: wanted, among: decisions, orElse: "there are") == "; there are ",
                "\(wanted)")
        }
        #expect(
            Spelling.question(for: "asigned", among: decisions, orElse: "there are")
                == "; did you mean assigned? There are ")
        #expect(Spelling.candidates(for: "Q", among: ["B", "C"]) == [])
    }

    @Test func `of equally near names the first is taken, of none nothing`() {
        #expect(Spelling.nearest(to: "ab", among: ["aa", "bb"]) == "aa")
        #expect(Spelling.nearest(to: "ab", among: []) == "")
        #expect(Spelling.candidates(for: "", among: []) == [])
    }

    @Test func `the same name comes before one that only holds it`() {
        #expect(Spelling.candidates(for: "ward", among: ["ward_2002", "ward"]) == ["ward", "ward_2002"])
    }
}
