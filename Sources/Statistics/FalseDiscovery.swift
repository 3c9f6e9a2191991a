/// Returns p-values corrected for the number of tests: calling each one at most `q` significant leaves an expected
/// share of at most `q` of the calls false.
///
/// Formula: with p sorted ascending, adjusted p₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·n / j, at most 1.
/// Source: Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995). Holds for independent
/// tests and for the positive dependence that overlapping neighbourhoods have (Benjamini and Yekutieli 2001).
package func falseDiscoveryAdjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var smallest = 1.0
    for (position, index) in order.enumerated().reversed() {
        smallest = min(smallest, pValues[index] * Double(pValues.count) / Double(position + 1))
        adjusted[index] = smallest
    }
    return adjusted
}
