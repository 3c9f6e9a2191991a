/// What a recorded code means in one edition.
package enum AreaMeaning: Hashable, Sendable {
    case area(Ordinal<Area>)
    /// An area of which nothing can be used.
    case unreadable(Ordinal<UnreadableArea>)
    /// The code says that no area was assigned.
    case unassigned
    /// No area has it.
    case unknown

    /// The area of which the ground is known; `nil` for none.
    package var area: Ordinal<Area>? { if case .area(let area) = self { area } else { nil } }
}

/// What recorded codes mean in an edition: see ``AreaCodeTable``.
package struct EditionCodes: Sendable {
    private let table: AreaCodeTable
    private let areaCount: Int

    package init(_ edition: Edition, aliases: [String: String] = [:]) {
        areaCount = edition.areas.count
        table = AreaCodeTable(
            codes: edition.codes + edition.unreadable.map(\.code),
            titles: edition.areas.map(\.title) + edition.unreadable.map(\.title), aliases: aliases)
    }

    /// Aliases for codes that no area of the edition has.
    package var unknownAliases: [String] { table.unknownAliases }

    /// Whether a recorded text means an area by the number in its title alone, which is the code of none.
    package func isNumberOfTitle(_ recorded: String) -> Bool { table.isNumberOfTitle(recorded) }

    package func meaning(of recorded: String) -> AreaMeaning {
        guard let index = table.index(of: recorded) else {
            return AreaCode.saysUnassigned(recorded) ? .unassigned : .unknown
        }
        return index < areaCount ? .area(Ordinal(index)) : .unreadable(Ordinal(index - areaCount))
    }

    /// Returns the area that a recorded code means, `nil` for none of which the ground is known.
    package func area(of recorded: String) -> Ordinal<Area>? {
        meaning(of: recorded).area
    }
}
