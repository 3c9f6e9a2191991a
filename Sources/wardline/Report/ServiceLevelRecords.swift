import Boundaries
import City
import Locating
import Records
import ServiceLevels

/// Writes the service levels, one area and category a record: first all categories together, in each first the city.
/// GeoJSON has one feature for each area, with all that was asked for together, so that a map shows each once.
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
        try RecordWriter(format: format, columns: Self.columns).write(
            format == .geojson ? features : records, to: destination)
    }

    private var features: [TableRecord] {
        run.levels.all.areas.indices.map { area in
            TableRecord(
                values: values(run.levels.all.areas[area], area, run.levels.all),
                geometry: GeoJSONGeometryText.surface(run.layer.shapes[area]))
        }
    }

    private var records: [TableRecord] {
        ([run.levels.all] + run.levels.categories).flatMap { levels in
            [values(levels.city, nil, levels)]
                + levels.areas.indices.map { values(levels.areas[$0], $0, levels) }
        }.map { TableRecord(values: $0, geometry: GeoJSONGeometryText.null) }
    }

    private func values(_ level: ServiceLevel, _ area: Int?, _ levels: CategoryLevels) -> [RecordValue] {
        let areas = run.layer.edition.areas
        let incomes = area == nil ? nil : run.equity?.incomes
        let third = area.flatMap { incomes?.thirds[$0] }
        return [
            .text(run.layer.settings.name), .text(area.map { areas[$0].code }),
            .text(area.map(run.layer.title) ?? run.city.name), .text(levels.category.map { run.names[$0] }),
            .whole(level.requests), .whole(level.stillOpen), .number(level.median, decimals: 2),
            .number(level.ninetiethPercentile, decimals: 2), .whole(level.tally.onTime),
            .whole(level.tally.late), .whole(level.tally.notYetKnown),
            .number(level.tally.shareOnTime, decimals: 4),
            .number(level.funnel?.inner.lowerBound, decimals: 4),
            .number(level.funnel?.inner.upperBound, decimals: 4), .number(level.funnel?.z, decimals: 2),
            .text(level.funnel?.position.rawValue), .number(level.medianScore, decimals: 2),
            .number(area.flatMap { incomes?.incomes[$0] }, decimals: 0),
            .number(area.flatMap { incomes?.people[$0] }, decimals: 0), .text(third?.rawValue),
        ]
    }
}
