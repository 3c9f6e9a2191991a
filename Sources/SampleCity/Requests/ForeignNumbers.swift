import Foundation
import Geometry

/// Positions in other reference systems, as they turn up in columns meant for degrees.
enum ForeignNumbers {
    /// Returns easting and northing in Massachusetts Mainland feet (EPSG:2249), two decimals.
    ///
    /// Source: Snyder, "Map Projections: A Working Manual", Lambert conformal conic with two parallels.
    static func statePlaneFeet(_ position: Coordinate) -> (String, String) {
        let radians = Double.pi / 180
        let eccentricity = (0.006_694_380_022_90 as Double).squareRoot()
        func scale(_ latitude: Double) -> Double {
            let sine = sin(latitude)
            return cos(latitude) / (1 - eccentricity * eccentricity * sine * sine).squareRoot()
        }
        func cone(_ latitude: Double) -> Double {
            let sine = eccentricity * sin(latitude)
            return tan(.pi / 4 - latitude / 2) / pow((1 - sine) / (1 + sine), eccentricity / 2)
        }
        let north = (42 + 41.0 / 60) * radians
        let south = (41 + 43.0 / 60) * radians
        let exponent = (log(scale(north)) - log(scale(south))) / (log(cone(north)) - log(cone(south)))
        let factor = scale(north) / (exponent * pow(cone(north), exponent))
        func radius(_ latitude: Double) -> Double { 6_378_137 * factor * pow(cone(latitude), exponent) }
        let angle = exponent * (position.longitude + 71.5) * radians
        let here = radius(position.latitude * radians)
        let east = 200_000 + here * sin(angle)
        let northing = 750_000 + radius(41 * radians) - here * cos(angle)
        let feetPerMetre = 3937.0 / 1200
        return (fixed(east * feetPerMetre, decimals: 2), fixed(northing * feetPerMetre, decimals: 2))
    }

    /// Returns easting and northing in Web Mercator metres (EPSG:3857), two decimals.
    static func webMercator(_ position: Coordinate) -> (String, String) {
        let radius = 6_378_137.0
        let radians = Double.pi / 180
        return (
            fixed(radius * position.longitude * radians, decimals: 2),
            fixed(radius * log(tan(.pi / 4 + position.latitude * radians / 2)), decimals: 2)
        )
    }

    /// Returns a number with just so many decimals, without the cost and the locale of a formatter.
    static func fixed(_ value: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        let padding = String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
        return "\(value < 0 ? "-" : "")\(scaled / scale).\(padding)\(fraction)"
    }
}
