import Algorithms
import Foundation
import Statistics

extension WaitCurve {
    /// Returns the 95 % interval of the median: from the first day on which the lower limit of the share still open falls to
    /// one half to that on which the upper one does; `nil` for an end that is not reached.
    ///
    /// The limits are those of log(−log S): S^exp(± 1.96 √V / log S), V being Greenwood's sum. Sources: Brookmeyer and
    /// Crowley, Biometrics 38 (1982); Kalbfleisch and Prentice (1980). Equals lifelines' `median_survival_times` of its
    /// confidence interval.
    package var medianInterval: (low: Double?, high: Double?) {
        var (low, high): (Double?, Double?) = (nil, nil)
        for step in steps {
            let limits = step.shareLimits
            if low == nil, limits.low <= 0.5 + 1e-12 { low = step.days }
            if high == nil, limits.high <= 0.5 + 1e-12 { high = step.days }
            if low != nil, high != nil { break }
        }
        return (low, high)
    }

    /// Returns the share still open after some days.
    package func shareOpen(after days: Double) -> Double {
        let later = steps.partitioningIndex { $0.days > days }
        return later == 0 ? 1 : steps[later - 1].shareOpen
    }
}

extension WaitCurve.Step {
    fileprivate var shareLimits: (low: Double, high: Double) {
        guard shareOpen > 0 else { return (0, 0) }
        guard shareOpen < 1 else { return (1, 1) }
        let logarithm = log(shareOpen)
        // The variance is share² × Greenwood's sum.
        let width = NormalDeviate.of95Percent * variance.squareRoot() / shareOpen / logarithm
        // The logarithm is below 0, so is the width.
        return (pow(shareOpen, exp(-width)), pow(shareOpen, exp(width)))
    }
}
