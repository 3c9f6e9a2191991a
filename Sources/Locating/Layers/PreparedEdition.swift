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
    /// The areas that the file names and of which nothing can be used.
    package let unreadable: [UnreadableArea]
    /// Returns what a recorded code means, after normalising and aliases.
    package let meaning: @Sendable (_ recorded: String) -> AreaMeaning
    /// Whether a recorded code means an area by the number in its title alone, which is the code of none.
    package let isNumberOfTitle: @Sendable (_ recorded: String) -> Bool

    /// Returns the area that a recorded code means, `nil` for none of which the ground is known.
    package func area(_ recorded: String) -> Ordinal<Area>? {
        meaning(recorded).area
    }

    package func code(of area: Ordinal<Area>) -> String { codes[area.index] }

    /// Whether a position in none of the areas may lie in one of which the ground is not known.
    package var hidesGround: Bool { unreadable.contains(where: \.hidesGround) }

    package init(
        name: String, from: CivilDate?, codes: [String], ground: EditionGround,
        area: @escaping @Sendable (_ recorded: String) -> Ordinal<Area>?
    ) {
        self.name = name
        self.from = from
        self.codes = codes
        self.ground = ground
        unreadable = []
        meaning = { area($0).map(AreaMeaning.area) ?? .unknown }
        isNumberOfTitle = { _ in false }
    }

    /// Makes an edition ready.
    ///
    /// - Parameters:
    ///   - name: What people know it by.
    ///   - aliases: Other names of its areas, and the codes they mean.
    package init(_ edition: Edition, name: String, ground: EditionGround, aliases: [String: String]) {
        self.name = name
        from = edition.from
        codes = edition.codes
        self.ground = ground
        unreadable = edition.unreadable
        let known = EditionCodes(edition, aliases: aliases)
        meaning = { known.meaning(of: $0) }
        isNumberOfTitle = { known.isNumberOfTitle($0) }
    }
}

extension PreparedEdition: Numbered { package typealias Subject = Edition }
