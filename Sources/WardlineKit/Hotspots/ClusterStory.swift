import Chronology
package import Hotspots
import Records
import ServiceRequests

/// Tells a cluster's history as text, episode by episode.
package struct ClusterStory {
    private let survey: HotspotSurvey
    private let cluster: HotspotCluster
    private let place: ClusterPlace
    private let reports: [Report]
    private let timeline: Timeline

    /// - Throws: ``HotspotError`` where no cluster has the number.
    package init(_ survey: HotspotSurvey, number: Int) throws {
        guard let cluster = survey.clusters.first(where: { $0.number == number }) else {
            throw HotspotError.noCluster(number: number, count: survey.clusters.count)
        }
        self.survey = survey
        self.cluster = cluster
        place = try HotspotPlaces(survey).place(of: cluster)
        reports = place.rows.map { survey.reports.report(Int($0)) }
        timeline = Timeline(
            reports, rule: survey.groups.groups[cluster.group].episodes)
    }

    /// What and where the cluster is.
    package var heading: String {
        let category = survey.groups.groups[cluster.group].title
        let name = place.name.map { ", \($0)" } ?? ""
        return "Cluster \(cluster.number): \(category.isEmpty ? "all categories" : category)\(name)"
    }

    /// The history below the heading, in lines.
    package var text: String {
        var lines = summary() + [""]
        for (index, episode) in timeline.episodes.enumerated() {
            lines += story(of: episode, number: index + 1)
        }
        lines += undated()
        return TerminalText.text(ofLines: lines)
    }

    private func summary() -> [String] {
        let (history, told) = (cluster.history, survey.told(cluster))
        let lists = history.batch > 0 ? ", \(NumberText.count(history.batch)) entered as lists" : ""
        var lines: [String] = []
        if let episodes = told.episodes, let duplicates = told.duplicates {
            lines.append(
                "\(DayText.counted(episodes, "episode")) from \(DayText.counted(history.reports, "report")), "
                    + "\(DayText.counted(duplicates, "duplicate")) among them" + lists)
        } else {
            lines.append(
                "\(DayText.counted(history.reports, "report"))\(lists): which of them came back after a closing cannot be told,"
                    + " since nothing says when too many were closed")
        }
        if let days = told.medianDaysToReturn {
            lines.append(
                "came back \(DayText.counted(history.recurrences, "time")), \(NumberText.decimal(days)) days after closing in "
                    + "the median")
        }
        let now = history.openNow > 0 ? ", \(DayText.counted(history.openNow, "report")) open now" : ""
        if let days = told.daysOpen { lines.append("open on \(NumberText.decimal(days)) days in all\(now)") }
        if let trend = history.trend {
            lines.append(
                "\(DayText.counted(trend.lastYear, "report")) in the last year, \(NumberText.count(trend.yearBefore)) the year "
                    + "before: \(trend.direction.rawValue)")
        }
        return lines.map { "  \($0)" }
    }

    private func story(of episode: Episode, number: Int) -> [String] {
        let end =
            episode.isEndUnknown
            ? "closed on no known day" : episode.end.map { "closed \(day($0))" } ?? "still open"
        var lines = [
            "  Episode \(number), \(kind(of: episode, number: number)): opened \(day(episode.opened)), \(end)"
        ]
        var table = TextTable([.left, .left, .left, .left])
        for entry in timeline.entries where entry.episode == number {
            let row = Int(place.rows[entry.report])
            table.add([
                survey.table.opened[row].map(day) ?? "no date", survey.table.id(at: row), entry.role.word,
                closing(of: entry),
            ])
        }
        lines += table.lines(indent: 6)
        return lines + [""]
    }

    private func kind(of episode: Episode, number: Int) -> String {
        guard let days = episode.daysAway else { return "the first" }
        // How long that was after a closing nobody knows where the last one closed on no known day.
        guard number < 2 || !timeline.episodes[number - 2].isEndUnknown else { return "new" }
        let away = "\(NumberText.decimal(days)) days after the last was closed"
        switch episode.kind {
        case .recurrence: return "came back \(away)"
        case .new:
            let life = survey.groups.groups[cluster.group].episodes.repairLife
            return "new, \(away), which is more than a repair's life of \(NumberText.decimal(life)) days"
        }
    }

    private func closing(of entry: Timeline.Entry) -> String {
        let row = Int(place.rows[entry.report])
        guard let closed = survey.table.closed[row] else {
            return survey.table.statuses[row].map { "status \($0)" } ?? "not closed"
        }
        return "closed \(day(closed))"
            + (reports[entry.report].isClosedBeforeOpened ? ", before it was opened" : "")
    }

    private func undated() -> [String] {
        let ids = timeline.entries.filter { $0.role == .undated }
            .map { survey.table.id(at: Int(place.rows[$0.report])) }
        return ids.isEmpty
            ? [] : ["  Without a date of opening, in no episode: \(ids.joined(separator: ", "))"]
    }

    private func day(_ moment: Timestamp) -> String { survey.clock.date(at: moment).description }
}
