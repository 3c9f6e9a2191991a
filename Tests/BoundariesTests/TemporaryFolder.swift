import Foundation

@testable import Boundaries

/// A folder for a test's files, gone when the test is over.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "wardline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path()
    }

    deinit {
        // A folder that cannot be removed is the system's to clear.
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    /// Writes areas as GeoJSON: properties and the coordinates of a polygon or several.
    func areas(_ areas: [(properties: String, coordinates: String)], name: String = "zones.geojson") throws
        -> String
    {
        let features = areas.map { area in
            let geometry =
                area.coordinates == "null"
                ? "null" : #"{"type":"MultiPolygon","coordinates":\#(area.coordinates)}"#
            return #"{"type":"Feature","properties":\#(area.properties),"geometry":\#(geometry)}"#
        }
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
        return try write(text, to: name)
    }

    /// Writes boxes in degrees, each a code and its corners.
    func boxes(
        _ boxes: [(code: String, west: Double, south: Double, east: Double, north: Double)],
        name: String = "zones.geojson"
    ) throws -> String {
        try areas(
            boxes.map { box in
                let (w, s, e, n) = (box.west, box.south, box.east, box.north)
                return (
                    #"{"code":"\#(box.code)","name":"Zone \#(box.code)"}"#,
                    "[[[[\(w),\(s)],[\(e),\(s)],[\(e),\(n)],[\(w),\(n)],[\(w),\(s)]]]]"
                )
            }, name: name)
    }

    func edition(_ path: String, code: String? = nil) throws(BoundaryError) -> Edition {
        try Edition.load(EditionSource(path: path, codeField: code), jobs: 1)
    }
}
