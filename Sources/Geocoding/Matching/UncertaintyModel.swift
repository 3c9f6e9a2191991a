/// The radius within which about 95 in 100 positions lie, by how they were found, metres.
///
/// Calibrated on Baltimore's requests, whose own points lie at the parcels; see Benchmarks/README.md.
package struct UncertaintyModel: Sendable, Hashable {
    package var addressPoint = 20.0
    /// For an interpolated position: this much, and this share of the segment's length.
    package var rangeBase = 20.0
    package var rangeShare = 0.3
    package var intersection = 25.0
    /// Beside that of a range, for a number that no range holds, placed at the nearest one's end.
    package var besideRange = 110.0
    /// Beside a block's or street's own half length.
    package var blockBase = 30.0
    /// Beside that of the address, for what lies across the street from it, or near it.
    package var acrossTheStreet = 20.0
    package var nearAddress = 60.0
    /// At least, for a number that the street does not have: it may be that of a piece that is missing.
    package var farNumber = 1_350.0
    /// Beside that of a range or crossing, for what speaks against it, of which the largest counts.
    package var directionalFault = 25.0
    package var typeFault = 30.0
    package var otherSide = 160.0
    package var nameFault = 120.0

    package init() {}

    /// Returns what a place's faults add to its radius, metres.
    func widening(_ faults: MatchFaults) -> Double {
        guard !faults.isEmpty else { return 0 }
        var widening = 0.0
        for fault in faults {
            switch fault {
            case .directionalMissing, .directionalExtra: widening = max(widening, directionalFault)
            case .typeMissing, .typeExtra, .typeWrong, .alias, .modifierDiffers:
                widening = max(widening, typeFault)
            case .numberOnOtherSide: widening = max(widening, otherSide)
            case .nameMisspelled, .nameSoundsAlike, .namePartial: widening = max(widening, nameFault)
            default: break
            }
        }
        return widening
    }

    /// Returns the part of ``widening(_:)`` that stands for another street than the matched one, metres.
    func streetDoubt(_ faults: MatchFaults) -> Double {
        widening(faults) - (faults.contains(.numberOnOtherSide) ? otherSide : 0)
    }

    func range(length: Double) -> Double { rangeBase + rangeShare * length }
}
