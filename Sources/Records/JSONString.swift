/// Writes texts as JSON strings: the one place that says how.
package enum JSONString {
    /// Where the JSON will stand.
    package enum Setting: Sendable {
        /// In a file of its own.
        case plain
        /// Perhaps within an HTML `script` element, which `</script>` would end.
        case markup
    }

    /// Appends a text with its quotes. Controls are escaped, by `\n`, `\r` and `\t` or by their number.
    package static func append(_ text: String, to bytes: inout [UInt8], in setting: Setting = .plain) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F: appendNumber(byte, to: &bytes)
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                if setting == .markup { appendNumber(byte, to: &bytes) } else { bytes.append(byte) }
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func appendNumber(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\\u00".utf8)
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? digit + 48 : digit + 87) }
    }
}
