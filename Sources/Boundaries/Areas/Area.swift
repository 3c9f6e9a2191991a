package import Geometry

/// One area of a layer: a ward, a district, a collection zone.
package struct Area: Hashable, Sendable {
    /// The code as the file has it.
    package let code: String
    /// Its name for people; the code where the file has no other.
    package let title: String
    /// Its surface in the edition's own reference system, valid.
    package let shape: MultiPolygon<MapPoint>
    /// The numbers of the features that it comes from, from 1; more than one where several share the code.
    package let features: [Int]
}
