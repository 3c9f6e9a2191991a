import AddressParsing
import Geocoding
import Geometry

/// The compiled reference, which is beside the city file and is made anew where it is damaged.
final class FuzzedCompiledReference: FuzzedReader {
    let name = "compiled-reference"
    let seeds: [[UInt8]]
    private let folder: InputFolder
    private let store: ReferenceStore

    init() throws {
        folder = try InputFolder()
        let streets = try folder.write(FuzzedReferences.streets.utf8, to: "streets.geojson")
        store = ReferenceStore(
            ReferenceSources(streets: [StreetSource(path: streets)]), folder: folder.path,
            cacheFolder: folder.path)
        _ = try store.open()
        seeds = [try folder.bytes(of: ReferenceStore.fileName)]
    }

    func read(_ input: [UInt8]) throws {
        try folder.write(input, to: ReferenceStore.fileName)
        let geocoder = Geocoder(reference: try store.open().reference, parser: AddressParser())
        // A value of the file that was changed and is still a value may move the house, but not lose the street.
        if let best = geocoder.geocode("1 N Main St").candidates.first {
            try Contradiction.unless(
                best.position.longitude.isFinite && best.position.latitude.isFinite,
                "a place that is no number")
        }
    }
}
