/// Texts of fields as UTF-8, whatever the file's encoding.
package enum FieldText {
    /// Appends a field's bytes as UTF-8, and returns whether they were; else they are read as Windows-1252.
    package static func append(_ field: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
        if isUTF8(field) {
            bytes.append(contentsOf: field)
            return true
        }
        for byte in field { appendWindows1252(byte, to: &bytes) }
        return false
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

    private static func appendWindows1252(_ byte: UInt8, to bytes: inout [UInt8]) {
        let scalar = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
        bytes.append(contentsOf: String(scalar).utf8)
    }

    /// What Windows-1252 has in place of the controls 0x80 to 0x9F. Its five gaps stay controls, as the WHATWG's
    /// encoding standard has them.
    private static let upperControls: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
