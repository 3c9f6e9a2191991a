package import Chronology
package import Disclosure

/// Which requests somebody asks the service levels of.
package struct ServiceLevelSettings: Codable, Sendable {
    /// The names asked for; empty for all.
    package var categories: [String] = []
    /// The first and last day of opening that are asked for; `nil` for any.
    package var since: CivilDate?
    package var until: CivilDate?
    /// For whom the figures are: requests of private categories are in no public one.
    package var audience = PublishedOutput.report.usualAudience

    package init() {}
}
