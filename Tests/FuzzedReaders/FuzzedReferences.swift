import AddressParsing
import Geocoding
import Geometry

/// Streets and address points, as files that cities have.
final class FuzzedReferences: FuzzedReader {
    let name = "references"
    private let folder: InputFolder
    static let streets =
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"TLID":"1","PARITYL":"O","PARITYR":"E","FULLNAME":"N Main St","LFROMHN":"1","LTOHN":"99","RFROMHN":"2","RTOHN":"98","ZIPL":"62704","ZIPR":"62704","MTFCC":"S1400"},"geometry":{"type":"LineString","coordinates":[[-76.61,39.29],[-76.60,39.29]]}}]}"#
    let seeds = [
        streets,
        "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n-76.61,39.29,1,N Main St,,Springfield,,IL,62704.0,,x\n",
    ].map { Array($0.utf8) }

    init() throws { folder = try InputFolder() }

    func read(_ input: [UInt8]) throws {
        let isStreets = input.first { $0 > 0x20 } == UInt8(ascii: "{")
        let path = try folder.write(input, to: isStreets ? "streets.geojson" : "addresses.csv")
        let sources =
            isStreets
            ? ReferenceSources(streets: [StreetSource(path: path)])
            : ReferenceSources(addresses: [AddressPointSource(path: path)])
        let geocoder = Geocoder(reference: try ReferenceStore.compiled(sources), parser: AddressParser())
        for address in ["1 N Main St", "N Main St & Oak Ave", "50 Main"] {
            if let best = geocoder.geocode(address).candidates.first {
                try Contradiction.unless(
                    best.position.longitude.isFinite && best.position.latitude.isFinite,
                    "a place that is no number")
            }
        }
    }
}
