import Boundaries
import Chronology
package import Disclosure

/// The forecast of one category for the whole city, with the areas' shares of it.
package struct CategoryForecast: Sendable {
    /// An index into the history's names.
    package let category: Int
    package let forecast: Forecast
    /// The first month that is foretold, by its name.
    package let months: [String]
    /// What the category brought in the last twelve months, and each area's part of it.
    package let lastYear: Int
    package let areaShares: [Double]

    /// Whether an audience may see the months: where those of last year are shown, they are its counts.
    package func isTold(to audience: Audience) -> Bool {
        audience == .internal || forecast.isUsed
            || forecast.months.allSatisfy { $0.count >= Double(CountBand.threshold) }
    }

    /// A category with fewer requests in twelve months is not foretold.
    package static let fewestInAYear = 60

    /// Returns the forecasts of the categories that have enough requests, the largest first; none where the file has fewer
    /// than three years of finished months.
    package static func all(
        _ history: CaseHistory, listed: Set<Int>, areaCount: Int, ahead: Int
    ) -> [CategoryForecast] {
        let span = PeriodSpan(history, by: .month)
        let isFirstWhole = span.starts[0] == history.start
        let first = isFirstWhole ? 0 : 1
        var end = span.numbers.count
        while end > 0, span.isUnfinished(end - 1) { end -= 1 }
        guard end - first >= Forecast.fewestMonths else { return [] }
        var counts = [[Int]](repeating: [Int](repeating: 0, count: end - first), count: history.names.count)
        var byArea = [[Int]](repeating: [Int](repeating: 0, count: areaCount), count: history.names.count)
        for own in history.cases where own.isOpening {
            let month = span.index(of: own.opened) - first
            guard month >= 0, month < end - first else { continue }
            counts[Int(own.category)][month] += 1
            if month >= end - first - 12, own.area.exists { byArea[Int(own.category)][own.area.index] += 1 }
        }
        let months = (0..<ahead).map { span.periods.name(span.numbers.lowerBound + end + $0) }
        return listed.sorted().compactMap { category -> CategoryForecast? in
            let lastYear = counts[category].suffix(12).reduce(0, +)
            guard lastYear >= fewestInAYear, let forecast = Forecast(counts[category], ahead: ahead) else {
                return nil
            }
            return CategoryForecast(
                category: category, forecast: forecast, months: months, lastYear: lastYear,
                areaShares: byArea[category].map { Double($0) / Double(lastYear) })
        }.sorted { ($1.lastYear, history.names[$0.category]) < ($0.lastYear, history.names[$1.category]) }
    }
}
