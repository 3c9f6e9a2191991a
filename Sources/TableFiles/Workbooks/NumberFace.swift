/// How a number format shows a whole number with more than its digits: `"SR-"0000` shows 8 as `SR-0008`, `00000` shows 2134 as `02134`.
struct NumberFace: Sendable, Equatable {
    private let prefix: String
    private let digits: Int
    private let suffix: String

    /// - Returns: `nil` for a format that shows nothing but digits, or does more with them: decimals, thousands, a currency.
    init?(code: String) {
        var rest = Substring(code).prefix { $0 != ";" }
        var parts = (prefix: "", zeros: 0, suffix: "")
        while let character = rest.popFirst() {
            var literal = ""
            switch character {
            case "0" where parts.suffix.isEmpty:
                parts.zeros += 1
                continue
            case "\"":
                literal = String(rest.prefix { $0 != "\"" })
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\": literal = rest.popFirst().map { String($0) } ?? ""
            case "-", "/", " ": literal = String(character)
            // A language (`[$-409]`) shows nothing.
            case "[" where rest.hasPrefix("$-"): rest = rest.drop { $0 != "]" }.dropFirst()
            default: return nil
            }
            guard literal.allSatisfy({ $0.isLetter || $0.isNumber || "-_/#. ".contains($0) }) else {
                return nil
            }
            if parts.zeros == 0 { parts.prefix += literal } else { parts.suffix += literal }
        }
        guard parts.zeros > 1 || parts.zeros == 1 && !(parts.prefix + parts.suffix).isEmpty else {
            return nil
        }
        (prefix, digits, suffix) = (parts.prefix, parts.zeros, parts.suffix)
    }

    /// Returns the text that a cell shows; `nil` for a number that is not whole, or negative.
    func text(_ written: String) -> String? {
        guard let value = Double(written), value == value.rounded(), value >= 0, value < 1e15 else {
            return nil
        }
        let number = String(Int(value))
        return prefix + String(repeating: "0", count: max(0, digits - number.count)) + number + suffix
    }
}
