package import Boundaries
package import Chronology

/// A layer as the audit needs it: its editions, and which column of the requests holds the CRM's answer.
package struct AuditLayer: Sendable {
    package let name: String
    package let title: String
    /// The radius within which a recorded position may be wrong, metres.
    package let uncertainty: Double
    /// In order of time; a request is judged by the edition in force when it was opened.
    package let editions: [AuditEdition]

    package init(name: String, title: String, uncertainty: Double, editions: [AuditEdition]) {
        self.name = name
        self.title = title
        self.uncertainty = uncertainty
        self.editions = editions
    }
}

/// The areas in force from one day on.
package struct AuditEdition: Sendable {
    /// What people know the edition by: its file's name.
    package let name: String
    /// The first day in force; `nil` for since ever.
    package let from: CivilDate?
    /// The areas' codes as the file has them, in the order of the ground's areas.
    package let codes: [String]
    package let ground: EditionGround
    /// Returns the area that a recorded code means, after normalising and aliases.
    package let area: @Sendable (_ recorded: String) -> Int?

    package init(
        name: String, from: CivilDate?, codes: [String], ground: EditionGround,
        area: @escaping @Sendable (_ recorded: String) -> Int?
    ) {
        self.name = name
        self.from = from
        self.codes = codes
        self.ground = ground
        self.area = area
    }
}
