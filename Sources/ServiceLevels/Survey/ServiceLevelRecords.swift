import Boundaries
import City
import Locating
package import Records

/// Writes the service levels, one area and category a record: first all categories together, in each first the city.
/// GeoJSON has one feature for each area, with all that was asked for together, so that a map shows each once.
package struct ServiceLevelRecords {
    private let survey: ServiceLevelSurvey
    private let writer: RecordWriter
    private let periods: [RecordTable]

    /// - Parameter periods: Tables of periods, which then come first; none where none were asked for.
    package init(survey: ServiceLevelSurvey, writer: RecordWriter, periods: [RecordTable] = []) {
        self.survey = survey
        self.writer = writer
        self.periods = periods
    }

    package static let columns = [
        RecordColumn("layer", "layer of areas that is counted by"),
        RecordColumn("area", "code of the area; empty for the whole city"),
        RecordColumn("title", "title of the area"),
        RecordColumn("category", "category; empty for all together"),
        RecordColumn("requests", .whole, "requests that are counted"),
        RecordColumn("open", .whole, "requests that are still open"),
        RecordColumn("median_days", .number, "days until half of the requests were closed"),
        RecordColumn("p90_days", .number, "days until nine of ten were closed"),
        RecordColumn("on_time", .whole, "requests that were closed by their due day or target"),
        RecordColumn("late", .whole, "requests that were not"),
        RecordColumn("not_yet_known", .whole, "open requests that are not due yet"),
        RecordColumn("share_on_time", .number, "on time, of those on time or late: 0 to 1"),
        RecordColumn("expected_low", .number, "lowest share that number and kinds of requests let expect"),
        RecordColumn("expected_high", .number, "highest share that they let expect"),
        RecordColumn(
            "funnel_z", .number, "how far the share lies from the expected one, in standard deviations"),
        RecordColumn("standing", "where the share lies in the funnel"),
        RecordColumn("median_z", .number, "how far the median lies from the areas' usual one"),
        RecordColumn("income", .number, "income of the area, from the table of incomes"),
        RecordColumn("people", .number, "people of the area, from the same"),
        RecordColumn("income_third", "poorest, middle or richest third of the people"),
    ]

    /// - Parameter summary: What is told to people of the same figures.
    package func write(to destination: OutputDestination, summary: String) throws(OutputError) {
        let title = "Service levels of \(survey.city.name) by \(survey.layer.settings.name)"
        try writer.write(
            RecordDocument(title: title, tables: tables, summary: summary), to: destination)
    }

    /// A GeoPackage has a layer of the areas beside the table of all figures.
    private var tables: [RecordTable] {
        let levels = RecordTable(
            name: "service_levels", title: "Service levels", columns: Self.columns, records: records)
        let areas = RecordTable(
            name: "areas", title: "Areas", columns: Self.columns, shape: .surfaces, style: .plain("#00798c"),
            records: features)
        return switch writer.format {
        case .geojson: [areas]
        case .gpkg: [areas, levels] + periods
        case .csv, .json, .jsonl, .xlsx: periods + [levels]
        }
    }

    private var features: [TableRecord] {
        survey.levels.all.areas.ordinals.map { area in
            TableRecord(
                values: values(survey.levels.all.areas[area], area: area, levels: survey.levels.all),
                geometry: .surface(survey.layer.shapes[area.index]))
        }
    }

    private var records: [TableRecord] {
        ([survey.levels.all] + survey.levels.categories).flatMap { levels in
            [values(levels.city, area: nil, levels: levels)]
                + levels.areas.ordinals.map { values(levels.areas[$0], area: $0, levels: levels) }
        }.map { TableRecord(values: $0) }
    }

    private func values(_ level: ServiceLevel, area: Ordinal<Area>?, levels: CategoryLevels) -> [RecordValue]
    {
        let areas = survey.layer.edition.areas
        let incomes = area == nil ? nil : survey.equity?.incomes
        let tally = level.tellsWaits ? level.tally : nil
        let third = area.flatMap { incomes?.thirds[$0.index] }
        return [
            .text(survey.layer.settings.name), .text(area.map { areas[$0].code }),
            .text(area.map(survey.layer.title) ?? survey.city.name),
            .text(levels.category.map { survey.selection.names[$0] }),
            .whole(level.requests), .whole(level.stillOpen), .number(level.median, decimals: 2),
            .number(level.ninetiethPercentile, decimals: 2), .whole(tally?.onTime),
            .whole(tally?.late), .whole(tally?.notYetKnown),
            .number(tally?.shareOnTime, decimals: 4),
            .number(level.funnel?.inner.lowerBound, decimals: 4),
            .number(level.funnel?.inner.upperBound, decimals: 4), .number(level.funnel?.z, decimals: 2),
            .text(level.standing?.rawValue), .number(level.slowness, decimals: 2),
            .number(area.flatMap { incomes?.incomes[$0.index] }, decimals: 0),
            .number(area.flatMap { incomes?.people[$0.index] }, decimals: 0), .text(third?.rawValue),
        ]
    }
}
