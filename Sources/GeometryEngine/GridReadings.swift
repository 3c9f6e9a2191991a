package import Geometry

/// What eastings and northings mean where they are read in another order, sign or unit than their reference system has. One worker's
/// own.
package final class GridReadings {
    /// How the numbers are read otherwise.
    package enum Kind: Sendable { case order, sign, unit }

    package struct Reading: Sendable {
        package let kind: Kind
        /// As in `with x and y exchanged`.
        package let words: String
        package let coordinate: Coordinate
    }

    /// The reference system, as it was asked for.
    package let definition: String
    private let system: CoordinateReferenceSystem
    private let toGrid: CoordinateTransformation
    private let toDegrees: CoordinateTransformation

    /// An American survey foot, metres.
    private static let foot = 1200.0 / 3937

    /// - Parameter definition: The reference system of the numbers, as `EPSG:2248`.
    /// - Throws: ``GeometryError`` where PROJ does not know it.
    package init(_ definition: String) throws(GeometryError) {
        self.definition = definition
        system = try CoordinateReferenceSystem(definition)
        toGrid = try CoordinateTransformation(from: .wgs84, to: system)
        toDegrees = try CoordinateTransformation(from: system, to: .wgs84)
    }

    /// Returns the numbers that a position was recorded as; `nil` where they cannot be told.
    package func numbers(of position: Coordinate) -> MapPoint? {
        toGrid.transformed(MapPoint(x: position.longitude, y: position.latitude))
    }

    /// Returns where a position is if its numbers are read otherwise, the likelier reading first.
    package func readings(of position: Coordinate) -> [Reading] {
        guard let (x, y) = numbers(of: position).map({ ($0.x, $0.y) }) else { return [] }
        var readings: [Reading] = []
        func add(_ kind: Kind, _ words: String, x: Double, y: Double) {
            guard let point = toDegrees.transformed(MapPoint(x: x, y: y)) else { return }
            readings.append(
                Reading(
                    kind: kind, words: words, coordinate: Coordinate(longitude: point.x, latitude: point.y)))
        }
        add(.order, "x and y exchanged", x: y, y: x)
        add(.order, "x and y exchanged and the other sign of both", x: -y, y: -x)
        add(.sign, "the other sign of x", x: -x, y: y)
        add(.sign, "the other sign of y", x: x, y: -y)
        add(.sign, "the other sign of x and y", x: -x, y: -y)
        if case .length(let metres) = system.unit {
            if metres > 0.9 {
                add(.unit, "x and y read as feet", x: x * Self.foot / metres, y: y * Self.foot / metres)
            } else {
                add(.unit, "x and y read as metres", x: x / metres, y: y / metres)
            }
        }
        // A point that was taken to part thousands stood before the decimals.
        for divisor in [1, 1000.0] where abs(x / divisor) <= 180 && abs(y / divisor) <= 90 {
            readings.append(
                Reading(
                    kind: .unit, words: "x and y read as degrees",
                    coordinate: Coordinate(longitude: x / divisor, latitude: y / divisor)))
        }
        return readings
    }
}
