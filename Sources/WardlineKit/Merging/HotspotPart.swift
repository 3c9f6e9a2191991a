import Disclosure
package import Hotspots
import Locating
package import ServiceRequests

/// The sums of a survey of all requests of some categories: what was asked, which request is in which cluster, and where the
/// clusters are. Which is the worst is known when all are put together.
package struct HotspotPart: PartSums {
    package static let command = "hotspots"
    package static let isByCategory = true

    package let requests: RequestSums
    let question: HotspotSettings
    let clusters: ClusterSums
    let placeholders: [PlaceholderSums]

    package init(_ survey: HotspotSurvey, jobs: Int) throws {
        requests = RequestSums(survey.table, areParentsTold: true) { _ in true }
        question = survey.settings
        clusters = try ClusterSums(survey, jobs: jobs)
        placeholders = survey.defaultPoints.map { PlaceholderSums($0, isOfAll: true) }
    }

    /// - Throws: ``PartSumsError`` or ``AudienceError`` for a question whose answer is no sum of parts.
    package static func check(_ question: HotspotSettings) throws {
        guard question.grouping == .byCategory else {
            throw PartSumsError.acrossCategories
        }
        guard question.audience == .internal else {
            throw AudienceError.partForEverybody
        }
    }
}
