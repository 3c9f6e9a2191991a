/// Returns whether two numbers agree to a relative (or, near 0, absolute) tolerance.
func agrees(_ found: Double, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
    abs(found - expected) <= tolerance * max(1, abs(expected))
}

func agree(_ found: [Double], _ expected: [Double], within tolerance: Double = 1e-9) -> Bool {
    found.count == expected.count
        && zip(found, expected).allSatisfy { agrees($0, $1, within: tolerance) }
}
