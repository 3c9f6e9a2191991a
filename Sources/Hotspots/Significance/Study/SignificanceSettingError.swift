package import Wording

/// What is wrong with the settings of a test of significance.
package enum SignificanceSettingError: AdvisingError, Hashable {
    case cellSize(metres: Double)
    /// Days of one slice of time.
    case sliceDays(Int)
    /// Random studies or orders.
    case replications(Int)
    /// The chance of any spot where there is none.
    case falseDiscoveryRate(Double)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .cellSize(let size):
            "\(terms[.cellSize]) \(size): cells are 1 to 100000 m wide"
                + Self.nearest(to: size, in: SignificanceSettings.cellSizes)
        case .sliceDays(let days): "\(terms[.sliceDays]) \(days): the nearest is 1"
        case .replications(let count):
            "\(terms[.replications]) \(count): the nearest is \(count < 0 ? 0 : SignificanceSettings.counts.upperBound)"
        case .falseDiscoveryRate(let rate):
            "\(terms[.falseDiscoveryRate]) \(rate): name a share from 0.0001 to 0.5"
                + Self.nearest(to: rate, in: SignificanceSettings.rates)
        }
    }

    /// Names the nearest value that is taken; what is no number has none.
    private static func nearest(to given: Double, in range: ClosedRange<Double>) -> String {
        guard !given.isNaN else { return "" }
        let value = min(max(given, range.lowerBound), range.upperBound)
        return "; the nearest is \(value == value.rounded() ? String(Int(value)) : String(value))"
    }
}
