/// Reads numbers that are written with their unit.
package struct Units: Sendable {
    let kind: String
    let example: String
    /// How much of the base unit one of each is.
    private let factors: [String: Double]

    static let metres = Units(
        kind: "length", example: "10 m", factors: ["": 1, "m": 1, "km": 1000, "ft": 0.3048])
    package static let days = Units(
        kind: "time", example: "30 d", factors: ["": 1, "d": 1, "h": 1.0 / 24, "w": 7, "y": 365])

    /// Returns a quantity in the base unit, or `nil` where the text is none.
    package func value(of text: String) -> Double? {
        let number = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        guard let value = Double(number), let factor = factors[String(unit)] else { return nil }
        return value * factor
    }
}
