import Chronology

/// The reports of one cluster in order of time, each with its part in an episode.
package struct Timeline: Sendable {
    /// A report's part.
    package enum Role: UInt8, Sendable, CaseIterable, BitwiseCopyable {
        /// The first report of an episode that is no recurrence.
        case new
        /// The first report after the problem was closed, within the repair's life.
        case recurrence
        /// A further report of an episode that is still open, or one that the data links to another.
        case duplicate
        /// A report without a date of opening, which is in no episode.
        case undated
        /// A further report of an episode that was entered as one of a list: within minutes of the one before, or closed
        /// as soon as it was opened, like the one before.
        case batch
    }

    package struct Entry: Hashable, Sendable {
        /// The report's place in the input.
        package var report: Int
        /// The report's episode, counted from 1 in order of time; 0 for none.
        package var episode: Int
        package var role: Role
    }

    /// In order of opening; reports without a date come last.
    package private(set) var entries: [Entry] = []
    package private(set) var episodes: [Episode] = []
    package private(set) var faults = Faults()

    /// What was missing or could not be, and was counted rather than left out.
    package struct Faults: Hashable, Sendable, BitwiseCopyable {
        /// Reports without a date of opening.
        package var undated = 0
        /// Reports that are closed, no one knows when.
        package var closedWithoutDate = 0
        package var closedBeforeOpened = 0
    }

    private let rule: EpisodeRule
    private let gapSeconds: Int64
    /// The episodes that may still be open, seldom more than one.
    private var openEpisodes: [Int] = []
    /// The episode in which the first report with each link was put.
    private var episodeOfLink: [Int: Int] = [:]
    /// The latest moment at which an episode was closed.
    private var lastEnd: Timestamp?

    /// Creates the timeline of a cluster's reports.
    ///
    /// Reports opened at the same moment are taken in the order of the input.
    package init(_ reports: [Report], rule: EpisodeRule) {
        self.rule = rule
        gapSeconds = rule.gapSeconds
        entries.reserveCapacity(reports.count)
        if Self.areInOrder(reports) {
            for report in reports.indices { add(report, reports[report]) }
        } else {
            for report in Self.inOrder(reports) { add(report, reports[report]) }
        }
        if !episodeOfLink.isEmpty { letParentsBegin(reports) }
        markBatches(reports)
    }

    private static let last = Timestamp(secondsSince1970: .max)

    private static func areInOrder(_ reports: [Report]) -> Bool {
        for index in reports.indices.dropFirst()
        where reports[index].opened ?? last < reports[index - 1].opened ?? last { return false }
        return true
    }

    private static func inOrder(_ reports: [Report]) -> [Int] {
        reports.indices.sorted { (reports[$0].opened ?? last, $0) < (reports[$1].opened ?? last, $1) }
    }

    private mutating func add(_ index: Int, _ report: Report) {
        count(report)
        let (episode, role) = part(of: report)
        entries.append(Entry(report: index, episode: episode, role: role))
    }

    private mutating func count(_ report: Report) {
        guard report.opened != nil else {
            faults.undated += 1
            return
        }
        guard case .closed(let closed) = report.state else { return }
        if closed == nil { faults.closedWithoutDate += 1 }
        if report.isClosedBeforeOpened { faults.closedBeforeOpened += 1 }
    }

    private mutating func part(of report: Report) -> (episode: Int, role: Role) {
        if let link = report.link, let episode = episodeOfLink[link] {
            join(episode, report)
            return (episode, .duplicate)
        }
        guard let opened = report.opened else { return (0, .undated) }
        openEpisodes.removeAll {
            !episodes[$0 - 1].isOpen(
                for: report, openedAt: opened, gapSeconds: gapSeconds, lifeSeconds: rule.lifeSeconds)
        }
        if let episode = openEpisodes.last {
            join(episode, report)
            return (episode, .duplicate)
        }
        return begin(report, opened: opened)
    }

    private mutating func join(_ episode: Int, _ report: Report) {
        episodes[episode - 1].reports += 1
        if let opened = report.opened {
            episodes[episode - 1].extend(
                to: report.end(openedAt: opened), isUnknown: report.isClosedUnknown)
        }
        if !openEpisodes.contains(episode) { openEpisodes.append(episode) }
        noteEnd(of: episode, report)
    }

    private mutating func begin(_ report: Report, opened: Timestamp) -> (episode: Int, role: Role) {
        let daysAway = lastEnd.map { Double(report.seconds(since: $0, openedAt: opened)) / 86_400 }
        let isRecurrence = daysAway.map { $0 <= rule.repairLife } ?? false
        episodes.append(
            Episode(
                opened: opened, end: report.end(openedAt: opened), isEndUnknown: report.isClosedUnknown,
                daysAway: daysAway, kind: isRecurrence ? .recurrence : .new))
        openEpisodes.append(episodes.count)
        noteEnd(of: episodes.count, report)
        return (episodes.count, isRecurrence ? .recurrence : .new)
    }

    private mutating func noteEnd(of episode: Int, _ report: Report) {
        if let link = report.link { episodeOfLink[link] = episode }
        if let end = episodes[episode - 1].end { lastEnd = max(lastEnd ?? end, end) }
    }

    /// Marks the further reports of an episode that were entered as one of a list.
    private mutating func markBatches(_ reports: [Report]) {
        var run = 0
        for index in entries.indices.dropFirst() {
            let step = step(to: index, reports)
            run = step.isWithinMinutes ? run + 1 : 0
            if step.isQuick { mark(index) }
            // A run of three makes a list of its second and third, and of what follows.
            guard run + 1 >= EpisodeRule.batchMinimum else { continue }
            mark(index)
            if run + 1 == EpisodeRule.batchMinimum { mark(index - 1) }
        }
    }

    private mutating func mark(_ index: Int) {
        if entries[index].role == .duplicate { entries[index].role = .batch }
    }

    /// How a report follows the one before it in the same episode: within minutes, and both closed as soon as opened.
    private func step(to index: Int, _ reports: [Report]) -> (isWithinMinutes: Bool, isQuick: Bool) {
        let (one, other) = (entries[index - 1], entries[index])
        guard other.episode > 0, one.episode == other.episode,
            let first = reports[one.report].opened, let second = reports[other.report].opened
        else { return (false, false) }
        // Two callers of one day, of which no time was recorded, are no list.
        let isWithin =
            !reports[one.report].isOpenedByDay && !reports[other.report].isOpenedByDay
            && second.secondsSince1970 - first.secondsSince1970 <= EpisodeRule.batchSeconds
        return (isWithin, reports[one.report].isClosedAtOnce && reports[other.report].isClosedAtOnce)
    }

    /// Where a linked report came before the one that it repeats, lets the latter begin their episode.
    private mutating func letParentsBegin(_ reports: [Report]) {
        var beginners: [Int: Int] = [:]
        for index in entries.indices where entries[index].role == .new || entries[index].role == .recurrence {
            beginners[entries[index].episode] = index
        }
        for index in entries.indices where entries[index].role == .duplicate {
            let parent = reports[entries[index].report]
            guard parent.isParent, let beginner = beginners[entries[index].episode] else { continue }
            let child = reports[entries[beginner].report]
            guard child.link == parent.link, !child.isParent else { continue }
            entries[index].role = entries[beginner].role
            entries[beginner].role = .duplicate
            beginners[entries[index].episode] = index
        }
    }
}
