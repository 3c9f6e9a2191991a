import Foundation
import Geocoding

/// Measures how many addresses a second one core parses.
enum AddressParsing {
    /// Prints addresses a second, the best of five passes over the lines, and the slowest line's time.
    static func run(lines: [String]) {
        let parser = AddressParser()
        let clock = ContinuousClock()
        var best = Duration.seconds(1_000)
        var readings = 0
        for _ in 0..<5 {
            best = min(best, clock.measure { for line in lines { readings &+= parser.parse(line).readings.count } })
        }
        var slowest = Duration.zero
        for line in lines {
            slowest = max(slowest, clock.measure { readings &+= parser.parse(line).readings.count })
        }
        let rate = Double(lines.count) / (Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds))
        print("address parsing: \(Int(rate)) a second over \(lines.count) lines, slowest \(slowest) (\(readings) readings)")
    }
}
