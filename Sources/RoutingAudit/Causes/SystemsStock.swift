import Geometry
import GeometryEngine
import Synchronization

/// Transformations that no judge uses just now, so that PROJ need not search its database for those of the next one: that takes
/// a tenth of a second, and each slice of a file has judges of its own.
package final class SystemsStock: Sendable {
    /// What one judge reads other systems by.
    ///
    /// `@unchecked Sendable`: its handles belong to one thread at a time, and the stock hands each set to one judge alone.
    struct Systems: @unchecked Sendable {
        let extent: Box<Coordinate>
        let transformations: [(name: String, transformation: CoordinateTransformation)]
        let grid: GridReadings?
    }

    private let spare = Mutex<[Systems]>([])

    package init() {}

    /// Returns those around an extent, made anew where none are spare.
    ///
    /// - Parameter grid: The reference system of the requests' eastings and northings; `nil` where they have degrees.
    func take(around extent: Box<Coordinate>, grid: String?) throws(GeometryError) -> Systems {
        let found = spare.withLock { spare in
            spare.firstIndex { $0.extent == extent && $0.grid?.definition == grid }.map {
                spare.remove(at: $0)
            }
        }
        if let found { return found }
        var made: [(name: String, transformation: CoordinateTransformation)] = []
        for system in try CoordinateReferenceSystem.usual(covering: extent) {
            made.append((system.name, try CoordinateTransformation(from: system, to: .wgs84)))
        }
        var readings: GridReadings?
        if let grid { readings = try GridReadings(grid) }
        return Systems(extent: extent, transformations: made, grid: readings)
    }

    /// Takes back what a judge needs no more.
    func give(_ systems: Systems) { spare.withLock { $0.append(systems) } }
}
