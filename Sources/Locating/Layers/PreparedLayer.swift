package import Boundaries

/// A layer ready for locating requests: its editions with their cells and borders.
package struct PreparedLayer: Sendable {
    package let name: String
    package let title: String
    /// The radius within which a recorded position may be wrong, metres.
    package let uncertainty: Double
    /// Whether the city file states the uncertainty; where it does not, a measured one takes its place.
    package let isUncertaintyStated: Bool
    /// Differences between record and map that the city agreed upon.
    package let accepted: [AcceptedDifference]
    /// In order of time; a request is judged by the edition in force when it was opened.
    package let editions: [PreparedEdition]

    package init(
        name: String, title: String, uncertainty: Double, isUncertaintyStated: Bool = true,
        accepted: [AcceptedDifference] = [], editions: [PreparedEdition]
    ) {
        self.isUncertaintyStated = isUncertaintyStated
        self.accepted = accepted
        self.name = name
        self.title = title
        self.uncertainty = uncertainty
        self.editions = editions
    }
}

extension PreparedLayer: Numbered {
    package typealias Subject = Layer

    package var lastEdition: Ordinal<Edition> { Ordinal(editions.count - 1) }
}

/// A difference between record and map that was agreed upon: requests that lie in one area are assigned to another.
package struct AcceptedDifference: Sendable, Hashable {
    /// The code that the CRM assigns.
    package let assigned: String
    /// The code of the area where the position lies.
    package let expected: String
    package let why: String

    package init(assigned: String, expected: String, why: String) {
        self.assigned = assigned
        self.expected = expected
        self.why = why
    }
}
