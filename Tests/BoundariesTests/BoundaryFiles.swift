import TestSupport

@testable import Boundaries

/// Boundary files for tests.
extension ScratchFolder {
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
