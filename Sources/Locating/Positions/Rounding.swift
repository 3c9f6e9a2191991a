import Geometry

/// How far a position that was written with few decimals may lie from the true one.
package enum Rounding {
    /// Returns the metres that one unit of the last written decimal stands for: about 11 for 4 decimals.
    package static func uncertainty(decimals: Int) -> Double {
        decimals < table.count ? table[decimals] : 0
    }

    /// From this number of decimals on nothing is added.
    package static let finest = 8

    private static let table: [Double] = (0..<finest).map { decimals in
        (0..<decimals).reduce(Earth.metresPerDegree) { metres, _ in metres / 10 }
    }
}
