import Foundation
import Geometry
import Testing

@testable import Geocoding

struct ReferenceHomeTests {
    @Test(arguments: ["0,0", "0,39.3012", "-76.6002,0", "-1,-1", "76.6002,39.3012"])
    func `a house that lies far from all others is no place of its address, and is counted`(wild: String)
        throws
    {
        let files = try SourceFiles()
        let rows = (0..<20).map { index in
            let place = index == 3 ? wild : "-76.60\(10 + index),39.3011"
            return "\(place),\(100 + 2 * index),Ann St,Salem\n"
        }
        let path = try files.write("addresses.csv", "LON,LAT,NUMBER,STREET,CITY\n" + rows.joined())
        let store = ReferenceStore(
            ReferenceSources(addresses: [AddressPointSource(path: path)]), folder: files.folder.path)
        let opened = try store.open()
        #expect(opened.addresses.farAway == 1)
        let match = Geocoder(reference: opened.reference).geocode("106 Ann St").match
        #expect(match?.precision != .addressPoint)
        #expect(match.map { $0.position.latitude.rounded() == 39 } ?? true)
    }

    @Test(arguments: ["[0,0]", "[-76.6,0]", "[76.6,39.301]"])
    func `a street with a vertex that lies far from all others serves no number, and is counted`(wild: String)
        throws
    {
        let files = try SourceFiles()
        let features = (0..<5).map { index in
            let x = -76.6 + 0.01 * Double(index)
            let middle = index == 2 ? wild : "[\(x),39.301]"
            return """
                {"type":"Feature","properties":{"TLID":"\(index)","FULLNAME":"\(index + 1)th St","LFROMHN":"101",
                "LTOHN":"199","RFROMHN":"100","RTOHN":"198","ZIPL":"","ZIPR":"","PARITYL":"O","PARITYR":"E"},
                "geometry":{"type":"LineString","coordinates":[[\(x),39.3],\(middle),[\(x),39.302]]}}
                """
        }
        let path = try files.write(
            "streets.geojson",
            #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
        let sources = ReferenceSources(streets: [StreetSource(path: path)])
        let opened = try ReferenceStore(sources, folder: files.folder.path).open()
        #expect(opened.streets.farAway == 1)
        let geocoder = Geocoder(reference: opened.reference)
        #expect(geocoder.geocode("150 3rd St").match == nil)
        #expect(geocoder.geocode("150 4th St").match?.precision == .range)
        #expect(try StreetLine.read(StreetSource(path: path)).count == 4)
    }

    @Test func `a city on both sides of the antimeridian is one`() throws {
        let files = try SourceFiles()
        let rows = (0..<20).map { index in
            "\(index % 2 == 0 ? "179.99" : "-179.99"),-16.8,\(100 + 2 * index),Ann St,Salem\n"
        }
        let path = try files.write("addresses.csv", "LON,LAT,NUMBER,STREET,CITY\n" + rows.joined())
        let sources = ReferenceSources(addresses: [AddressPointSource(path: path)])
        let opened = try ReferenceStore(sources, folder: files.folder.path).open()
        #expect(opened.addresses.farAway == 0)
    }
}
