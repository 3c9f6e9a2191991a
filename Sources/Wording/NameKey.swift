import Foundation

/// What tells one name from another, whatever way each is written: letters and numbers without case and accents, and
/// single spaces between words.
///
/// `Wellness Check`, `WELLNESS  CHECK` and `Wéllness Check` with a no-break space have one key.
package struct NameKey: Hashable, Sendable, Comparable {
    package let text: String

    package init(_ name: String) {
        let folded = LatinLetters.plain(name).folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var words: [String] = [""]
        for scalar in folded.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace {
                words.append("")
            } else if !Self.isUnseen(scalar) {
                words[words.count - 1].unicodeScalars.append(Self.plain(scalar))
            }
        }
        text = words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The words of letters and numbers, without the signs between them.
    package var words: [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }

    /// Whether a character has no width of its own: joiners, soft hyphens, marks of direction and of byte order.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control, .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    /// One dash and one apostrophe for the many that programs put in their place.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63: "-"
        case 0x2018...0x201b, 0xb4, 0x60, 0x2bc: "'"
        case 0x201c...0x201f: "\""
        default: scalar
        }
    }
}
