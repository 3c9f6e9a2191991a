package import Boundaries
package import Locating

/// What a finding says should be loaded back into the CRM.
package struct Repair: Sendable, Equatable {
    package enum Confidence: String, Sendable, CaseIterable, Comparable {
        /// The area is beyond doubt: the position lies farther from any border than its uncertainty, or a house number
        /// tells the side of the street; and a second source beside the recorded position says so too: the address, another
        /// edition, or other requests of its block; or a clerk said so.
        case certain
        /// The assigned area is wrong, or record and map disagree; which area is right is likely.
        case likely
        /// The assigned area may be right, or areas overlap where the position is, or it is a corner or a block on the border of several:
        /// somebody has to ask or look. Never written.
        case doubtful

        package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package let row: Int
    package let layer: Ordinal<Layer>
    package let edition: Ordinal<Edition>
    /// The area of the edition that should be assigned.
    package let area: Ordinal<Area>
    /// The position that replaces the recorded one; `nil` where that stays.
    package internal(set) var position: Position?
    package internal(set) var confidence: Confidence
    package let cause: Cause?
    /// Whether the recorded position stays since a new one would settle a doubt in another layer that somebody has to settle.
    package internal(set) var keepsDoubtfulPosition = false
}

extension Finding {
    /// What should be loaded back, or `nil` where nothing can be said or nothing is wrong.
    package var repair: Repair? {
        guard expected.exists, expected != assigned, let position, let confidence = repairConfidence else {
            return nil
        }
        return Repair(
            row: row, layer: layer, edition: edition, area: expected,
            position: position.source == .recorded ? nil : position, confidence: confidence, cause: cause)
    }

    private var repairConfidence: Repair.Confidence? {
        // An address beyond doubt lies in the assigned area: nothing is to be repaired there.
        if support == .against { return nil }
        switch verdict {
        case .correct, .outside, .unlocatable: return nil
        case .uncertain: return .doubtful
        case .misrouted, .unassigned, .unknownArea:
            if support == .clerk { return .certain }
            if evidence.isOfOverlap || isByDoubtfulAddress || isAssignmentDoubted { return .doubtful }
            if isBetweenAreas, support != .block { return .doubtful }
            // A house number tells its side of the street to the metre, whatever the radius of its place.
            if cause == .wrongSide { return support == .none ? .likely : .certain }
            guard let position, let margin, margin > position.uncertainty, support != .none else {
                return .likely
            }
            if isAddressDoubted, support != .edition { return .likely }
            if isByOneAddress { return .likely }
            // Another map, or the block, says which area the border parts from which, and not on which side of it this one is.
            if isWithinReach, support == .edition || support == .block { return .likely }
            return position.source == .recorded || isAddressSure ? .certain : .likely
        }
    }

    /// Whether an address tells the area, or the side of a street, and the addresses seem to be those of something else.
    private var isByDoubtfulAddress: Bool {
        isAddressDoubted && (cause == .wrongSide || position.map { $0.source != .recorded } ?? false)
    }
}
