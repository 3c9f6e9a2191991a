import Foundation
import TestSupport

@testable import Geocoding

/// Small source files in a folder of their own.
struct SourceFiles {
    let folder: URL

    init() throws { folder = try ScratchSpace.folder() }

    /// Writes a file and returns its path.
    func write(_ name: String, _ text: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Writes streets that run north, 0.002° each, 0.01° apart, with the properties that are given as JSON.
    func streets(_ properties: [String], as name: String = "streets.geojson") throws -> String {
        let features = properties.enumerated().map { index, properties in
            let x = -76.6 + Double(index) / 100
            return """
                {"type":"Feature","properties":{\(properties)},"geometry":{"type":"LineString",\
                "coordinates":[[\(x),39.3],[\(x),39.302]]}}
                """
        }
        return try write(
            name, "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}")
    }

    /// Returns a geocoder over street files, and address files if there are any.
    func geocoder(_ streets: [String], addresses: [String] = [], aliasFiles: [String] = []) throws -> Geocoder
    {
        let sources = ReferenceSources(
            streets: streets.map { StreetSource(path: $0) },
            addresses: addresses.map { AddressPointSource(path: $0) }, aliasFiles: aliasFiles)
        return Geocoder(reference: try ReferenceStore.compiled(sources))
    }
}
