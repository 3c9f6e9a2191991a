@testable import ServiceLevels

/// The inputs that `expected.py` computes by the same formulas.
enum MadeUpWaits {
    static let days: [Double] = (0..<200).map { (index: Int) -> Double in
        let quarters = (index * 7919 + index * index * 13) % 400
        return Double(quarters) / 4
    }

    static let waits: [Wait] = days.enumerated().map { (index: Int, days: Double) -> Wait in
        Wait(days: days, end: (index * 31 + 7) % 10 < 7 ? .closed : .stillOpen)
    }
}

/// Returns whether two numbers agree to a relative (or, near 0, absolute) tolerance.
func agrees(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= tolerance * max(1, abs(expected))
}
