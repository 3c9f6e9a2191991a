/// What came of the addresses of a file, counted.
package struct GeocodeTally: Sendable {
    package private(set) var rows = 0
    package private(set) var matches: [MatchPrecision: Int] = [:]
    package private(set) var ties = 0
    /// Of addresses that were not placed, by reason.
    package private(set) var reasons: [String: Int] = [:]
    /// Of matches, how many have each fault.
    package private(set) var faults: [MatchFault: Int] = [:]
    /// The lines of rows that could not be read; from 0 in a block, from 1 in the whole file.
    package internal(set) var unreadable: [Int] = []

    package var matchCount: Int { matches.values.reduce(0, +) }

    mutating func add(_ result: GeocodedAddress) {
        rows += 1
        switch result.status {
        case .match:
            guard let match = result.match else { return }
            matches[match.precision, default: 0] += 1
            for fault in match.faults { faults[fault, default: 0] += 1 }
        case .tie: ties += 1
        case .none(let reason): reasons[reason.name, default: 0] += 1
        }
    }

    /// - Parameter firstLine: The line on which the other's block begins.
    mutating func add(_ other: GeocodeTally, firstLine: Int) {
        rows += other.rows
        matches.merge(other.matches, uniquingKeysWith: +)
        ties += other.ties
        reasons.merge(other.reasons, uniquingKeysWith: +)
        faults.merge(other.faults, uniquingKeysWith: +)
        unreadable += other.unreadable.map { firstLine + $0 }
    }
}
