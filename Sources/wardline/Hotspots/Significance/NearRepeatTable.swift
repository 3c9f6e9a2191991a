import Chronology
import Hotspots
import Records

/// Whether one report makes others nearby likelier, by Knox's table.
struct NearRepeatTable {
    let study: SignificanceStudy

    /// All pairs are compared, over and over.
    private static let mostEvents = 100_000

    func findings() throws(SignificanceError) -> SignificanceFindings {
        let (events, undated) = study.datedEvents
        guard events.count <= Self.mostEvents else {
            throw .invalidSetting(
                name: "requests", value: NumberText.count(events.count),
                allowed: "at most \(NumberText.count(Self.mostEvents)), for they are compared pair by pair; "
                    + "choose a category, dates or an area")
        }
        var settings = NearRepeatSettings()
        settings.replications = study.options.replications
        settings.seed = study.options.seed
        let repeats = try NearRepeats(
            points: events.map { study.positions[$0] }, times: events.compactMap { study.opened[$0] },
            settings: settings, jobs: study.jobs)
        let significant = repeats.cells.joined().count { $0.p <= 0.05 && ($0.ratio ?? 0) > 1 }
        return SignificanceFindings(
            title:
                "\(study.source): near repeats of \(study.subject), more often than chance in \(significant) of "
                + "\(repeats.cells.joined().count) bands",
            notes: notes(repeats, undated: undated),
            table: table(repeats).fitting(Terminal.columns, dispensable: []),
            columns: [
                "metres_from", "metres_to", "days_from", "days_to", "pairs", "expected", "ratio", "p",
            ],
            records: records(repeats))
    }

    private func notes(_ repeats: NearRepeats, undated: Int) -> [String] {
        var notes = [
            "pairs of reports observed, and how many times as many as chance would have it; * p ≤ 0.05",
            "expected N(distance) · N(time) / N of \(NumberText.count(repeats.pairs)) pairs: Knox, Applied Statistics 13 "
                + "(1964); bands after Townsley and others (2003)",
            "p from \(NumberText.count(study.options.replications)) random orders of the times, seed "
                + "\(study.options.seed): Mantel, Cancer Research 27 (1967)",
        ]
        if undated > 0 { notes.append("\(NumberText.count(undated)) without a date of opening are left out") }
        return notes
    }

    private func table(_ repeats: NearRepeats) -> TextTable {
        let days = bands(repeats.settings.days)
        var table = TextTable([.left] + days.map { _ in .right })
        table.add([""] + days.map { "\(label($0)) days" })
        for (distance, row) in zip(bands(repeats.settings.distances), repeats.cells) {
            let name = distance.to == 0 ? "same place" : "\(label(distance)) m"
            table.add(
                [name]
                    + row.map { cell in
                        let ratio = cell.ratio.map { "× \(NumberText.decimal($0))" } ?? "–"
                        let isSignificant = cell.p <= 0.05 && (cell.ratio ?? 0) > 1
                        return "\(NumberText.count(cell.observed)) \(ratio)\(isSignificant ? "*" : " ")"
                    })
        }
        return table
    }

    private func records(_ repeats: NearRepeats) -> [TableRecord] {
        zip(bands(repeats.settings.distances), repeats.cells).flatMap { distance, row in
            zip(bands(repeats.settings.days), row).map { days, cell in
                TableRecord(
                    values: [
                        .number(distance.from, decimals: 0), .number(distance.to, decimals: 0),
                        .number(days.from, decimals: 0), .number(days.to, decimals: 0),
                        .whole(cell.observed), .number(cell.expected, decimals: 3),
                        .number(cell.ratio, decimals: 3), .number(cell.p, decimals: 6),
                    ], geometry: GeoJSONGeometryText.null)
            }
        }
    }

    private func bands(_ bounds: [Double]) -> [(from: Double, to: Double)] {
        Array(zip([0] + bounds, bounds).map { (from: $0.0, to: $0.1) })
    }

    private func label(_ band: (from: Double, to: Double)) -> String { "\(Int(band.from))–\(Int(band.to))" }
}
