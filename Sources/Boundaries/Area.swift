package import Geometry

/// One area of a layer: a code, a name and a polygon.
package struct Area: Sendable, Hashable {
    /// The code as the file has it.
    package let code: String
    /// What people call it; the code where the file has no name.
    package let title: String
    /// Valid, in the reference system of its edition.
    package let shape: MultiPolygon<MapPoint>
    /// The features that it was made from, numbered from 1 in the file.
    package let features: [Int]

    package init(code: String, title: String, shape: MultiPolygon<MapPoint>, features: [Int]) {
        self.code = code
        self.title = title
        self.shape = shape
        self.features = features
    }
}
