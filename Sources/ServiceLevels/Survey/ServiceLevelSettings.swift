package import Chronology

/// Which requests somebody asks the service levels of.
package struct ServiceLevelSettings: Sendable {
    /// The names asked for; empty for all.
    package var categories: [String] = []
    /// The first and last day of opening that are asked for; `nil` for any.
    package var since: CivilDate?
    package var until: CivilDate?

    package init() {}
}
