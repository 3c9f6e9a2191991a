/// What makes reports of one place one occurrence of the problem, and what makes it come back.
package struct EpisodeRule: Hashable, Sendable {
    /// How long a repair should last: what comes back later is new. Days.
    package let repairLife: Double
    /// How long after a closing a report is still of the same occurrence, days: a clerk's second entry, or a crew's list.
    package let gap: Double

    /// What holds where nothing is set for a category, days.
    package static let usualGap = 1.0
    /// Entries that follow each other within so many seconds are one list, whatever the gap.
    static let batchSeconds: Int64 = 600
    /// So many in a row are a list.
    static let batchMinimum = 3

    package init(repairLife: Double, gap: Double = usualGap) {
        self.repairLife = repairLife
        self.gap = gap
    }

    /// The repair's life in seconds.
    var lifeSeconds: Int64 { Int64((min(repairLife, 1e8) * 86_400).rounded()) }

    /// The gap in seconds, at least that of a list.
    var gapSeconds: Int64 { max(Int64((min(gap, 1e8) * 86_400).rounded()), Self.batchSeconds) }
}
