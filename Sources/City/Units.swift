/// Reads numbers that are written with their unit.
package struct Units: Sendable {
    let kind: String
    let example: String
    /// How much of the base unit one of each is.
    private let factors: [String: Double]

    static let metres = Units(
        kind: "length", example: "10 m",
        factors: [
            "": 1, "m": 1, "metre": 1, "metres": 1, "meter": 1, "meters": 1, "km": 1000, "ft": 0.3048,
            "foot": 0.3048, "feet": 0.3048,
        ])
    package static let days = Units(
        kind: "time", example: "30 d",
        factors: [
            "": 1, "d": 1, "day": 1, "days": 1, "h": 1.0 / 24, "hour": 1.0 / 24, "hours": 1.0 / 24, "w": 7,
            "week": 7, "weeks": 7, "y": 365, "year": 365, "years": 365,
        ])
    static let businessDays = Units(
        kind: "time", example: "5 bd",
        factors: [
            "bd": 1, "business day": 1, "business days": 1, "working day": 1, "working days": 1,
        ])

    /// Returns a range in words: `within 1 m and 100,000 m`.
    func words(_ range: ClosedRange<Double>) -> String {
        let unit = example.split(separator: " ").last.map(String.init) ?? ""
        return "within \(Int(range.lowerBound)) \(unit) and \(Int(range.upperBound)) \(unit)"
    }

    /// Returns a quantity in the base unit, or `nil` where the text is none.
    package func value(of text: String) -> Double? {
        let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count).split(separator: " ").joined(separator: " ")
        guard let value = Double(number), let factor = factors[unit] else { return nil }
        return value * factor
    }
}
