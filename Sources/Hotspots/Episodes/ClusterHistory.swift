package import Chronology
package import ServiceRequests
import Statistics

/// What a cluster's timeline comes to.
package struct ClusterHistory: Sendable, BitwiseCopyable {
    package let reports: Int
    /// Further reports of its episodes.
    package let duplicates: Int
    /// Those of them that were entered as one of a list.
    package let batch: Int
    package let episodes: Int
    package let recurrences: Int
    /// The median, over the recurrences, of the days from closing to coming back; `nil` without any.
    package let medianDaysToReturn: Double?
    /// The days on which any report was open, each counted once, until the data end.
    package let daysOpen: Double
    /// The first and the last opening; `nil` where no report has a date.
    package let first: Timestamp?
    package let last: Timestamp?
    /// The reports that are open.
    package let openNow: Int
    /// `nil` where the data do not go back two years.
    package let trend: Trend?
    package let faults: Timeline.Faults
    /// How many of the reports were closed at a time that is known.
    package let closings: ClosingCount

    /// - Parameters:
    ///   - span: The first and the last moment of the data, not of the cluster alone.
    package init(_ timeline: Timeline, of reports: [Report], span: ClosedRange<Timestamp>) {
        self.reports = reports.count
        episodes = timeline.episodes.count
        faults = timeline.faults
        var daysAway: [Double] = []
        for episode in timeline.episodes where episode.kind == .recurrence {
            daysAway.append(episode.daysAway ?? 0)
        }
        recurrences = daysAway.count
        medianDaysToReturn = median(daysAway)
        batch = timeline.entries.count { $0.role == .batch }
        duplicates = timeline.entries.count { $0.role == .duplicate } + batch
        openNow = reports.count { $0.state == .open }
        closings = ClosingCount(
            open: openNow, closed: reports.count - openNow, unusable: reports.count(where: \.isClosedUnknown))
        first = timeline.entries.first.flatMap { reports[$0.report].opened }
        let dated = timeline.entries.count - timeline.faults.undated
        last = dated > 0 ? reports[timeline.entries[dated - 1].report].opened : nil
        daysOpen = Self.daysCovered(timeline, reports, until: span.upperBound)
        trend = Trend(of: reports.lazy.compactMap(\.opened), span: span)
    }

    /// Returns the days on which any of the reports was open, each counted once.
    private static func daysCovered(_ timeline: Timeline, _ reports: [Report], until end: Timestamp) -> Double
    {
        var seconds: Int64 = 0
        var covered = Int64.min
        for entry in timeline.entries {
            let report = reports[entry.report]
            guard let opened = report.opened else { continue }
            let start = max(opened.secondsSince1970, covered)
            let closed = (report.end(openedAt: opened) ?? end).secondsSince1970 + report.secondsLonger
            guard closed > start else { continue }
            seconds += closed - start
            covered = closed
        }
        return Double(seconds) / 86_400
    }
}
