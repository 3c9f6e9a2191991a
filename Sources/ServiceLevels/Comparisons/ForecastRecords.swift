import Boundaries
package import Disclosure
package import Locating
package import Records

/// Writes what the next months are foretold to bring: one month of a category in the city or in one area a record.
package struct ForecastRecords {
    private let forecasts: [CategoryForecast]
    private let history: CaseHistory
    private let layer: AreaLayer
    private let privacy: PrivateCategories

    package init(
        _ forecasts: [CategoryForecast], history: CaseHistory, layer: AreaLayer, privacy: PrivateCategories
    ) {
        self.forecasts = forecasts
        self.history = history
        self.layer = layer
        self.privacy = privacy
    }

    package static let columns = [
        RecordColumn("scope", "category, or area_category for one area's share of it"),
        RecordColumn("area", "code of the area; empty for the whole city"),
        RecordColumn("title", "title of the area"),
        RecordColumn("category", "category"),
        RecordColumn("month", "month that is foretold, as 2019-03"),
        RecordColumn("requests", .number, "requests foretold"),
        RecordColumn("low", .number, "lower end of the middle eight in ten of the back-test's errors"),
        RecordColumn("high", .number, "upper end of them; neither end lies beyond the forecast"),
        RecordColumn("mase", .number, "error of the back-test, of last year's months; below 1 is better"),
        RecordColumn("method", "smoothing, or last_year where that did better in the back-test"),
    ]

    package var table: RecordTable {
        let shown = forecasts.filter { !privacy.isWithheld(history.names[$0.category]) }
        return RecordTable(
            name: "forecasts", title: "Months to come", columns: Self.columns,
            records: shown.flatMap { own in
                own.forecast.months.indices.map { record(own, month: $0, area: nil) }
                    + areas(of: own)
                    .flatMap { area in
                        own.forecast.months.indices.map { record(own, month: $0, area: area) }
                    }
            })
    }

    /// A share tells how many an area had in the last year: everybody sees none, as of cells of periods.
    private func areas(of own: CategoryForecast) -> [Ordinal<Area>] {
        privacy.audience == .public
            ? [] : layer.edition.areas.ordinals.filter { own.areaShares[$0.index] > 0 }
    }

    private func record(_ own: CategoryForecast, month: Int, area: Ordinal<Area>?) -> TableRecord {
        let share = area.map { own.areaShares[$0.index] } ?? 1
        let isTold = own.isTold(to: privacy.audience)
        let value = own.forecast.months[month]
        return TableRecord(values: [
            .text(area == nil ? "category" : "area_category"),
            .text(area.map { layer.edition.areas[$0].code }), .text(area.map(layer.title)),
            .text(history.names[own.category]), .text(own.months[month]),
            .number(isTold ? share * value.count : nil, decimals: 1),
            .number(value.low.map { share * $0 }, decimals: 1),
            .number(value.high.map { share * $0 }, decimals: 1), .number(own.forecast.mase, decimals: 3),
            .text(own.forecast.isUsed ? "smoothing" : "last_year"),
        ])
    }
}
