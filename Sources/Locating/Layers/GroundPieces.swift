import Boundaries
package import City
package import Geometry
import Synchronization
import WorkSharing

/// The pieces into which the borders of all layers and editions of a city part the ground.
///
/// Two positions of one piece lie in the same area on every map of the city, whatever layer and day it shows. What maps
/// tell of a place is told by pieces, so that no two maps beside each other tell more than one.
package final class GroundPieces: Sendable {
    private struct Known: ~Copyable {
        let probes: [EditionProbe]
        /// The pieces that were met, by the area in each edition.
        var numbers: [[Ordinal<Area>]: Int] = [:]
    }

    private let known: Mutex<Known>

    /// - Parameter jobs: The number of threads.
    package init(of city: CityFile, jobs: Int) {
        known = Mutex(Known(probes: Self.probes(city, jobs)))
    }

    /// Returns the number of the piece that holds a position.
    package func piece(at position: Coordinate) -> Int {
        known.withLock { known in
            // A position that a system cannot take lies in none of its areas.
            let areas = known.probes.map { (try? $0.locate(position)) ?? .none }
            if let number = known.numbers[areas] { return number }
            let number = known.numbers.count
            known.numbers[areas] = number
            return number
        }
    }

    /// What cannot be read parts nothing: no map shows it either, and who asks for it is told why.
    private static func probes(_ city: CityFile, _ jobs: Int) -> [EditionProbe] {
        let sources = city.layers.flatMap { layer in layer.editions.map { EditionSource($0, of: layer) } }
        let grounds = mapSlices(
            count: sources.count, sliceLength: 1, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) -> EditionGround? in
                guard let edition = try? Edition.load(sources[range.lowerBound], jobs: 1) else { return nil }
                return try? EditionGround(edition, nearDistance: 0, cells: 128)
            })
        return grounds.compactMap { ground in ground.flatMap { try? EditionProbe($0) } }
    }
}
