import AddressParsing
import Geocoding

/// Measures how many addresses a second one core parses.
enum AddressParsing {
    /// Prints addresses a second, the best of five passes, and the time of the slowest line, its best of three.
    static func run(lines: [String]) {
        let parser = AddressParser()
        var readings = 0
        let pass = best(of: 5) { for line in lines { readings &+= parser.parse(line).readings.count } }
        let slowest = lines.map { line in best(of: 3) { readings &+= parser.parse(line).readings.count } }
            .max()
        let rate = Int(Double(lines.count) / (pass / .seconds(1)))
        print("address parsing: \(rate) a second over \(lines.count) lines, slowest \(slowest ?? .zero)")
        precondition(readings >= lines.count)
    }

    private static func best(of count: Int, _ work: () -> Void) -> Duration {
        (0..<count).map { _ in ContinuousClock().measure(work) }.min() ?? .zero
    }
}
