/// What is wrong with the settings of a test of significance, to stand after the `--` of the command's option.
package enum SignificanceSettingError: Error, Sendable, Hashable, CustomStringConvertible {
    case cellSize(metres: Double)
    /// Days of one slice of time.
    case sliceDays(Int)
    /// Random studies or orders.
    case replications(Int)
    /// The chance of any spot where there is none.
    case falseDiscoveryRate(Double)

    package var description: String {
        switch self {
        case .cellSize(let size):
            "cell-size \(size): cells are 1 to 100000 m wide"
                + Self.nearest(to: size, in: SignificanceSettings.cellSizes)
        case .sliceDays(let days): "slice-days \(days): the nearest is 1"
        case .replications(let count):
            "replications \(count): the nearest is \(count < 0 ? 0 : SignificanceSettings.counts.upperBound)"
        case .falseDiscoveryRate(let rate):
            "false-discovery-rate \(rate): name a share from 0.0001 to 0.5"
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
