/// Which way a language is written.
package enum WritingDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    private static let languagesFromTheRight: Set<Substring> = [
        "ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi",
    ]

    /// - Parameter tag: A language tag (BCP 47).
    init(tag: String) {
        let language = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        self = Self.languagesFromTheRight.contains(language) ? .rightToLeft : .leftToRight
    }

    /// Returns a text so that its own direction does not turn the words around it: a name within a sentence of another script.
    func isolating(_ text: String) -> String {
        let turns = text.unicodeScalars.contains { scalar in
            switch self {
            case .leftToRight: Self.isFromTheRight(scalar)
            case .rightToLeft: scalar.properties.isAlphabetic && !Self.isFromTheRight(scalar)
            }
        }
        return turns ? "\u{2068}\(text)\u{2069}" : text
    }

    /// Whether a character is of Hebrew, Arabic, Syriac, Thaana, N'Ko or another script that is written from the right.
    private static func isFromTheRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
