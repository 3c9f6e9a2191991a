import Foundation
import Geometry

extension Coordinate {
    /// Returns the length of the great circle to another position, metres (haversine, on the mean sphere of IUGG).
    func greatCircleDistance(to other: Coordinate) -> Double {
        let radians = Double.pi / 180
        let half = sin((other.latitude - latitude) * radians / 2)
        let across = sin((other.longitude - longitude) * radians / 2)
        let chord =
            half * half + cos(latitude * radians) * cos(other.latitude * radians) * across * across
        return 2 * Earth.meanRadius * asin(min(1, chord.squareRoot()))
    }
}
