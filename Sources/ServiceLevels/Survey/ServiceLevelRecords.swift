import Boundaries
import City
import Locating
package import Records

/// Writes the service levels, one area and category a record: first all categories together, in each first the city.
/// GeoJSON has one feature for each area, with all that was asked for together, so that a map shows each once.
package struct ServiceLevelRecords {
    private let survey: ServiceLevelSurvey
    private let format: RecordFormat

    package init(survey: ServiceLevelSurvey, format: RecordFormat) {
        self.survey = survey
        self.format = format
    }

    package static let columns = [
        "layer", "area", "title", "category", "requests", "open", "median_days", "p90_days", "on_time",
        "late",
        "not_yet_known", "share_on_time", "expected_low", "expected_high", "funnel_z", "standing", "median_z",
        "income", "people", "income_third",
    ]

    package func write(to destination: OutputDestination) throws(OutputError) {
        try RecordWriter(format: format, columns: Self.columns).write(
            format == .geojson ? features : records, to: destination)
    }

    private var features: [TableRecord] {
        survey.levels.all.areas.indices.map { area in
            TableRecord(
                values: values(survey.levels.all.areas[area], area, survey.levels.all),
                geometry: GeoJSONGeometryText.surface(survey.layer.shapes[area]))
        }
    }

    private var records: [TableRecord] {
        ([survey.levels.all] + survey.levels.categories).flatMap { levels in
            [values(levels.city, nil, levels)]
                + levels.areas.indices.map { values(levels.areas[$0], $0, levels) }
        }.map { TableRecord(values: $0, geometry: GeoJSONGeometryText.null) }
    }

    private func values(_ level: ServiceLevel, _ area: Int?, _ levels: CategoryLevels) -> [RecordValue] {
        let areas = survey.layer.edition.areas
        let incomes = area == nil ? nil : survey.equity?.incomes
        let third = area.flatMap { incomes?.thirds[$0] }
        return [
            .text(survey.layer.settings.name), .text(area.map { areas[$0].code }),
            .text(area.map(survey.layer.title) ?? survey.city.name),
            .text(levels.category.map { survey.selection.names[$0] }),
            .whole(level.requests), .whole(level.stillOpen), .number(level.median, decimals: 2),
            .number(level.ninetiethPercentile, decimals: 2), .whole(level.tally.onTime),
            .whole(level.tally.late), .whole(level.tally.notYetKnown),
            .number(level.tally.shareOnTime, decimals: 4),
            .number(level.funnel?.inner.lowerBound, decimals: 4),
            .number(level.funnel?.inner.upperBound, decimals: 4), .number(level.funnel?.z, decimals: 2),
            .text(level.standing?.rawValue), .number(level.slowness, decimals: 2),
            .number(area.flatMap { incomes?.incomes[$0] }, decimals: 0),
            .number(area.flatMap { incomes?.people[$0] }, decimals: 0), .text(third?.rawValue),
        ]
    }
}
