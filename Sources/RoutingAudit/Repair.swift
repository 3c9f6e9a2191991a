package import Locating

/// What a finding says should be loaded back into the CRM.
package struct Repair: Sendable, Equatable {
    package enum Confidence: String, Sendable, CaseIterable, Comparable {
        /// The area is beyond doubt: the position lies farther from any border than its uncertainty, or a house number
        /// tells the side of the street.
        case certain
        /// The assigned area is wrong; which one is right is likely.
        case likely
        /// The assigned area may be right: somebody has to ask or look.
        case doubtful

        package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    package let row: Int
    package let layer: Int
    package let edition: Int
    /// The area of the edition that should be assigned.
    package let area: Int
    /// The position that replaces the recorded one; `nil` where that stays.
    package let position: Position?
    package let confidence: Confidence
    package let cause: Cause?
}

extension Finding {
    /// Returns what should be loaded back, or `nil` where nothing can be said or nothing is wrong.
    ///
    /// - Parameter addresses: The addresses that the finding was judged with.
    package func repair(addresses: AddressBook?) -> Repair? {
        guard expected >= 0, expected != assigned, let position, let confidence = confidence(addresses) else {
            return nil
        }
        return Repair(
            row: row, layer: layer, edition: edition, area: expected,
            position: position.source == .recorded ? nil : position, confidence: confidence, cause: cause)
    }

    private func confidence(_ addresses: AddressBook?) -> Repair.Confidence? {
        switch verdict {
        case .correct, .outside, .unlocatable: return nil
        case .uncertain: return .doubtful
        case .misrouted, .unassigned, .unknownArea:
            if cause == .wrongSide { return .certain }
            guard let position, let margin, margin > position.uncertainty else { return .likely }
            return isUndisputed(position, addresses) ? .certain : .likely
        }
    }

    /// Whether nothing speaks against the position: no address far from a recorded one, no doubt in an address.
    private func isUndisputed(_ position: Position, _ addresses: AddressBook?) -> Bool {
        guard let addresses, let place = addresses.place(at: row) else { return true }
        guard position.source == .recorded else { return place.confidence == .sure }
        let error = Double(addresses.errors[row])
        guard !error.isNaN, let address = place.position, place.confidence != .loose else { return true }
        return error <= position.uncertainty + address.uncertainty
    }
}
