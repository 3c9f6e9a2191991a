import Foundation
import PageLanguage
import Records

/// What the numbers of an axis are, and how they are written.
package enum ChartUnit: Sendable {
    case count
    /// Shares of 0…1, written as percentages.
    case share
    /// Differences of shares, −1…1, written in points with their sign.
    case points
    /// Times another number.
    case ratio

    func text(_ value: Double, _ words: PageWords) -> String {
        switch self {
        case .count: words.marked(value == value.rounded() ? Self.whole(value) : Self.short(value))
        case .share: words("\(words.marked(Self.short(100 * value))) %")
        case .points: (value > 1e-9 ? "+" : "") + words.marked(Self.short(100 * value))
        case .ratio: words("\(words.marked(Self.short(value)))×")
        }
    }

    private static func whole(_ value: Double) -> String {
        (value < 0 ? "−" : "") + NumberText.count(Int(value.magnitude))
    }

    private static func short(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        if rounded == rounded.rounded() { return whole(rounded) }
        return (rounded < 0 ? "−" : "") + NumberText.short(rounded.magnitude, places: 1)
    }
}

/// From the values of an axis to places along it.
struct ChartScale {
    let low: Double
    let high: Double
    /// Where the lowest and the highest value lie.
    let start: Double
    let end: Double
    var isLogarithmic = false

    func place(_ value: Double) -> Double {
        let value = min(max(value, low), high)
        let (from, to, own) =
            isLogarithmic ? (log(low), log(high), log(max(value, low))) : (low, high, value)
        guard to > from else { return start }
        return start + (own - from) / (to - from) * (end - start)
    }

    /// Returns round numbers from at most the low one to at least the high one, about so many steps apart.
    static func ticks(from low: Double, to high: Double, steps: Int = 4) -> [Double] {
        guard high > low else { return [low, low + 1] }
        let rough = (high - low) / Double(steps)
        let unit = pow(10, log10(rough).rounded(.down))
        let step = [1, 2, 2.5, 5, 10].map { $0 * unit }.first { $0 >= rough * 0.999 } ?? 10 * unit
        let first = (low / step + 1e-9).rounded(.down)
        let last = (high / step - 1e-9).rounded(.up)
        return (Int(first)...max(Int(first) + 1, Int(last))).map { Double($0) * step }
    }

    /// Returns 1, 2, 5, 10, 20… between two numbers above 0.
    static func logarithmicTicks(from low: Double, to high: Double) -> [Double] {
        var ticks: [Double] = []
        var unit = pow(10, log10(low).rounded(.down))
        while unit <= high {
            ticks += [1, 2, 5].map { $0 * unit }.filter { $0 >= low * 0.999 && $0 <= high * 1.001 }
            unit *= 10
        }
        return ticks
    }
}
