/// Texts of fields as UTF-8, whatever the file's encoding.
package enum FieldText {
    /// What a field's bytes were found to be.
    package enum Form {
        case utf8
        /// UTF-8 that a program took for Windows-1252 and encoded once more, as `CafÃ©` for `Café`.
        case encodedTwice
        /// No UTF-8, and read as Windows-1252.
        case windows1252
    }

    /// Appends a field's bytes as UTF-8, and returns what they were.
    @discardableResult
    package static func append(_ field: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Form {
        if isUTF8(field) {
            bytes.append(contentsOf: field)
            return isEncodedTwice(field) ? .encodedTwice : .utf8
        }
        for byte in field { appendWindows1252(byte, to: &bytes) }
        return .windows1252
    }

    /// Returns a field's text.
    package static func string(_ field: some Sequence<UInt8>) -> String {
        let bytes = Array(field)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var decoded: [UInt8] = []
        for byte in bytes { appendWindows1252(byte, to: &decoded) }
        return String(decoding: decoded, as: UTF8.self)
    }

    static func isUTF8(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        if field.allSatisfy({ $0 < 0x80 }) { return true }
        do {
            _ = try UTF8Span(validating: field.span)
            return true
        } catch {
            return false
        }
    }

    /// Whether each letter of a text is one of Windows-1252, and their bytes are UTF-8 again.
    private static func isEncodedTwice(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // The first byte of a letter beyond ASCII is one from Â to ô, which another letter beyond ASCII follows.
        guard let first = text.firstIndex(where: { $0 >= 0x80 }), first + 2 < text.count, text[first] == 0xC3,
            (0x82...0xB4).contains(text[first + 1]), text[first + 2] >= 0x80
        else { return false }
        var bytes: [UInt8] = []
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            guard let byte = windows1252(scalar) else { return false }
            bytes.append(byte)
        }
        // A no-break space follows a word that ends in Ã.
        let isMore = bytes.contains { (0x80..<0xC0).contains($0) && $0 != 0xA0 }
        return isMore && bytes.withUnsafeBufferPointer(isUTF8)
    }

    private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return upperControls.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    private static func appendWindows1252(_ byte: UInt8, to bytes: inout [UInt8]) {
        let scalar = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
        bytes.append(contentsOf: String(scalar).utf8)
    }

    /// What Windows-1252 has in place of the controls 0x80 to 0x9F. Its five gaps stay controls, as the WHATWG's
    /// encoding standard has them.
    private static let upperControls: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
