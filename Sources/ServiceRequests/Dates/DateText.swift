import DelimitedText

/// Dates in letters that the layouts do not know.
enum DateText {
    /// No date is written longer.
    private static let longest = 80

    /// Returns a text with plain spaces and letters without accents, `nil` where it has nothing to be made plain: office
    /// programs write a narrow space before `PM`, and months of other languages have accents.
    static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count <= longest, text.contains(where: { $0 >= 0x80 }) else { return nil }
        var plain: [UInt8] = []
        for scalar in FieldText.string(text).unicodeScalars {
            switch scalar {
            case "−", "–", "‐", "‑": plain.append(UInt8(ascii: "-"))
            default:
                if let letter = letters[scalar] {
                    plain.append(letter)
                } else if scalar.isASCII {
                    plain.append(UInt8(truncatingIfNeeded: scalar.value))
                } else if scalar.properties.isWhitespace {
                    plain.append(0x20)
                } else if !scalar.properties.isDefaultIgnorableCodePoint,
                    scalar.properties.generalCategory != .format
                {
                    return nil
                }
            }
        }
        return plain
    }

    /// Letters of months and ordinals with the one that they are without their accent.
    private static let letters: [Unicode.Scalar: UInt8] = {
        let kinds: [(Character, String)] = [
            ("a", "áàâãäÁÀÂÃÄª"), ("c", "çÇ"), ("e", "éèêëÉÈÊË"), ("i", "íìîïÍÌÎÏ"), ("o", "óòôõöÓÒÔÕÖº"),
            ("u", "úùûüÚÙÛÜ"),
        ]
        return kinds.reduce(into: [:]) { letters, kind in
            for scalar in kind.1.unicodeScalars { letters[scalar] = kind.0.asciiValue }
        }
    }()
}
