import Statistics

/// Returns how far each value lies from the median, in a unit that outliers do not stretch.
///
/// Formula: M = 0.6745 (x − median) / MAD, MAD being the median distance from the median; 0.6745 makes M of normal
/// values a z-score. Where more than half are equal, MAD is 0 and the mean distance takes its place:
/// M = (x − median) / (1.253314 · mean distance). Where all are equal every score is 0.
/// Source: Iglewicz and Hoaglin, "How to Detect and Handle Outliers" (1993).
package func robustScores(_ values: [Double]) throws(ServiceLevelError) -> [Double] {
    try require(values, "value", "a number") { _ in true }
    guard let center = median(values) else { return [] }
    let distances = values.map { abs($0 - center) }
    let typical = median(distances) ?? 0
    let mean = distances.reduce(0, +) / Double(values.count)
    let unit = typical > 0 ? typical / 0.6745 : 1.253314 * mean
    return values.map { unit > 0 ? ($0 - center) / unit : 0 }
}

/// The score beyond which Iglewicz and Hoaglin call a value an outlier.
package let outlyingRobustScore = 3.5
