/// How many marked things are drawn when some are taken at random, without putting any back: exact two-sided p-values.
///
/// Of `population` things `marked` are marked, and `drawn` are taken. P(k) = C(marked, k) C(population − marked,
/// drawn − k) / C(population, drawn). The two-sided p-value is twice the smaller tail, the count itself in it, at most 1.
package struct Hypergeometric: Sendable {
    /// The expected count.
    package let mean: Double
    /// The standard deviation of the count.
    package let deviation: Double
    /// The first count of the table; counts far out, whose chance is below any number of use, are left out of it.
    private let first: Int
    private let pValues: [Double]

    package init(population: Int, marked: Int, drawn: Int) {
        let (all, ones, taken) = (Double(population), Double(marked), Double(drawn))
        mean = population > 0 ? taken * ones / all : 0
        deviation =
            population > 1
            ? (mean * (1 - ones / all) * (all - taken) / (all - 1)).squareRoot() : 0
        let reach = Int(12 * deviation) + 30
        let low = max(0, drawn + marked - population, Int(mean) - reach)
        let high = min(drawn, marked, Int(mean) + reach)
        first = low
        pValues = Self.twoSided(Self.weights(low...max(low, high), all, ones, taken))
    }

    /// Returns the p-value of a count.
    package func p(_ count: Int) -> Double { pValues[min(max(count - first, 0), pValues.count - 1)] }

    /// Returns how far a count lies from the expected one, in standard deviations; 0 where all counts are alike.
    package func z(_ count: Int) -> Double { deviation > 0 ? (Double(count) - mean) / deviation : 0 }

    /// Returns the chances of some counts, in proportion. From the likeliest on each is the next one's times a ratio.
    private static func weights(
        _ counts: ClosedRange<Int>, _ all: Double, _ ones: Double, _ taken: Double
    ) -> [Double] {
        var weights = [Double](repeating: 1, count: counts.count)
        func ratio(_ index: Int) -> Double {
            let k = Double(counts.lowerBound + index)
            return (ones - k) * (taken - k) / ((k + 1) * (all - ones - taken + k + 1))
        }
        let mode = Int((ones + 1) * (taken + 1) / (all + 2)) - counts.lowerBound
        let start = min(max(mode, 0), weights.count - 1)
        for index in stride(from: start, to: weights.count - 1, by: 1) {
            weights[index + 1] = weights[index] * ratio(index)
        }
        for index in stride(from: start, to: 0, by: -1) {
            weights[index - 1] = weights[index] / ratio(index - 1)
        }
        return weights
    }

    private static func twoSided(_ weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        var lower = weights
        for index in weights.indices.dropFirst() { lower[index] += lower[index - 1] }
        var upper = weights
        for index in weights.indices.dropLast().reversed() { upper[index] += upper[index + 1] }
        return zip(lower, upper).map { min(1, 2 * min($0, $1) / total) }
    }
}
