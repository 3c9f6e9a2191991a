package import Chronology

/// What a cluster's timeline comes to.
package struct ClusterHistory: Sendable {
    package let reports: Int
    package let duplicates: Int
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

    /// - Parameters:
    ///   - span: The first and the last moment of the data, not of the cluster alone.
    package init(_ timeline: Timeline, of reports: [Report], span: ClosedRange<Timestamp>) {
        self.reports = reports.count
        episodes = timeline.episodes.count
        recurrences = timeline.episodes.count { $0.kind == .recurrence }
        duplicates = timeline.entries.count { $0.role == .duplicate }
        medianDaysToReturn = Self.median(
            timeline.episodes.filter { $0.kind == .recurrence }.compactMap(\.daysAway))
        daysOpen = Self.daysCovered(timeline.entries.lazy.map { reports[$0.report] }, until: span.upperBound)
        let openings = reports.compactMap(\.opened)
        first = openings.min()
        last = openings.max()
        openNow = reports.count { $0.state == .open }
        trend = Trend(of: openings, span: span)
        faults = timeline.faults
    }

    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Returns the days on which any of the reports, in order of opening, was open.
    private static func daysCovered(_ reports: some Sequence<Report>, until asOf: Timestamp) -> Double {
        var days = 0.0
        var covered: Timestamp?
        for report in reports {
            guard let opened = report.opened else { continue }
            let start = max(opened, covered ?? opened)
            let end = report.end(openedAt: opened) ?? asOf
            guard end > start else { continue }
            days += end.days(since: start)
            covered = end
        }
        return days
    }
}
