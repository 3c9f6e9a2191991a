import DelimitedText

/// Dates in letters that the layouts do not know.
enum DateText {
    /// No date is written longer.
    private static let longest = 80

    /// Returns a text with plain spaces and letters without accents, `nil` where it has nothing to be made plain: office
    /// programs write a narrow space before `PM`, and French months have accents.
    static func plain(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.count <= longest, text.contains(where: { $0 >= 0x80 }) else { return nil }
        var plain: [UInt8] = []
        for scalar in FieldText.string(text).unicodeScalars {
            switch scalar {
            case "é", "è", "É": plain.append(UInt8(ascii: "e"))
            case "û", "Û": plain.append(UInt8(ascii: "u"))
            case "−", "–", "‐", "‑": plain.append(UInt8(ascii: "-"))
            default:
                if scalar.isASCII {
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
}
