import Foundation
import Statistics

/// Periods in which a category was reported far more or less than its own level and the period's let expect.
///
/// z = residual of a two-way median polish (10 rounds, rows before columns) of 2 √(n + 3/8), divided by the category's spread:
/// max(1, MAD / 0.6745) × √(1 + π / 2 (1 / categories + 1 / periods)), the second factor being the error of the medians. Flagged
/// are |z| > 3.5, or more where so many cells are looked at that chance would pass it (0.07 / cells, two-sided), with at least
/// 10 requests more or less than usual, among at least eight periods and categories with five a period on average: of reports
/// on years in which nothing happened at most one in ten flags any. Sources: Anscombe, Biometrika 35 (1948); Tukey, Exploratory Data Analysis
/// (1977).
package struct Anomalies: Sendable {
    package struct Flag: Sendable, Hashable {
        /// An index into the history's names.
        package let category: Int
        /// The index of the period in the span.
        package let period: Int
        package let count: Int
        package let usual: Double
        package let z: Double
    }

    /// For each category that is judged z and the usual count of each period.
    package let judged: [Int: [(z: Double, usual: Double)]]
    /// By category and period.
    package let flags: [Flag]
    /// How much wider counts vary than chance lets them: the median of squared Pearson residuals / 0.455, at least 1.
    package let spread: Double

    package static let fewestPeriods = 8
    private static let rounds = 10

    /// - Parameter counts: For each category its requests in each finished period.
    package init(_ counts: [[Int]]) {
        let periods = counts.first?.count ?? 0
        let rows = counts.indices.filter {
            periods > 0 && counts[$0].reduce(0, +) >= 5 * periods
        }
        spread = Self.spread(rows.map { counts[$0] })
        guard periods >= Self.fewestPeriods, !rows.isEmpty else {
            (judged, flags) = ([:], [])
            return
        }
        var residuals = rows.map { counts[$0].map { 2 * (Double($0) + 0.375).squareRoot() } }
        let values = residuals
        for _ in 0..<Self.rounds {
            for row in residuals.indices {
                let middle = median(residuals[row]) ?? 0
                for column in 0..<periods { residuals[row][column] -= middle }
            }
            for column in 0..<periods {
                let middle = median(residuals.map { $0[column] }) ?? 0
                for row in residuals.indices { residuals[row][column] -= middle }
            }
        }
        let (height, width) = (Double(rows.count), Double(periods))
        let medianError = (1 + .pi / 2 * (1 / height + 1 / width)).squareRoot()
        let limit = Self.limit(cells: rows.count * periods)
        var judged: [Int: [(z: Double, usual: Double)]] = [:]
        var flags: [Flag] = []
        for (index, row) in rows.enumerated() {
            let own = residuals[index]
            let middle = median(own) ?? 0
            let spread = max(1, (median(own.map { abs($0 - middle) }) ?? 0) / 0.6745) * medianError
            judged[row] = (0..<periods).map { column in
                let fitted = max(0, values[index][column] - own[column]) / 2
                return (own[column] / spread, max(0, fitted * fitted - 0.375))
            }
            for column in 0..<periods {
                guard let (z, usual) = judged[row]?[column] else { continue }
                let count = counts[row][column]
                if abs(z) > limit, abs(Double(count) - usual) >= 10 {
                    flags.append(Flag(category: row, period: column, count: count, usual: usual, z: z))
                }
            }
        }
        self.judged = judged
        self.flags = flags
    }

    /// How far from usual a cell has to lie, in standard deviations, among so many.
    private static func limit(cells: Int) -> Double {
        let p = 0.07 / Double(max(1, cells))
        var (low, high) = (3.5, 8.0)
        guard twoSidedNormalP(low) > p else { return low }
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if twoSidedNormalP(middle) > p { low = middle } else { high = middle }
        }
        return high
    }

    private static func spread(_ counts: [[Int]]) -> Double {
        let columns = counts.first?.count ?? 0
        let totals = (0..<columns).map { column in counts.reduce(0) { $0 + $1[column] } }
        let all = Double(totals.reduce(0, +))
        var squares: [Double] = []
        for row in counts {
            let sum = Double(row.reduce(0, +))
            for column in 0..<columns {
                let expected = sum * Double(totals[column]) / max(1, all)
                guard expected >= 1 else { continue }
                let difference = Double(row[column]) - expected
                squares.append(difference * difference / expected)
            }
        }
        return max(1, (median(squares) ?? 0) / 0.455)
    }
}
