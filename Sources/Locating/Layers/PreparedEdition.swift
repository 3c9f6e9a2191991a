package import Boundaries
package import Chronology

/// The areas in force from one day on.
package struct PreparedEdition: Sendable {
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
