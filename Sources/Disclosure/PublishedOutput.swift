/// What is written for people, and for whom where nobody says: the one table of usual editions.
///
/// Findings, repairs, located rows and addresses are for those who work with the cases by their nature, and have no
/// edition to choose.
package enum PublishedOutput: Sendable, CaseIterable {
    /// Maps, packets and their index.
    case map
    /// Figures of a report, on the terminal and as rows.
    case report
    /// Pages of a report or of closures.
    case pages
    /// Cases to ask about, and the measures beside them.
    case callBackList
    /// Clusters and tests of significance.
    case clusters

    package var usualAudience: Audience {
        switch self {
        case .map, .report, .pages: .public
        case .callBackList, .clusters: .internal
        }
    }
}
