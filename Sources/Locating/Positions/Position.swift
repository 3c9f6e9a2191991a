package import Geometry

/// Where a request is taken to be: what was recorded, or what its address gives.
package struct Position: Sendable, Hashable, BitwiseCopyable {
    package enum Source: String, Codable, CodingKeyRepresentable, Sendable, CaseIterable, BitwiseCopyable {
        case recorded
        case addressPoint = "address_point"
        case range, intersection, block, street

        /// Whether it is the middle of a street, a corner or a stretch of it, so that it knows no side of a border that is the street.
        package var isOfStreetMiddle: Bool {
            switch self {
            case .recorded, .addressPoint, .range: false
            case .intersection, .block, .street: true
            }
        }
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
