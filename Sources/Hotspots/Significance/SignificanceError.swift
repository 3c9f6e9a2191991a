package import Wording

/// Why a statistic cannot be computed from what was given.
package enum SignificanceError: AdvisingError, Hashable {
    /// A category is compared with all requests, and none is named.
    case noCategory
    /// A setting lies outside what the statistic can use.
    case invalidSetting(name: String, value: String, allowed: String)
    /// A point's projected position is not a number, or lies beyond any place on earth.
    case unusablePosition(index: Int)
    /// Two lists that describe the same things have different lengths.
    case lengthsDiffer(first: String, count: Int, second: String, otherCount: Int)
    /// A place has cases but nobody who could have had them.
    case casesWithoutPopulation(location: Int)
    /// The times span more than 68 years, which a table of near repeats cannot hold.
    case timesTooFarApart(days: Double)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .noCategory:
            "one category is compared with all requests; name it\(terms.with(.category, "NAME"))"
        case .invalidSetting(let name, let value, let allowed):
            "\(name) is \(value); it must be \(allowed)"
        case .unusablePosition(let index):
            "point \(index) has no usable position in metres; leave out requests that could not be placed"
        case .lengthsDiffer(let first, let count, let second, let otherCount):
            "there are \(count) \(first) but \(otherCount) \(second); give one for each"
        case .casesWithoutPopulation(let location):
            "location \(location) has cases but no population; join it to a neighbour or give its population"
        case .timesTooFarApart(let days):
            "the times span \(Int(days / 365.25)) years, more than 68; look for placeholder dates such as 1900-01-01"
        }
    }
}

/// Checks that two lists describe the same things.
func requireEqualLengths(
    _ first: String, count: Int, second: String, otherCount: Int
) throws(SignificanceError) {
    guard count == otherCount else {
        throw .lengthsDiffer(first: first, count: count, second: second, otherCount: otherCount)
    }
}
