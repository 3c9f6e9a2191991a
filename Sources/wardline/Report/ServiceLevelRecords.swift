import Boundaries
import City
import OutputFiles
import ServiceLevels

/// Writes the service levels, one area and category a record: first all categories together, in each first the city.
struct ServiceLevelRecords {
    let run: ReportRun
    let format: RecordFormat

    private static let columns = [
        "layer", "area", "title", "category", "requests", "open", "median_days", "p90_days", "on_time",
        "late",
        "not_yet_known", "share_on_time", "expected_low", "expected_high", "funnel_z", "standing", "median_z",
        "income", "people", "income_third",
    ]

    func write(to destination: OutputDestination) throws {
        let shapes =
            format == .geojson
            ? run.layer.shapes.map(GeoJSONGeometryText.surface)
            : run.layer.shapes.map { _ in GeoJSONGeometryText.null }
        let records = run.levels.categories.flatMap { levels in
            [TableRecord(values: values(levels.city, nil, levels), geometry: GeoJSONGeometryText.null)]
                + levels.areas.indices.map { area in
                    TableRecord(values: values(levels.areas[area], area, levels), geometry: shapes[area])
                }
        }
        try RecordWriter(format: format, columns: Self.columns).write(records, to: destination)
    }

    private func values(_ level: ServiceLevel, _ area: Int?, _ levels: CategoryLevels) -> [RecordValue] {
        let areas = run.layer.edition.areas
        let incomes = area == nil ? nil : run.equity?.incomes
        let third = area.flatMap { incomes?.thirds[$0] }
        return [
            .text(run.layer.settings.name), .text(area.map { areas[$0].code }),
            .text(area.map(run.layer.title) ?? run.city.name), .text(levels.category),
            .whole(level.requests), .whole(level.stillOpen), .number(level.median, decimals: 2),
            .number(level.ninetiethPercentile, decimals: 2), .whole(level.tally.onTime),
            .whole(level.tally.late), .whole(level.tally.notYetKnown),
            .number(level.tally.shareOnTime, decimals: 4),
            .number(level.funnel?.inner.lowerBound, decimals: 4),
            .number(level.funnel?.inner.upperBound, decimals: 4), .number(level.funnel?.z, decimals: 2),
            .text(level.funnel?.position.rawValue), .number(level.medianScore, decimals: 2),
            .number(area.flatMap { incomes?.incomes[$0] }, decimals: 0),
            .number(area.flatMap { incomes?.people[$0] }, decimals: 0), .text(third?.word),
        ]
    }
}

extension IncomeThird {
    /// How outputs name it.
    var word: String {
        switch self {
        case .low: "low"
        case .middle: "middle"
        case .high: "high"
        }
    }
}
