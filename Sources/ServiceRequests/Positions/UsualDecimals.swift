/// Gives positions whose last digits happen to be zero the precision of their column.
///
/// Programs drop zeros at a number's end: among positions of five decimals, 42.318, −71.06 is 42.31800, −71.06000. Of a column's
/// positions one in a hundred lacks its last decimal by chance, one in 10,000 its last two. Where more do, they are coarse.
enum UsualDecimals {
    /// A chance that leads to expect fewer positions than this is none.
    private static let leastExpected = 0.1
    /// How many times as many as expected may be there by chance, beside a few.
    private static let allowedFactor = 3.0
    private static let allowedFew = 3.0

    /// - Parameter known: What all of the city's requests showed; `nil` to see it by these.
    /// - Returns: What was taken for usual, `nil` where nothing was restored.
    @discardableResult
    static func restore(
        _ decimals: inout [UInt8], states: [PositionState], known: CityFacts.Precision? = nil
    ) -> CityFacts.Precision? {
        guard let usual = known ?? find(counts(decimals, states: states)), !usual.raised.isEmpty else {
            return nil
        }
        var raised = [UInt8](0...255)
        for fewer in usual.raised { raised[Int(fewer)] = usual.usual }
        for row in decimals.indices where states[row] == .recorded {
            decimals[row] = raised[Int(decimals[row])]
        }
        return usual
    }

    /// Counts the recorded positions by their decimals.
    static func counts(_ decimals: [UInt8], states: [PositionState]) -> [Int] {
        var counts = [Int](repeating: 0, count: 256)
        for (row, state) in states.enumerated() where state == .recorded { counts[Int(decimals[row])] += 1 }
        return counts
    }

    /// - Parameter counts: How many positions have each number of decimals.
    static func find(_ counts: [Int]) -> CityFacts.Precision? {
        let all = counts.reduce(0, +)
        // What most positions have; the highest where two are as frequent.
        guard let usual = counts.indices.max(by: { (counts[$0], $0) < (counts[$1], $1) }),
            counts[usual] * 2 > all, counts[usual] < all
        else { return nil }
        var raised: [UInt8] = []
        for fewer in max(0, usual - 4)..<usual where counts[fewer] > 0 {
            var chance = 1.0
            for _ in fewer..<usual { chance /= 100 }
            let expected = Double(counts[usual]) * chance
            let isByChance = usual - fewer == 1 || expected >= leastExpected
            if isByChance, Double(counts[fewer]) <= expected * allowedFactor + allowedFew {
                raised.append(UInt8(fewer))
            }
        }
        return CityFacts.Precision(usual: UInt8(usual), raised: raised)
    }
}
