import Testing

@testable import ServiceRequests

struct NearestNamesTests {
    @Test(arguments: [
        ("Lattitude", ["Latitude", "Longitude"]), ("CouncilDistict", ["CouncilDistrict"]), ("ward", ["WARD"]),
        ("district", ["CouncilDistrict", "PoliceDistrict"]), ("xyzzy", [] as [String]),
    ])
    func `a misspelled name finds those it may have meant, nearest first`(wanted: String, found: [String]) {
        let names = ["CouncilDistrict", "PoliceDistrict", "Latitude", "Longitude", "WARD"]
        #expect(NearestNames.find(wanted, among: names) == found)
    }
}
