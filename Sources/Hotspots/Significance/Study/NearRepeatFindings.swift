package import Records

/// Whether one report makes others nearby likelier, by Knox's table.
package struct NearRepeatFindings {
    package let repeats: NearRepeats
    /// The requests that were asked for and have no date.
    package let undated: Int

    /// All pairs are compared, over and over.
    private static let mostEvents = 100_000

    package init(_ study: SignificanceStudy) throws(SignificanceError) {
        let (events, undated) = study.datedEvents
        guard events.count <= Self.mostEvents else {
            throw .invalidSetting(
                name: "requests", value: NumberText.count(events.count),
                allowed: "at most \(NumberText.count(Self.mostEvents)), for they are compared pair by pair; "
                    + "choose a category, dates or an area")
        }
        var settings = NearRepeatSettings()
        settings.replications = study.settings.replications
        settings.seed = study.settings.seed
        self.undated = undated
        repeats = try NearRepeats(
            points: events.map { study.positions[$0] }, times: events.compactMap { study.opened[$0] },
            settings: settings, jobs: study.jobs)
    }

    package static let columns = [
        RecordColumn("metres_from", .number, "pairs of requests at least so many metres apart"),
        RecordColumn("metres_to", .number, "and at most so many; 0 is the same place"),
        RecordColumn("days_from", .number, "opened at least so many days apart"),
        RecordColumn("days_to", .number, "and at most so many"),
        RecordColumn("pairs", .whole, "pairs of requests in the band"),
        RecordColumn("expected", .number, "pairs if place and time had nothing to do with each other"),
        RecordColumn("ratio", .number, "pairs for each expected one"),
        RecordColumn("p", .number, "p-value by random orders of the times"),
        RecordColumn("p_adjusted", .number, "the same, adjusted for all bands (Benjamini and Hochberg)"),
    ]

    /// The records as a table.
    package var table: RecordTable {
        RecordTable(
            name: "near_repeats", title: "Near repeats", columns: Self.columns, shape: .none,
            records: records)
    }

    private var records: [TableRecord] {
        zip(Self.bands(repeats.settings.distances), repeats.cells).flatMap { distance, row in
            zip(Self.bands(repeats.settings.days), row).map { days, cell in
                TableRecord(values: [
                    .number(distance.from, decimals: 0), .number(distance.to, decimals: 0),
                    .number(days.from, decimals: 0), .number(days.to, decimals: 0),
                    .whole(cell.observed), .number(cell.expected, decimals: 3),
                    .number(cell.ratio, decimals: 3), .number(cell.p, decimals: 6),
                    .number(cell.adjustedP, decimals: 6),
                ])
            }
        }
    }

    /// Returns the bands between bounds, the first from 0 on.
    package static func bands(_ bounds: [Double]) -> [(from: Double, to: Double)] {
        Array(zip([0] + bounds, bounds).map { (from: $0.0, to: $0.1) })
    }
}

extension NearRepeats.Cell {
    /// Whether a band holds more pairs than chance would have it: of data sets where nothing else is at work one in twenty has such
    /// a band.
    package var isSignificant: Bool { adjustedP <= 0.05 && (ratio ?? 0) > 1 }
}
