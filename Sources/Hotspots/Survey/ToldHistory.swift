import ServiceRequests

/// What may be told of a cluster's history: where nobody knows when requests were closed, nobody knows what came back after it was.
package struct ToldHistory: Sendable {
    /// Whether how often the problem came back, and for how long it was there, is told.
    package let tellsReturns: Bool
    private let history: ClusterHistory
    private let tellsStates: Bool

    init(_ history: ClusterHistory, _ closings: KnownClosings) {
        self.history = history
        tellsReturns = closings.tellClosings(of: history.closings)
        tellsStates = closings.tellStates
    }

    package var duplicates: Int? { tellsReturns ? history.duplicates : nil }
    package var episodes: Int? { tellsReturns ? history.episodes : nil }
    package var recurrences: Int? { tellsReturns ? history.recurrences : nil }
    package var medianDaysToReturn: Double? { tellsReturns ? history.medianDaysToReturn : nil }
    package var daysOpen: Double? { tellsReturns ? history.daysOpen : nil }
    package var openNow: Int? { tellsStates ? history.openNow : nil }
}

extension HotspotSurvey {
    /// Returns what may be told of a cluster's history.
    package func told(_ cluster: HotspotCluster) -> ToldHistory { ToldHistory(cluster.history, closings) }
}
