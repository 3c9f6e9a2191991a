/// How the houses of a block fill its range of numbers.
package enum RangeFilling: Sendable, Hashable {
    /// Evenly: number 150 of 100 to 198 stands in the middle.
    case evenly
    /// Evenly where the range ends with a real house. Where it ends with the last number of its hundred (198, 199), which
    /// few blocks have houses for, the numbers crowd towards the far end: the more, the less room there is for each.
    /// Measured on Baltimore's parcels.
    case crowded
    /// As a city's own points do.
    case learnt(FillingCurves)

    /// Returns how far along its segment a number stands, 0 at the low end and 1 at the high one.
    ///
    /// - Parameters:
    ///   - share: How far up the range the number is, 0…1.
    ///   - length: The segment's, metres.
    func share(_ share: Double, low: Int, high: Int, length: Double) -> Double {
        switch self {
        case .evenly: share
        case .crowded: Self.crowded(share, low: low, high: high, length: length)
        case .learnt(let curves):
            curves.share(share, FillingCurves.class(low: low, high: high, length: length))
        }
    }

    /// 1 − (1 − f)^k, where k falls from 6 to 2 as the room for a number grows.
    private static func crowded(_ share: Double, low: Int, high: Int, length: Double) -> Double {
        let width = high - low
        guard high % 100 >= 98, width >= 20 else { return share }
        let room = length / (Double(width) / 2 + 1)
        guard room < 8 else { return share }
        let exponent = min(6, max(2, 6.5 / room))
        return 1 - power(1 - share, exponent)
    }

    /// Powers of 0…1 by repeated multiplication, between whole exponents linearly.
    private static func power(_ base: Double, _ exponent: Double) -> Double {
        var result = 1.0
        for _ in 0..<Int(exponent) { result *= base }
        return result * (1 + (exponent - exponent.rounded(.down)) * (base - 1))
    }
}

/// Where along their segments numbers stand, for four classes of ranges: at tenths of the range, from 0 to 1.
package struct FillingCurves: Sendable, Hashable {
    static let classCount = 4
    /// The places where a curve is kept: 0, 0.1 … 1.
    static let knotCount = 11

    /// Curve after curve.
    let knots: [Double]

    /// - Returns: `nil` where the knots are not ``classCount`` curves.
    init?(knots: [Double]) {
        guard knots.count == Self.classCount * Self.knotCount, knots.allSatisfy({ (0...1).contains($0) })
        else {
            return nil
        }
        self.knots = knots
    }

    /// Ranges that end with the last number of their hundred by the room that a number has, and all others.
    static func `class`(low: Int, high: Int, length: Double) -> Int {
        guard high % 100 >= 98, high - low >= 20 else { return 0 }
        let room = length / (Double(high - low) / 2 + 1)
        return room < 2.5 ? 1 : room < 5 ? 2 : 3
    }

    func share(_ share: Double, _ curve: Int) -> Double {
        let scaled = min(1, max(0, share)) * Double(Self.knotCount - 1)
        let knot = min(Int(scaled), Self.knotCount - 2)
        let start = curve * Self.knotCount + knot
        return knots[start] + (scaled - Double(knot)) * (knots[start + 1] - knots[start])
    }
}
