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
            // `2024年3月5日 9時05分`, and the same in Korean.
            case "年", "月", "년", "월": plain.append(UInt8(ascii: "-"))
            case "日", "일": plain.append(0x20)
            case " " where plain.last == 0x20 || plain.last == UInt8(ascii: "-"): break
            case "時", "时", "시", "分", "분": plain.append(UInt8(ascii: ":"))
            case "秒", "초": break
            case "０"..."９": plain.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 48))
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
        while let last = plain.last, last == 0x20 || last == UInt8(ascii: ":") { plain.removeLast() }
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
