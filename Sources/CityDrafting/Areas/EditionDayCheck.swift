import Chronology
import Geometry
import Records
import ServiceRequests

/// Holds the day from which an edition of a layer is in force, as its file's name gives it, to the requests: before it they should
/// agree with the edition before, and from then on with this one.
struct EditionDayCheck {
    let sample: RequestSample
    let columns: RequestColumns
    let positions: [Coordinate?]
    let clock: CityClock

    /// Notes for each edition what speaks against its day.
    ///
    /// - Parameter groups: The editions of each layer, in the order of their days, as the layers stand there.
    func noteDays(of layers: inout [MatchedFile], groups: [[Int]]) throws {
        var start = 0
        for group in groups {
            for index in (start..<start + group.count).dropFirst() {
                guard let day = EditionDays.day(in: layers[index].file.name).day else { continue }
                layers[index].dayDoubt = try doubt(
                    of: layers[index], since: day, after: layers[index - 1])
            }
            start += group.count
        }
    }

    private func doubt(of newer: MatchedFile, since day: CivilDate, after older: MatchedFile) throws
        -> String?
    {
        guard let opened = columns.column(.opened), let assigned = newer.assigned,
            let own = older.assigned
        else { return nil }
        let matcher = LayerMatcher(sample: sample, columns: columns, positions: positions)
        let byNewer = try matcher.agreement(assigned, with: newer.file)
        let byOlder = try matcher.agreement(own, with: older.file)
        let moments = DateSample(sample.columns[opened], clock: clock).moments
        let start = clock.startOfDay(day).secondsSince1970
        let (before, since) = (
            { (row: Int) in moments[row].map { $0 < start } ?? false },
            { (row: Int) in moments[row].map { $0 >= start } ?? false }
        )
        if byNewer.of(before).isBetter(than: byOlder.of(before)) {
            return told(
                byNewer.of(before), other: byOlder.of(before), of: older, when: "opened before that day")
                + ": it seems to have been in force then too"
        }
        if byOlder.of(since).isBetter(than: byNewer.of(since)) {
            return told(byNewer.of(since), other: byOlder.of(since), of: older, when: "opened since")
                + ": it does not seem to have been in force yet"
        }
        return nil
    }

    private func told(
        _ own: RowAgreement, other: RowAgreement, of older: MatchedFile, when: String
    ) -> String {
        "of the \(NumberText.count(own.all)) requests \(when) \(NumberText.count(own.agreeing)) agree with it and"
            + " \(NumberText.count(other.agreeing)) with \(older.file.name)"
    }
}
