package import Geometry
package import ServiceRequests

/// A default point that stands for "no position".
package struct Placeholder: Sendable, Hashable {
    package let coordinate: Coordinate
    /// How many requests carry it.
    package let requests: Int
    /// How many streets their addresses name.
    package let streets: Int
    /// Whether the city file names it, or Wardline found it.
    package let origin: Origin

    package enum Origin: String, Codable, Sendable { case named, found }
}

/// The default points of a table, and which rows carry one.
package struct Placeholders: Sendable {
    package let all: [Placeholder]
    @usableFromInline let indexByRow: [Int32]

    /// No default points: all recorded positions count.
    package static let none = Placeholders(all: [], indexByRow: [])

    /// What a part of the requests has to know of them.
    package var facts: [CityFacts.DefaultPoint] {
        all.map {
            CityFacts.DefaultPoint(
                longitude: $0.coordinate.longitude, latitude: $0.coordinate.latitude,
                requests: $0.requests, streets: $0.streets)
        }
    }

    init(all: [Placeholder], indexByRow: [Int32]) {
        self.all = all
        self.indexByRow = indexByRow
    }

    /// The default point that a row carries, or `nil`.
    package func placeholder(at row: Int) -> Placeholder? {
        contains(row) ? all[Int(indexByRow[row])] : nil
    }

    /// Whether a row carries a default point.
    @inlinable
    package func contains(_ row: Int) -> Bool { !indexByRow.isEmpty && indexByRow[row] >= 0 }
}
