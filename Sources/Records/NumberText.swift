package import Geometry

/// Writes numbers as people read them.
package enum NumberText {
    /// Returns a whole number with a comma at each thousand.
    package static func count(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// Returns a share of a whole as a percentage with one decimal, `–` of nothing.
    package static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : decimal(100 * Double(part) / Double(whole)) + " %"
    }

    /// Returns a share of a whole as a percentage without decimals, `–` of nothing.
    package static func wholeShare(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "–" : decimal(100 * Double(part) / Double(whole), places: 0) + " %"
    }

    /// Returns a number with one decimal, or so many, a half rounded away from zero as people round; `–` where it is
    /// not finite.
    package static func decimal(_ value: Double, places: Int = 1) -> String {
        guard value.isFinite else { return "–" }
        let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
        return FixedDecimal.text((value * unit).rounded() / unit, decimals: places)
    }

    /// Returns a number with at most so many decimals, without zeros at its end, a half rounded away from zero: `12.5`,
    /// `12`. From 10¹⁵ on, and where it is not finite, as Swift writes it.
    package static func short(_ value: Double, places: Int) -> String {
        guard value.magnitude < 1e15 else { return "\(value)" }
        let text = decimal(value, places: places)
        guard text.contains(".") else { return text }
        let end = text.lastIndex { $0 != "0" } ?? text.startIndex
        return String(text[end] == "." ? text[..<end] : text[...end])
    }
}

/// Writes degrees with the decimals of the findings.
package enum DegreeText {
    /// Seven: a centimetre.
    package static let decimals = 7

    package static func of(_ degrees: Double) -> String { FixedDecimal.text(degrees, decimals: decimals) }

    /// Returns a position as people copy it into a map: longitude, latitude.
    package static func position(_ position: Coordinate) -> String {
        "\(of(position.longitude)), \(of(position.latitude))"
    }
}
