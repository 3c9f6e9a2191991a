/// What counts as too small to report.
package struct CheckSettings: Sendable, Equatable {
    /// Overlaps and gaps of less surface are left out, m².
    package var leastArea: Double
    /// Gaps that are open to the outside count where they are narrower than this, metres.
    package var gapWidth: Double

    package init(leastArea: Double = 10, gapWidth: Double = 5) {
        self.leastArea = leastArea
        self.gapWidth = gapWidth
    }
}
