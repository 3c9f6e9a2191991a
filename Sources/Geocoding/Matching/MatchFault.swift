/// One way in which an address line departs from what it was matched with.
package enum MatchFault: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    case nameSpacing
    case nameMisspelled
    case nameSoundsAlike
    case namePartial
    case alias
    case modifierDiffers
    case directionalMissing
    case directionalExtra
    case directionalWrong
    case directionalSwapped
    case typeMissing
    case typeExtra
    case typeWrong
    case zipWrong
    case cityElsewhere
    case numberSuffixDiffers
    case numberOnOtherSide
    case numberNotInRange
    case numberFarFromRange
    case streetsDoNotMeet
    case secondReading
    /// The state that is written is none that the streets lie in.
    case stateElsewhere
    /// Nothing says whether the town that is written is that of the street.
    case cityUnknown
    /// The line says that the place lies across the street from the address.
    case acrossTheStreet
    /// The line says that the place lies near the address.
    case nearAddress
    /// The line has two numbers, of which either may be the house, and this is one of them.
    case eitherHouse
    /// The reference has the street that is written, and this is another one.
    case otherStreet
    /// The line has a number behind a sign that may be the house's or a unit's, and none before the street.
    case numberNotRead
    /// Another street of the very name may have the number, though no list has it there.
    case namesake

    /// The fault's name in outputs.
    package var name: String { Self.names[Int(rawValue)] }

    private static let names = [
        "name_spacing", "name_misspelled", "name_sounds_alike", "name_partial", "alias", "modifier_differs",
        "directional_missing", "directional_extra", "directional_wrong", "directional_swapped",
        "type_missing",
        "type_extra", "type_wrong", "zip_wrong", "city_elsewhere", "number_suffix_differs",
        "number_on_other_side", "number_not_in_range", "number_far_from_range", "streets_do_not_meet",
        "second_reading", "state_elsewhere", "city_unknown", "across_the_street", "near_address",
        "either_house", "other_street", "number_not_read", "namesake",
    ]

    /// What the line writes is contradicted by the place: no match, however good the rest.
    package var isContradiction: Bool {
        switch self {
        case .directionalWrong, .zipWrong, .cityElsewhere, .stateElsewhere, .otherStreet: true
        default: false
        }
    }

    /// The name was taken for another than the one written; two such guesses together are no match.
    var isGuess: Bool {
        switch self {
        case .nameMisspelled, .nameSoundsAlike, .namePartial, .modifierDiffers, .typeWrong: true
        default: false
        }
    }
}

/// The faults of a match: which, and what they take from 100 together.
package struct MatchFaults: Hashable, Sendable, Sequence {
    private var bits: UInt32 = 0
    /// Points taken from 100.
    package private(set) var penalty: Double = 0
    /// How many of them are guesses at the name; in a crossing those of each street.
    private(set) var guessCount: UInt8 = 0

    package init() {}

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ fault: MatchFault) -> Bool { bits & (1 << UInt32(fault.rawValue)) != 0 }

    mutating func add(_ fault: MatchFault, _ points: Double) {
        bits |= 1 << UInt32(fault.rawValue)
        penalty += points
        if fault.isGuess { guessCount &+= 1 }
    }

    /// Returns the faults without one that is no guess, and without its points.
    func without(_ fault: MatchFault, _ points: Double) -> MatchFaults {
        guard contains(fault) else { return self }
        var faults = self
        faults.bits &= ~(1 << UInt32(fault.rawValue))
        faults.penalty -= points
        return faults
    }

    mutating func add(_ other: MatchFaults) {
        bits |= other.bits
        penalty += other.penalty
        guessCount &+= other.guessCount
    }

    /// Whether the name is spelled otherwise than the one written, and not merely in part.
    var isOfOtherName: Bool { contains(.nameMisspelled) || contains(.nameSoundsAlike) }

    /// The first of the faults that is a contradiction.
    package var contradiction: MatchFault? { first(where: \.isContradiction) }

    /// The faults in the order of their cases.
    package func makeIterator() -> some IteratorProtocol<MatchFault> {
        MatchFault.allCases.lazy.filter(contains).makeIterator()
    }

    /// The faults' names, separated by `;`.
    package var text: String { map(\.name).joined(separator: ";") }
}
