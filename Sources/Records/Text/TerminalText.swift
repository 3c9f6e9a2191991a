/// Text that a terminal shows and does not obey.
package enum TerminalText {
    package static let boldStart = "\u{1B}[1m"
    package static let boldEnd = "\u{1B}[0m"

    /// Returns a text with a picture in place of each control character that data brought along. Line ends and tabs stay,
    /// and the marks of bold text.
    package static func shown(_ text: String) -> String {
        picturing(text, where: isObeyed)
    }

    /// Returns a text on one line: also line ends and tabs that data brought along are pictures, as of an area whose code goes over
    /// two lines.
    package static func oneLine(_ text: String) -> String { picturing(text, where: isControl) }

    /// Returns lines as one text, each of them on one line.
    package static func text(ofLines lines: [String]) -> String {
        lines.map { oneLine($0) + "\n" }.joined()
    }

    private static func picturing(_ text: String, where isPictured: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: isPictured) else { return text }
        func pictures(_ text: String) -> String {
            var shown = String.UnicodeScalarView()
            for scalar in text.unicodeScalars {
                shown.append(isPictured(scalar) ? picture(of: scalar) : scalar)
            }
            return String(shown)
        }
        return [boldStart, boldEnd].reduce(pictures(text)) { $0.replacing(pictures($1), with: $1) }
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        isControl(scalar) && scalar.value != 0x09 && scalar.value != 0x0A
    }

    /// Whether a character steers what is shown: also ends of lines and paragraphs beyond ASCII, and what turns the order of the letters
    /// behind it, so that a text reads as another.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Unicode's pictures of the control characters; those above 0x7F have none.
    private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        let picture: UInt32 =
            switch scalar.value {
            case ..<0x20: 0x2400 + scalar.value
            case 0x7F: 0x2421
            default: 0xFFFD
            }
        return Unicode.Scalar(picture) ?? "\u{FFFD}"
    }
}
