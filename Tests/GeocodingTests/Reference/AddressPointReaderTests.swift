import Foundation
import Geometry
import Testing

@testable import Geocoding

struct AddressPointReaderTests {
    private let streets =
        #""TLID":"1","FULLNAME":"Main St","LFROMHN":"101","LTOHN":"199","RFROMHN":"100","RTOHN":"198","ZIPL":"","ZIPR":"","PARITYL":"O","PARITYR":"E""#

    @Test func `OpenAddresses rows place addresses; rows without street, number or place are counted`() throws
    {
        let files = try SourceFiles()
        let path = try files.write(
            "addresses.csv",
            """
            LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH
            -76.6001,39.3011,150,Main St,,Salem,,MD,21201,a,
            -76.6001,39.3011,150,Main St,2,Salem,,MD,21201,b,
            -76.6002,39.3012,152 B,Main St,,,,,,c,
            -76.6003,39.3013,,Main St,,,,,,d,
            -76.6004,39.3014,154,,,,,,,e,
            ,,156,Main St,,,,,,f,

            """)
        let store = ReferenceStore(
            ReferenceSources(
                streets: [StreetSource(path: try files.streets([streets]))],
                addresses: [AddressPointSource(path: path)]), folder: files.folder.path)
        let opened = try store.open()
        #expect(opened.addresses.rows == 6)
        #expect(opened.addresses.withoutNumbers == 1)
        #expect(opened.addresses.withoutName == 1)
        #expect(opened.addresses.withoutPlace == 1)
        let geocoder = Geocoder(reference: opened.reference)
        let match = geocoder.geocode("150 Main St Apt 2, Salem").match
        #expect(match?.precision == .addressPoint)
        #expect(match?.matched == "150 MAIN ST, SALEM, 21201")
        #expect(match?.position.latitude == 39.3011)
        #expect(geocoder.geocode("152B Main St").match?.faults.isEmpty == true)
        #expect(
            geocoder.geocode("152 Main St").candidates.contains { $0.faults.text == "number_suffix_differs" })
        #expect(geocoder.geocode("160 Main St").match?.precision == .range)
    }

    @Test(arguments: ["0,0", "0,39.3011", "-76.6001,0", "-1,-1", "39.3011,-76.6001"])
    func `a point of zeros or far from all others is no place`(degrees: String) throws {
        let files = try SourceFiles()
        let rows = (1...20).map { "-76.60\(10 + $0),39.3011,\(100 + 2 * $0),Main St\n" }.joined()
        let path = try files.write(
            "addresses.csv", "LON,LAT,NUMBER,STREET\n" + rows + "\(degrees),150,Main St\n")
        let opened = try ReferenceStore(
            ReferenceSources(addresses: [AddressPointSource(path: path)]), folder: files.folder.path
        ).open()
        #expect(opened.addresses.rows == 21 && opened.addresses.withoutPlace == 1)
        #expect(Geocoder(reference: opened.reference).geocode("150 Main St").match?.matched != "150 MAIN ST")
    }

    @Test(arguments: ["0,0", "76.6,39.3", "-76.6,0", "39.3,-76.6"])
    func `a street with a vertex far from all streets has no place`(vertex: String) throws {
        let files = try SourceFiles()
        let other = streets.replacing("Main St", with: "Oak St")
        let good = try String(contentsOfFile: files.streets([streets, other, other, other]), encoding: .utf8)
        let path = try files.write("wild.geojson", good.replacing("[-76.6,39.302]", with: "[\(vertex)]"))
        #expect(try files.geocoder([path]).geocode("150 Main St").match?.precision != .range)
        #expect(try files.geocoder([path]).geocode("150 Oak St").match?.precision == .range)
    }

    @Test func `parts of a street are one line, in whatever order and direction they stand`() {
        let places = [0.0, 1, 3, 6].map { Coordinate(longitude: -76.6 + $0 / 1000, latitude: 39.3) }
        let parts = (0..<3).map { [places[$0], places[$0 + 1]] }
        #expect(JoinedLines.make(of: parts) == [places])
        #expect(JoinedLines.make(of: [parts[2], parts[0], parts[1]]) == [places])
        #expect(JoinedLines.make(of: [parts[1], parts[0].reversed(), parts[2]]) == [places])
        // Where a third one ends, nothing says which two go on.
        let branch = [places[1], Coordinate(longitude: -76.6, latitude: 39.31)]
        #expect(JoinedLines.make(of: [branch, parts[1], parts[0]]).count == 3)
    }

    @Test func `NENA site points are known by their columns`() throws {
        let files = try SourceFiles()
        let path = try files.write(
            "points.geojson",
            #"""
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[-76.6001,39.3011]},
            "properties":{"Add_Number":150,"AddNum_Suf":"","St_PreMod":"","St_PreDir":"","St_PreTyp":"","St_Name":"Main",
            "St_PosTyp":"Street","St_PosDir":"","Inc_Muni":"Salem","Post_Code":"21201"}}]}
            """#)
        let match = try files.geocoder([try files.streets([streets])], addresses: [path]).geocode(
            "150 Main St"
        ).match
        #expect(match?.precision == .addressPoint)
    }

    @Test(arguments: [(["94-15", "94-98"], 9498), (["94-96", "94-98"], 94)])
    func `hyphens in the numbers of a file mean what the whole file shows`(numbers: [String], found: Int)
        throws
    {
        let files = try SourceFiles()
        let rows = numbers.enumerated().map { "-76.600\($0),39.3011,\($1),Ann St,Salem\n" }
        let path = try files.write("addresses.csv", "LON,LAT,NUMBER,STREET,CITY\n" + rows.joined())
        let match = try files.geocoder([try files.streets([streets])], addresses: [path]).geocode(
            "\(found) Ann St"
        ).match
        #expect(match?.precision == .addressPoint)
        #expect(match?.number == found)
    }

    // Oahu's numbers: the first is that of the district, and both are one.
    @Test func `numbers of two and four digits are one house, in points and in ranges`() throws {
        let files = try SourceFiles()
        let path = try files.write(
            "addresses.csv",
            """
            LON,LAT,NUMBER,STREET,CITY
            -76.6001,39.3011,91-1001,Ann St,Salem
            -76.6002,39.3011,91-1021,Ann St,Salem
            -76.6003,39.3011,91-1601,Ann St,Salem
            -76.6004,39.3011,91-1001,Bay Dr,Salem

            """)
        let oahu = streets.replacing("\"101\"", with: "\"91-1001\"").replacing("\"199\"", with: "\"91-1099\"")
        let geocoder = try files.geocoder([try files.streets([oahu])], addresses: [path])
        #expect(geocoder.geocode("91-1021 Ann St").match?.faults.isEmpty == true)
        #expect(geocoder.geocode("91-1021 Ann St").match?.position.longitude == -76.6002)
        #expect(geocoder.geocode("91-1601 Ann St").match?.position.longitude == -76.6003)
        #expect(geocoder.geocode("91-1011 Ann St").match?.precision == .block)
        #expect(geocoder.geocode("91-1051 Main St").match?.precision == .range)
        // The only house of a street is no other one.
        let other = geocoder.geocode("91-2601 Bay Dr").match
        #expect(other == nil || other?.precision == .street)
    }
}
