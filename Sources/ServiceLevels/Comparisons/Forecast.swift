import Foundation
import Statistics

/// How many requests of a kind the next months will bring, and how well that was foretold before.
///
/// Exponential smoothing with a multiplicative season of twelve months and no trend (Winters, Management Science 6 (1960)),
/// counts of 0 as 0.5, α and γ by least squares of the errors of one month ahead. Areas have the kind's forecast times their
/// share of the last twelve months, never a model of their own. The interval holds the middle eight in ten of the relative
/// errors of a rolling back-test, with origins every three months, and the forecast. MASE: Hyndman and Koehler, International Journal of
/// Forecasting 22 (2006), the scale being mean |yₜ − yₜ₋₁₂| of the training part; at 1 and more last year's months are shown
/// instead.
package struct Forecast: Sendable {
    package struct Month: Sendable, Hashable {
        /// So many months after the last of the series.
        package let ahead: Int
        package let count: Double
        package let low: Double?
        package let high: Double?
    }

    package let months: [Month]
    /// `nil` where there are too few months for a back-test.
    package let mase: Double?
    /// Whether the method did better than last year's months.
    package var isUsed: Bool { mase.map { $0 < 1 } ?? false }

    package static let fewestMonths = 36
    private static let fewestTraining = 24
    private static let originEvery = 3

    /// - Parameter counts: The requests of each finished month, without gaps.
    /// - Returns: `nil` for fewer than three years.
    package init?(_ counts: [Int], ahead: Int) {
        guard counts.count >= Self.fewestMonths, ahead > 0 else { return nil }
        let values = counts.map { max(0.5, Double($0)) }
        var errors: [Double] = []
        var relative = [[Double]](repeating: [], count: ahead)
        var origin = values.count - Self.originEvery
        while origin >= Self.fewestTraining {
            let training = Array(values[..<origin])
            let scale = Self.scale(training)
            let foretold = SeasonalSmoothing(training).forecast(ahead)
            for step in 0..<ahead where origin + step < values.count {
                let actual = values[origin + step]
                if scale > 0 { errors.append(abs(actual - foretold[step]) / scale) }
                relative[step].append(actual / max(0.5, foretold[step]))
            }
            origin -= Self.originEvery
        }
        let mase = errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
        self.mase = mase
        let isUsed = mase.map { $0 < 1 } ?? false
        let foretold =
            isUsed
            ? SeasonalSmoothing(values).forecast(ahead)
            : (0..<ahead).map { Double(counts[counts.count - 12 + $0 % 12]) }
        let pooled = relative.flatMap(\.self).sorted()
        months = foretold.enumerated().map { step, count in
            let limits =
                isUsed && pooled.count >= 10
                ? (quantile(0.1, ofSorted: pooled), quantile(0.9, ofSorted: pooled)) : nil
            // Errors of one sign would leave the forecast itself outside.
            return Month(
                ahead: step + 1, count: count, low: limits.map { min($0.0, 1) * count },
                high: limits.map { max($0.1, 1) * count })
        }
    }

    private static func scale(_ values: [Double]) -> Double {
        guard values.count > 12 else { return 0 }
        return (12..<values.count).reduce(0.0) { $0 + abs(values[$1] - values[$1 - 12]) }
            / Double(values.count - 12)
    }
}

/// A level and twelve months' factors that follow a series.
struct SeasonalSmoothing {
    let level: Double
    /// The factors of the months that follow.
    let factors: [Double]
    /// The sum of the squared errors of one month ahead.
    let squares: Double
    let alpha: Double
    let gamma: Double

    /// - Parameter values: Two years of months or more, none below 0.
    init(_ values: [Double]) {
        var best = Self.run(values, alpha: 0.3, gamma: 0.1)
        // The sum of squares is smooth in both: a coarse grid, then finer ones around its best.
        var (low, high) = ((0.0, 0.0), (1.0, 1.0))
        for _ in 0..<4 {
            let steps = ((high.0 - low.0) / 8, (high.1 - low.1) / 8)
            for row in 0...8 {
                for column in 0...8 {
                    let found = Self.run(
                        values, alpha: low.0 + steps.0 * Double(row), gamma: low.1 + steps.1 * Double(column))
                    if found.squares < best.squares { best = found }
                }
            }
            low = (max(0, best.alpha - steps.0), max(0, best.gamma - steps.1))
            high = (min(1, best.alpha + steps.0), min(1, best.gamma + steps.1))
        }
        self.init(best)
    }

    /// Follows a series with given α and γ.
    ///
    /// - Parameter startingYears: From how many years the factors begin; all, since of two alone they bear too much noise.
    init(_ values: [Double], alpha: Double, gamma: Double, startingYears: Int = .max) {
        self.init(Self.run(values, alpha: alpha, gamma: gamma, startingYears: startingYears))
    }

    private init(_ run: Run) {
        (level, factors, squares) = (run.level, run.factors, run.squares)
        (alpha, gamma) = (run.alpha, run.gamma)
    }

    func forecast(_ ahead: Int) -> [Double] { (0..<ahead).map { level * factors[$0 % 12] } }

    private struct Run {
        var level: Double
        var factors: [Double]
        var squares: Double
        var alpha: Double
        var gamma: Double
    }

    private static func run(
        _ values: [Double], alpha: Double, gamma: Double, startingYears: Int = .max
    ) -> Run {
        // The factors begin with the mean of the months of some years, each by its year's mean.
        let years = min(startingYears, values.count / 12)
        var level = values[0..<12].reduce(0, +) / 12
        var factors = (0..<12).map { month in
            (0..<years).reduce(0.0) { sum, year in
                let mean = values[12 * year..<12 * year + 12].reduce(0, +) / 12
                return sum + values[12 * year + month] / max(mean, 0.5)
            } / Double(max(1, years))
        }
        var squares = 0.0
        for (index, value) in values.enumerated() {
            let month = index % 12
            let error = value - level * factors[month]
            squares += error * error
            let before = level
            level = alpha * value / max(factors[month], 0.01) + (1 - alpha) * level
            factors[month] = gamma * value / max(before, 0.01) + (1 - gamma) * factors[month]
        }
        let next = values.count % 12
        return Run(
            level: level, factors: (0..<12).map { factors[(next + $0) % 12] }, squares: squares, alpha: alpha,
            gamma: gamma)
    }
}
