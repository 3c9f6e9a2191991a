import Foundation

/// Hours of the day around the clock, and their circular mean: the direction of Σ (cos, sin) of 2π h / 24.
///
/// Source: Fisher, Statistical Analysis of Circular Data (1993), 2.3.
package struct HoursOfDay: Sendable {
    /// The mean hours at which residents open requests; one outside of them says that the clock is shifted.
    package static let usualForRequests = 11.0...16.0

    package private(set) var count = 0
    private var atNight = 0
    private var (x, y) = (0.0, 0.0)

    package init() {}

    /// Adds a minute of the day, 0 to 1439.
    package mutating func add(minute: Int64) {
        count += 1
        if minute < 6 * 60 { atNight += 1 }
        let angle = Double(minute) / 1440 * 2 * .pi
        x += cos(angle)
        y += sin(angle)
    }

    package mutating func add(_ other: Self) {
        count += other.count
        atNight += other.atNight
        x += other.x
        y += other.y
    }

    /// The mean hour, from 0 to less than 24; chance where the hours are spread evenly.
    package var mean: Double {
        let hour = atan2(y, x) / (2 * .pi) * 24
        return hour < 0 ? hour + 24 : hour
    }

    /// R: how far the hours lie together, from 0, spread evenly, to 1, all the same; 0 for none.
    package var concentration: Double { count > 0 ? (x * x + y * y).squareRoot() / Double(count) : 0 }

    /// The share of those between midnight and six; 0 for none.
    package var nightShare: Double { count > 0 ? Double(atNight) / Double(count) : 0 }
}
