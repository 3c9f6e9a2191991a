import Boundaries
import Disclosure
import PageLanguage

extension PeriodTables {
    package func forecast(_ forecasts: [CategoryForecast]) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let months = shown.first?.months ?? []
        return FigureTable(
            words("Months to come"), header: [""] + months + ["MASE"],
            rows: shown.prefix(longest).map { own in
                [name(own.category)]
                    + own.forecast.months.map { month in
                        guard own.isTold(to: privacy.audience) else { return "–" }
                        let count = words.decimal(month.count, places: 0)
                        guard let low = month.low, let high = month.high else { return count }
                        return
                            "\(count) (\(words.decimal(low, places: 0))–\(words.decimal(high, places: 0)))"
                    }
                    + [
                        own.forecast.mase.map {
                            let mase = words.decimal($0, places: 2)
                            return own.forecast.isUsed ? mase : words("\(mase), last year's months")
                        } ?? "–"
                    ]
            },
            notes: [
                words(
                    """
                    Exponential smoothing with a multiplicative season, no trend; in brackets the middle eight in ten of its errors \
                    in a back-test every three months, drawn out to the forecast where all lie on one side. MASE below 1: better than last year's months; else those are shown. Areas: \
                    the category's forecast times the area's share of the last twelve months.
                    """)
            ]
                + (shown.allSatisfy { $0.isTold(to: privacy.audience) }
                    ? [] : [words("–: last year's months, some with small counts.")]))
    }

    /// What the months to come bring to each area, of the largest categories: the category's forecast times the area's share.
    package func forecastByArea(_ forecasts: [CategoryForecast], areas: Int) -> FigureTable {
        let shown = forecasts.filter { isShown($0.category) }
        let largest = shown.prefix(Self.mostByArea)
        let title = words(
            "Months to come by area, \(words.count(shown.first?.months.count ?? 0)) in all")
        guard privacy.audience == .internal else {
            return FigureTable(
                title, rows: [], notes: [words("Not shown: shares of areas could tell small counts.")])
        }
        func cell(_ own: CategoryForecast, _ area: Ordinal<Area>) -> Double {
            own.areaShares[area.index] * own.forecast.months.reduce(0) { $0 + $1.count }
        }
        return FigureTable(
            title, header: [""] + largest.map { name($0.category) } + [words("all foretold")],
            rows: Ordinal<Area>.first(areas).map { area in
                [self.title(area)] + largest.map { words.decimal(cell($0, area), places: 0) }
                    + [words.decimal(shown.reduce(0) { $0 + cell($1, area) }, places: 0)]
            },
            notes: [
                words(
                    """
                    The category's forecast times the area's share of the last twelve months; each month and category is in the \
                    workbook of -o.
                    """)
            ])
    }

    private static let mostByArea = 4
}
