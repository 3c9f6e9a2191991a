package import Geometry

/// Where a request is taken to be: what was recorded, or what its address gives.
package struct Position: Sendable, Hashable, BitwiseCopyable {
    package enum Source: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, BitwiseCopyable {
        case recorded
        case addressPoint = "address_point"
        case range, intersection, block, street
    }

    package let coordinate: Coordinate
    package let source: Source
    /// The radius within which the true place lies, metres.
    package let uncertainty: Double

    package init(coordinate: Coordinate, source: Source, uncertainty: Double) {
        self.coordinate = coordinate
        self.source = source
        self.uncertainty = uncertainty
    }
}
