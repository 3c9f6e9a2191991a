package import Geometry

extension StreetReference {
    /// What a reference is made of.
    package enum Source: Sendable, CaseIterable { case streets, addresses }

    /// Returns how many places one of its sources has: the bends of its streets, or its addresses.
    package func placeCount(of source: Source) -> Int {
        switch source {
        case .streets: tables.vertices.count
        case .addresses: tables.points.count
        }
    }

    /// Returns one of a source's places.
    package func place(_ index: Int, of source: Source) -> Coordinate {
        switch source {
        case .streets: tables.vertices[index].coordinate
        case .addresses: tables.points[index].position.coordinate
        }
    }
}
