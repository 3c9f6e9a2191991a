import Geometry
import GeometryEngine

/// Brings positions whose own text names their reference system, as `SRID=3857;POINT (x y)` does, to degrees. Each thread has its own.
package final class PositionSystems {
    private var readers: [Int: GridReader?] = [:]

    /// A column has one system, or two; names without end are no names.
    private static let mostSystems = 64

    package init() {}

    /// Returns longitude and latitude in degrees; `nil` where the text names a system that PROJ does not know or in which the numbers
    /// are no place.
    ///
    /// - Parameter order: Which number comes first in the column, where this text leaves it open.
    package func degrees(
        _ pair: PositionText, in order: PositionText.Order? = nil
    ) -> (longitude: PositionNumber, latitude: PositionNumber)? {
        guard let system = pair.system else { return pair.position(in: order) }
        // Zeros stand for no position in any system.
        guard pair.first.value != 0, pair.second.value != 0 else { return (pair.first, pair.second) }
        return reader(of: system)?.degrees(x: pair.first, y: pair.second)
    }

    private func reader(of system: Int) -> GridReader? {
        if let known = readers[system] { return known }
        guard readers.count < Self.mostSystems else { return nil }
        let reader = Self.makeReader(of: system)
        readers[system] = .some(reader)
        return reader
    }

    private static func makeReader(of system: Int) -> GridReader? {
        // Esri's own numbers lie beyond those of EPSG.
        let authority = system > 32_767 ? "ESRI" : "EPSG"
        do throws(GeometryError) {
            let system = try CoordinateReferenceSystem("\(authority):\(system)")
            return GridReader(try CoordinateTransformation(from: system, to: .wgs84), unit: system.unit)
        } catch {
            return nil
        }
    }
}
