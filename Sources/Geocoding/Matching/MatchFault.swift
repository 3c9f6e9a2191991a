/// One way in which an address line departs from what it was matched with.
package enum MatchFault: UInt8, Sendable, CaseIterable {
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

    /// The fault's name in outputs.
    package var name: String { Self.names[Int(rawValue)] }

    private static let names = [
        "name_spacing", "name_misspelled", "name_sounds_alike", "name_partial", "alias", "modifier_differs",
        "directional_missing", "directional_extra", "directional_wrong", "directional_swapped",
        "type_missing",
        "type_extra", "type_wrong", "zip_wrong", "city_elsewhere", "number_suffix_differs",
        "number_on_other_side", "number_not_in_range", "number_far_from_range", "streets_do_not_meet",
        "second_reading",
    ]
}

/// The faults of a match: which, and what they take from 100 together.
package struct MatchFaults: Hashable, Sendable, Sequence {
    private var bits: UInt32 = 0
    /// Points taken from 100.
    package private(set) var penalty: Double = 0

    package init() {}

    package var isEmpty: Bool { bits == 0 }

    package func contains(_ fault: MatchFault) -> Bool { bits & (1 << UInt32(fault.rawValue)) != 0 }

    mutating func add(_ fault: MatchFault, _ points: Double) {
        bits |= 1 << UInt32(fault.rawValue)
        penalty += points
    }

    mutating func add(_ other: MatchFaults) {
        bits |= other.bits
        penalty += other.penalty
    }

    /// The faults in the order of their cases.
    package func makeIterator() -> some IteratorProtocol<MatchFault> {
        MatchFault.allCases.lazy.filter(contains).makeIterator()
    }

    /// The faults' names, separated by `;`.
    package var text: String { map(\.name).joined(separator: ";") }
}
