import Hotspots
import Records

/// Whether one report makes others nearby likelier, for people.
struct NearRepeatTable {
    let study: SignificanceStudy
    let found: NearRepeatFindings

    private var repeats: NearRepeats { found.repeats }

    var text: SignificanceText {
        let cells = repeats.cells.joined()
        return SignificanceText(
            title:
                "\(study.source): near repeats of \(study.subject), more often than chance in "
                + "\(cells.count { $0.isSignificant }) of \(cells.count) bands",
            notes: notes, table: table.fitting(Terminal.columns, dispensable: []),
            records: found.table)
    }

    private var notes: [String] {
        var notes = [
            "pairs of reports observed, and how many times as many as chance would have it; * p ≤ 0.05 adjusted for all bands",
            "expected N(distance) · N(time) / N of \(NumberText.count(repeats.pairs)) pairs: Knox, Applied Statistics 13 "
                + "(1964); bands after Townsley and others (2003)",
            "p from \(NumberText.count(study.settings.replications)) random orders of the times, seed "
                + "\(study.settings.seed): Mantel, Cancer Research 27 (1967)",
        ]
        if found.undated > 0 {
            notes.append("\(NumberText.count(found.undated)) without a plausible opening are left out")
        }
        return notes
    }

    private var table: TextTable {
        let days = NearRepeatFindings.bands(repeats.settings.days)
        var table = TextTable([.left] + days.map { _ in .right })
        table.add([""] + days.map { "\(label($0)) days" })
        for (distance, row) in zip(NearRepeatFindings.bands(repeats.settings.distances), repeats.cells) {
            let name = distance.to == 0 ? "same place" : "\(label(distance)) m"
            table.add(
                [name]
                    + row.map { cell in
                        let ratio = cell.ratio.map { "× \(NumberText.decimal($0))" } ?? "–"
                        return "\(NumberText.count(cell.observed)) \(ratio)\(cell.isSignificant ? "*" : " ")"
                    })
        }
        return table
    }

    private func label(_ band: (from: Double, to: Double)) -> String { "\(Int(band.from))–\(Int(band.to))" }
}
