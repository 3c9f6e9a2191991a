/// Makes of any text what a cell can hold and give back.
enum CellText {
    /// The characters of a cell, counted in UTF-16 as Excel does.
    static let longest = 32_767

    /// Returns the text without what XML cannot say, and with `_x0041_`, which Excel reads as `A`, guarded.
    static func sanitized(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0 || $0 == 0xEF || $0 == UInt8(ascii: "_") }) else {
            return text
        }
        var result = String.UnicodeScalarView()
        for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars) {
            switch scalar.value {
            case 0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
            case 0x5F where isEscape(text.unicodeScalars[index...]):
                result.append(contentsOf: "_x005F_".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a text begins with `_xHHHH_`, which stands for the character of that number.
    private static func isEscape(_ text: Substring.UnicodeScalarView) -> Bool {
        let start = Array(text.prefix(7))
        return start.count == 7 && start[1] == "x" && start[6] == "_"
            && start[2...5].allSatisfy(\.properties.isASCIIHexDigit)
    }
}
