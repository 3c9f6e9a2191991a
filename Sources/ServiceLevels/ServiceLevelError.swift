/// Why a service level cannot be measured from what was given.
package enum ServiceLevelError: Error, Equatable, CustomStringConvertible {
    /// A duration is negative or no number, as when a request was closed before it was opened.
    case unusableDuration(index: Int, days: Double)
    /// A count, weight, income or value cannot be used.
    case unusableValue(name: String, index: Int, allowed: String)
    /// Two lists that describe the same things have different lengths.
    case lengthsDiffer(first: String, count: Int, second: String, otherCount: Int)

    package var description: String {
        switch self {
        case .unusableDuration(let index, let days):
            "duration \(index) is \(days) days; leave out requests that were closed before they were opened"
        case .unusableValue(let name, let index, let allowed):
            "\(name) \(index) cannot be used; it must be \(allowed)"
        case .lengthsDiffer(let first, let count, let second, let otherCount):
            "there are \(count) \(first) but \(otherCount) \(second); give one for each"
        }
    }
}

func requireEqualLengths(
    _ first: String, count: Int, second: String, otherCount: Int
) throws(ServiceLevelError) {
    guard count == otherCount else {
        throw .lengthsDiffer(first: first, count: count, second: second, otherCount: otherCount)
    }
}

/// Checks that each number is usable, and names the first that is not.
func require(
    _ values: [Double], name: String, allowed: String, _ isUsable: (Double) -> Bool
) throws(ServiceLevelError) {
    if let index = values.firstIndex(where: { !$0.isFinite || !isUsable($0) }) {
        throw .unusableValue(name: name, index: index, allowed: allowed)
    }
}
