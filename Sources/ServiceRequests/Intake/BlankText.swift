/// The ways in which files write that a cell holds nothing.
package enum BlankText {
    /// Whether a text stands for nothing in codes, addresses, dates and numbers: also `N/A`, `Unspecified`, `-`.
    @inline(__always)
    package static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || (mayBeBlank(text) && spellings.contains(lowercased(text))) || isWideSpace(text)
    }

    /// Whether a text stands for nothing, also between spaces.
    package static func isBlank(_ text: String) -> Bool {
        var text = text.trimmingPrefix(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.withUTF8(isBlank)
    }

    /// Whether a text stands for nothing in an id, category or status, of which `None` may be one.
    @inline(__always)
    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || (mayBeBlank(text) && nulls.contains(lowercased(text))) || isWideSpace(text)
    }

    /// Whether a text is a word for a sum, as stands below the rows of a spreadsheet: `Grand Total`.
    @inline(__always)
    static func isTotal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 3, text.count <= 16 else { return false }
        switch text[0] | 0x20 {
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "m"),
            UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "z"):
            return totals.contains(lowercased(text))
        default: return false
        }
    }

    /// Whether a text has the word for a sum among its own: `March total`.
    static func saysTotal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longestTitle else { return false }
        return isTotal(text)
            || lowercased(text).split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ":") })
                .contains { totals.contains(Array($0)) }
    }

    /// Whether a text is one number and nothing else, whatever parts its thousands.
    static func isCount(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.allSatisfy { $0 &- 48 < 10 || [0x20, 0x2C, 0x2E].contains($0) }
    }

    private static let longestTitle = 40

    private static let totals = Set(
        [
            "total", "totals", "total:", "grand total", "grand total:", "sum", "sum:", "subtotal",
            "sub-total", "sub total",
            "gesamt", "gesamtergebnis", "summe", "totaal", "totale", "total general", "total général",
            "somme", "suma", "sous-total", "sous total", "zwischensumme", "teilsumme", "subtotaal",
            "subtotale", "count",
            "average", "mean", "moyenne", "media", "promedio", "durchschnitt", "anzahl",
        ].map { Array($0.utf8) })

    private static let nulls: Set<[UInt8]> = Set(
        [
            "null", "(null)", "<null>", "[null]", "#null!", "\\n", "\\\\n", "nil", "<nil>", "<na>", "nan",
            "nat",
        ].map { Array($0.utf8) })
    private static let spellings: Set<[UInt8]> = nulls.union(
        [
            "n/a", "n.a.", "na", "#n/a", "#na", "#value!", "#ref!", "unspecified", "none", "(none)", "<none>",
            "(blank)",
            "blank", "-", "--", "---", ".", "..", "–", "—",
        ].map { Array($0.utf8) })
    private static let longest = 11

    /// Whether the length and the first byte leave it open. Nearly all texts end here.
    @inline(__always)
    private static func mayBeBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longest else { return false }
        switch text[0] | 0x20 {
        case UInt8(ascii: "n"), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "#"), UInt8(ascii: "["),
            UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "{"), UInt8(ascii: "b"):
            return text.count <= 7
        case UInt8(ascii: "-"), UInt8(ascii: "."), 0xE2: return text.count <= 3
        case UInt8(ascii: "u"): return text.count == longest
        default: return false
        }
    }

    /// Whether a text is nothing but spaces beyond ASCII: no-break, thin, ideographic, without width.
    @inline(__always)
    private static func isWideSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count > 1, text.count <= longest else { return false }
        switch text[0] {
        case 0xC2 where text[1] == 0xA0, 0xE2, 0xE3, 0xEF:
            return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy {
                $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
            }
        default: return false
        }
    }

    private static func lowercased(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        text.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    }
}
