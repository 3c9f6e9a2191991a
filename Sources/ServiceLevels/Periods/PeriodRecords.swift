import City
import Boundaries
import Chronology
package import Disclosure
package import Locating
package import Records

/// Writes the periods of a report: one period of the city, an area, a category or both a record.
package struct PeriodRecords {
    private let report: PeriodReport
    private let layer: AreaLayer
    private let cityName: String
    private let privacy: PrivateCategories
    private let hidden: HiddenPeriods

    package init(
        _ report: PeriodReport, layer: AreaLayer, cityName: String, privacy: PrivateCategories
    ) {
        self.report = report
        self.layer = layer
        self.cityName = cityName
        self.privacy = privacy
        hidden = report.hidden(from: privacy.audience)
    }

    package static let columns = [
        RecordColumn("scope", "city, area, category or area_category"),
        RecordColumn("period_kind", "month, quarter or year"),
        RecordColumn("period", "2018-03, 2018Q1, 2018 or, of a fiscal year, FY2018"),
        RecordColumn("layer", "layer of areas that is counted by"),
        RecordColumn("area", "code of the area; empty for the whole city"),
        RecordColumn("title", "title of the area"),
        RecordColumn("category", "category; empty for all together"),
        RecordColumn("kind", "all, resident or staff: who made the requests"),
        RecordColumn("opened", .whole, "requests opened in the period"),
        RecordColumn("closed", .whole, "requests closed in it; empty where too many closings have no time"),
        RecordColumn(
            "backlog", .whole, "open at its end: those before, plus opened, less closed; empty as closed is"),
        RecordColumn(
            "median_days", .number, "days until half of those opened in it were closed (Kaplan-Meier)"),
        RecordColumn("median_low", .number, "lower end of its 95 % interval"),
        RecordColumn("median_high", .number, "upper end of it; empty where it is not reached"),
        RecordColumn("within_7", .number, "share closed within 7 days, of those followed so long"),
        RecordColumn("within_30", .number, "share closed within 30 days, of those followed so long"),
        RecordColumn("due", .whole, "requests whose due time lies in the period and has come"),
        RecordColumn("on_time", .whole, "those of them that were closed by it"),
        RecordColumn("share_on_time", .number, "on time, of those due: 0 to 1"),
        RecordColumn(
            "previous_year", .whole,
            "opened in the same period a year before; of an unfinished one on the same days"),
        RecordColumn("ratio", .number, "opened, to the same a year before"),
        RecordColumn("ratio_low", .number, "lower end of the ratio's 95 % interval"),
        RecordColumn("ratio_high", .number, "upper end of it"),
        RecordColumn("usual", .number, "opened, as level and season of the others let expect"),
        RecordColumn("z", .number, "how far the opened lie from it, in standard deviations"),
        RecordColumn(
            "flags", "unfinished, young, filling_up, begins_late, anomaly: what to know before comparing"),
    ]

    package var table: RecordTable {
        // Cells of an area and a category could be subtracted from both their sums: everybody sees the sums only.
        let groups = report.groups.enumerated().filter {
            privacy.audience == .internal || $0.element.scope != .areaCategory
        }
        return RecordTable(
            name: "periods", title: "Periods", columns: Self.columns,
            records: groups.flatMap { number, group in
                let told = ToldSeries(report, group: number, hidden: hidden, audience: privacy.audience)
                return told.series.levels.indices.compactMap { record(told, of: group, at: $0) }
            })
    }

    /// Of cells of an area and a category periods without anything are left out.
    private func record(_ told: ToldSeries, of group: PeriodReport.Group, at index: Int) -> TableRecord? {
        let level = told.series.levels[index]
        if group.scope == .areaCategory, level.opened == 0, level.closed == 0, level.backlog == 0,
            level.due == 0
        {
            return nil
        }
        let areas = layer.edition.areas
        return TableRecord(
            values: [
                .text(group.scope.rawValue), .text(report.span.periods.kind.rawValue),
                .text(report.span.name(index)), .text(layer.settings.name),
                .text(group.area.map { areas[$0].code }), .text(group.area.map(layer.title) ?? cityName),
                .text(group.category.map { report.history.names[$0] }), .text(group.kind.rawValue),
            ]
                + figures(level) { told.tells($0, at: index) })
    }

    private func figures(_ level: PeriodLevel, tells: (ToldSeries.Figure) -> Bool) -> [RecordValue] {
        func count(_ figure: ToldSeries.Figure, _ value: Int?) -> RecordValue {
            .whole(tells(figure) ? value : nil)
        }
        func number(_ value: Double?, _ decimals: Int, of figure: ToldSeries.Figure = .wait) -> RecordValue {
            .number(tells(figure) ? value : nil, decimals: decimals)
        }
        func ratio(_ value: Double?) -> RecordValue {
            .number(tells(.yearBefore) ? value : nil, decimals: 3)
        }
        return [
            count(.opened, level.opened), count(.closed, level.closed), count(.backlog, level.backlog),
            number(level.median, 2),
            number(level.medianLow, 2), number(level.medianHigh, 2),
            number(level.within7, 4, of: .within7), number(level.within30, 4, of: .within30),
            count(.onTime, level.due),
            count(.onTime, level.onTime),
            .number(tells(.onTime) ? level.shareOnTime : nil, decimals: 4),
            count(.yearBefore, level.previousYear), ratio(level.ratio),
            ratio(level.ratioLow), ratio(level.ratioHigh), number(level.usual, 1, of: .opened),
            number(level.z, 2, of: .opened),
            // That a hidden count is far from usual would say how far it may be.
            .texts((tells(.opened) ? level.flags : level.flags.subtracting(.anomaly)).words),
        ]
    }
}
