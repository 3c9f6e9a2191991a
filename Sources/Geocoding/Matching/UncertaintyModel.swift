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

    package init() {}

    func range(length: Double) -> Double { rangeBase + rangeShare * length }
}
