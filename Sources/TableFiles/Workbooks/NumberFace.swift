/// How a number format shows a whole number with more than its digits: `"SR-"0000` shows 8 as `SR-0008`, `00000` shows 2134 as `02134`,
/// `00-000000` shows 22000001 as `22-000001`.
struct NumberFace: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        /// The place of one digit; the first takes all that are left.
        case digit
        case literal(String)
    }

    private let parts: [Part]

    /// - Returns: `nil` for a format that shows nothing but digits, or does more with them: decimals, thousands, a currency.
    init?(code: String) {
        var rest = Substring(code).prefix { $0 != ";" }
        var parts: [Part] = []
        while let character = rest.popFirst() {
            switch character {
            case "0": parts.append(.digit)
            case "\"":
                guard Self.add(String(rest.prefix { $0 != "\"" }), to: &parts) else { return nil }
                rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\":
                guard Self.add(rest.popFirst().map { String($0) } ?? "", to: &parts) else { return nil }
            case "/":
                // Between digits it makes a fraction.
                guard !parts.contains(.digit) || !rest.contains("0") else { return nil }
                parts.append(.literal("/"))
            case "-", " ": parts.append(.literal(String(character)))
            case "[":
                guard let text = Self.text(inBrackets: rest.prefix { $0 != "]" }),
                    Self.add(text, to: &parts)
                else { return nil }
                rest = rest.drop { $0 != "]" }.dropFirst()
            default: return nil
            }
        }
        let digits = parts.count { $0 == .digit }
        guard digits > 1 || digits == 1 && parts.count > 1 else { return nil }
        self.parts = parts
    }

    /// Adds what an id may hold; returns whether it may.
    private static func add(_ text: String, to parts: inout [Part]) -> Bool {
        if !text.isEmpty { parts.append(.literal(text)) }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "-_/#. ".contains($0) }
    }

    /// Returns what brackets show: nothing for a colour or a language (`[$-409]`), the text before a language (`[$SR-409]`), `nil` for a
    /// condition or a time.
    private static func text(inBrackets code: Substring) -> String? {
        if code.hasPrefix("$") {
            let text = code.dropFirst()
            return String(text.lastIndex(of: "-").map { text[..<$0] } ?? text)
        }
        let word = code.lowercased()
        return colours.contains(word) || word.hasPrefix("color") ? "" : nil
    }

    private static let colours: Set<String> = [
        "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow",
    ]

    /// Returns the text that a cell shows; `nil` for a number that is not whole, or negative.
    func text(_ written: String) -> String? {
        guard let value = Double(written), value == value.rounded(), value >= 0, value < 1e15 else {
            return nil
        }
        var digits = Substring(String(Int(value)))
        var left = parts.count { $0 == .digit }
        var shown: [Substring] = []
        for part in parts.reversed() {
            switch part {
            case .literal(let text): shown.append(text[...])
            case .digit:
                left -= 1
                if left == 0, !digits.isEmpty {
                    shown.append(digits)
                } else {
                    shown.append(digits.popLast().map { String($0)[...] } ?? "0")
                }
            }
        }
        return shown.reversed().joined()
    }
}
