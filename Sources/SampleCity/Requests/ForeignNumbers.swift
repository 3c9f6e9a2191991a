import Foundation
import Geometry
import Records

/// Positions in other reference systems, as they turn up in columns meant for degrees.
enum ForeignNumbers {
    /// Returns easting and northing in Massachusetts Mainland feet (EPSG:2249), two decimals.
    ///
    /// Source: Snyder, "Map Projections: A Working Manual", Lambert conformal conic with two parallels.
    static func statePlaneFeet(_ position: Coordinate) -> (String, String) {
        let radians = Double.pi / 180
        // That of WGS 84: the ellipsoid of NAD 83 is another by less than a hundredth of a millimetre here.
        let eccentricity = Earth.squaredEccentricity.squareRoot()
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
        func radius(_ latitude: Double) -> Double {
            Earth.equatorialRadius * factor * pow(cone(latitude), exponent)
        }
        let angle = exponent * (position.longitude + 71.5) * radians
        let here = radius(position.latitude * radians)
        let east = 200_000 + here * sin(angle)
        let northing = 750_000 + radius(41 * radians) - here * cos(angle)
        let feetPerMetre = 3937.0 / 1200
        return (
            NumberText.decimal(east * feetPerMetre, places: 2),
            NumberText.decimal(northing * feetPerMetre, places: 2)
        )
    }

    /// Returns easting and northing in Web Mercator metres (EPSG:3857), two decimals.
    static func webMercator(_ position: Coordinate) -> (String, String) {
        let radians = Double.pi / 180
        return (
            NumberText.decimal(Earth.equatorialRadius * position.longitude * radians, places: 2),
            NumberText.decimal(
                Earth.equatorialRadius * log(tan(.pi / 4 + position.latitude * radians / 2)), places: 2)
        )
    }
}
