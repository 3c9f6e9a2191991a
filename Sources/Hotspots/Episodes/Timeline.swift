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

    /// The episodes that may still be open, seldom more than one.
    private var openEpisodes: [Int] = []
    /// The episode in which the first report with each link was put.
    private var episodeOfLink: [Int: Int] = [:]
    /// The latest moment at which an episode was closed.
    private var lastEnd: Timestamp?

    /// Creates the timeline of a cluster's reports.
    ///
    /// Reports opened at the same moment are taken in the order of the input.
    /// - Parameter repairLife: How long a repair should last: what comes back later is new. Days.
    package init(_ reports: [Report], repairLife: Double) {
        entries.reserveCapacity(reports.count)
        if Self.areInOrder(reports) {
            for report in reports.indices { add(report, reports[report], repairLife: repairLife) }
        } else {
            for report in Self.inOrder(reports) { add(report, reports[report], repairLife: repairLife) }
        }
        if !episodeOfLink.isEmpty { letParentsBegin(reports) }
    }

    private static let last = Timestamp(secondsSince1970: .max)

    private static func areInOrder(_ reports: [Report]) -> Bool {
        for place in reports.indices.dropFirst()
        where reports[place].opened ?? last < reports[place - 1].opened ?? last { return false }
        return true
    }

    private static func inOrder(_ reports: [Report]) -> [Int] {
        reports.indices.sorted { (reports[$0].opened ?? last, $0) < (reports[$1].opened ?? last, $1) }
    }

    private mutating func add(_ place: Int, _ report: Report, repairLife: Double) {
        count(report)
        let (episode, role) = self.place(report, repairLife: repairLife)
        entries.append(Entry(report: place, episode: episode, role: role))
    }

    private mutating func count(_ report: Report) {
        guard let opened = report.opened else {
            faults.undated += 1
            return
        }
        guard case .closed(let closed) = report.state else { return }
        guard let closed else {
            faults.closedWithoutDate += 1
            return
        }
        if closed < opened { faults.closedBeforeOpened += 1 }
    }

    private mutating func place(_ report: Report, repairLife: Double) -> (episode: Int, role: Role) {
        if let link = report.link, let episode = episodeOfLink[link] {
            join(episode, report)
            return (episode, .duplicate)
        }
        guard let opened = report.opened else { return (0, .undated) }
        openEpisodes.removeAll { !episodes[$0 - 1].isOpen(at: opened) }
        if let episode = openEpisodes.last {
            join(episode, report)
            return (episode, .duplicate)
        }
        return begin(report, opened: opened, repairLife: repairLife)
    }

    private mutating func join(_ episode: Int, _ report: Report) {
        episodes[episode - 1].reports += 1
        if let opened = report.opened {
            episodes[episode - 1].extend(to: report.end(openedAt: opened))
        }
        if !openEpisodes.contains(episode) { openEpisodes.append(episode) }
        noteEnd(of: episode, report)
    }

    private mutating func begin(
        _ report: Report, opened: Timestamp, repairLife: Double
    ) -> (episode: Int, role: Role) {
        let daysAway = lastEnd.map { opened.days(since: $0) }
        let isRecurrence = daysAway.map { $0 <= repairLife } ?? false
        episodes.append(
            Episode(
                opened: opened, end: report.end(openedAt: opened), daysAway: daysAway,
                kind: isRecurrence ? .recurrence : .new))
        openEpisodes.append(episodes.count)
        noteEnd(of: episodes.count, report)
        return (episodes.count, isRecurrence ? .recurrence : .new)
    }

    private mutating func noteEnd(of episode: Int, _ report: Report) {
        if let link = report.link { episodeOfLink[link] = episode }
        if let end = episodes[episode - 1].end { lastEnd = max(lastEnd ?? end, end) }
    }

    /// Where a linked report came before the one that it repeats, lets the latter begin their episode.
    private mutating func letParentsBegin(_ reports: [Report]) {
        var beginners: [Int: Int] = [:]
        for place in entries.indices where entries[place].role == .new || entries[place].role == .recurrence {
            beginners[entries[place].episode] = place
        }
        for place in entries.indices where entries[place].role == .duplicate {
            let parent = reports[entries[place].report]
            guard parent.isParent, let beginner = beginners[entries[place].episode] else { continue }
            let child = reports[entries[beginner].report]
            guard child.link == parent.link, !child.isParent else { continue }
            entries[place].role = entries[beginner].role
            entries[beginner].role = .duplicate
            beginners[entries[place].episode] = place
        }
    }
}
