import Geometry
import Testing

@testable import Geocoding

/// Lines that name two places, or whose words for a kind of road have a slip of the pen.
struct SecondLookTests {
    @Test(arguments: ["225 N Main St & Oak Ave", "225 N Main St near Oak Ave", "225 N Main St / Oak Ave"])
    func `a house far from the crossing that the line names too is one of two places`(_ line: String) {
        let found = SmallTown.geocoder().geocode(line)
        #expect(found.status == .tie, "\(line): \(found.status)")
        #expect(found.candidates.map(\.precision) == [.range, .intersection])
    }

    @Test(arguments: ["225 N Main St & 5th St", "225 N Main St, 1/2", "225 N Main St & 227 N Main St"])
    func `a house beside the crossing, or with no crossing, stays one place`(_ line: String) {
        #expect(SmallTown.geocoder().geocode(line).candidates.first?.precision == .range, "\(line)")
    }

    @Test(arguments: [
        ("150 Conty Road 16", "COUNTY RD 16"), ("150 County Roaad 16", "COUNTY RD 16"),
        ("150 Avene E", "AVE E"),
        ("150 US Highay 17", "US HWY 17"),
    ])
    func `a road that is found by its kind is found with a letter wrong, with a fault`(
        line: String, name: String
    ) throws {
        let files = try SourceFiles()
        let streets = ["County Rd 16", "Avenue E", "US Hwy 17", "Oak St"].map {
            #""TLID":"1","FULLNAME":"\#($0)","LFROMADD":"101","LTOADD":"199","RFROMADD":"100","RTOADD":"198","ZIPL":"21201","ZIPR":"21201""#
        }
        let geocoder = try files.geocoder([try files.streets(streets)])
        let match = try #require(geocoder.geocode(line).match, "\(line)")
        let plain = try #require(geocoder.geocode("150 \(name)").match)
        #expect(match.position == plain.position && plain.faults.isEmpty)
        #expect(match.faults.contains(.nameMisspelled) && match.uncertainty > plain.uncertainty)
    }

    @Test func `a street that the reference has not is none, also with a word like a road's`() {
        #expect(SmallTown.geocoder().geocode("150 Conty Line").match == nil)
    }
}
