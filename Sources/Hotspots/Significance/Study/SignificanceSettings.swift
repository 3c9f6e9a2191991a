/// How places are tested for more than chance.
package struct SignificanceSettings: Sendable {
    /// The width of the grid's cells, metres.
    package var cellSize = 250.0
    package var grid = GridShape.hexagonal
    /// The days of one slice of time.
    package var sliceDays = 30
    /// The random studies or orders that p-values come from.
    package var replications = 999
    package var seed: UInt64 = 311
    /// The chance of any hot or cold spot in a city that has none.
    package var significance = 0.05

    package init() {}

    static let cellSizes = 1.0...100_000
    static let counts = 0...99_999
    static let rates = 0.0001...0.5

    /// What is wrong with the settings; `nil` for nothing.
    package var problem: SignificanceSettingError? {
        if !Self.cellSizes.contains(cellSize) { return .cellSize(metres: cellSize) }
        if sliceDays < 1 { return .sliceDays(sliceDays) }
        if !Self.counts.contains(replications) { return .replications(replications) }
        return Self.rates.contains(significance) ? nil : .falseDiscoveryRate(significance)
    }
}

/// What can be asked about chance.
package enum SignificanceTest: String, Sendable, CaseIterable {
    /// Where is the category frequent?
    case giStar = "gi-star"
    /// How does that change?
    case emerging
    /// Where and when was there an outbreak?
    case scan
    /// Does one report make others nearby likelier?
    case nearRepeats = "near-repeats"

    /// Whether it asks when requests were opened.
    package var asksTimes: Bool { self != .giStar }
}
