import Foundation

/// Makes boundary files for tests of the command.
enum BoundaryFixtures {
    /// An area's code and its ring, closed by itself, in the file's own numbers.
    typealias Area = (code: String, ring: [(Double, Double)])

    /// Returns a box's ring, counter-clockwise from the lowest left corner.
    static func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [(Double, Double)] {
        [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)]
    }

    /// Writes areas as GeoJSON into a folder and returns the file's path.
    static func write(_ areas: [Area], in folder: URL, name: String = "areas.geojson") throws -> String {
        let features = areas.map { area in
            let ring = (area.ring + area.ring.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
            return #"{"type":"Feature","properties":{"code":"\#(area.code)"},"#
                + #""geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
        }
        let path = folder.appending(path: name).path
        try Data(#"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
            .write(to: URL(filePath: path))
        return path
    }
}

/// Reads the JSON that a command wrote, as lists and dictionaries.
func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
