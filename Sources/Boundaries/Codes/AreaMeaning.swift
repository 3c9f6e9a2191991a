/// What a recorded code means in one edition.
package enum AreaMeaning: Hashable, Sendable {
    /// The index of an area.
    case area(Int)
    /// The index of an area of which nothing can be used.
    case unreadable(Int)
    /// The code says that no area was assigned.
    case unassigned
    /// No area has it.
    case unknown

    /// The meaning as one number, for columns: an area's index, or a negative one.
    package var number: Int32 {
        switch self {
        case .area(let index): Int32(index)
        case .unknown: -1
        case .unassigned: -2
        case .unreadable(let index): -3 - Int32(index)
        }
    }

    package init(number: Int) {
        self =
            switch number {
            case 0...: .area(number)
            case -1: .unknown
            case -2: .unassigned
            default: .unreadable(-3 - number)
            }
    }
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

    package func meaning(of recorded: String) -> AreaMeaning {
        guard let index = table.index(of: recorded) else {
            return AreaCode.saysUnassigned(recorded) ? .unassigned : .unknown
        }
        return index < areaCount ? .area(index) : .unreadable(index - areaCount)
    }

    /// Returns the area that a recorded code means, `nil` for none of which the ground is known.
    package func area(of recorded: String) -> Int? {
        if case .area(let index) = meaning(of: recorded) { index } else { nil }
    }
}
