/// Writes JSON as bytes, in the order in which it is told.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func object(_ body: (inout JSONText) -> Void) { nested("{", "}", body) }

    mutating func array(_ body: (inout JSONText) -> Void) { nested("[", "]", body) }

    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func number(_ value: Int) { raw(String(value)) }

    /// Writes degrees with seven decimals, a centimetre.
    mutating func degrees(_ value: Double) { raw(Self.fixed(value, decimals: 7)) }

    /// Writes a small number with three decimals.
    mutating func decimal(_ value: Double) { raw(Self.fixed(value, decimals: 3)) }

    mutating func null() { raw("null") }

    mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes a string that is also safe within an HTML `script` element.
    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 127:
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func raw(_ text: String) {
        separate()
        bytes += Array(text.utf8)
    }

    private mutating func nested(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONText) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: opening))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: closing))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    static func fixed(_ value: Double, decimals: Int) -> String {
        var unit = 1.0
        for _ in 0..<decimals { unit *= 10 }
        let scaled = Int((value * unit).rounded())
        let digits = String(abs(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

extension JSONText {
    /// Writes a key with what the body makes of it.
    mutating func member(_ name: String, _ body: (inout JSONText) -> Void) {
        key(name)
        body(&self)
    }

    mutating func member(_ name: String, _ text: String) { member(name) { $0.string(text) } }

    mutating func numbers(_ values: some Sequence<Int>) {
        array { json in for value in values { json.number(value) } }
    }

    mutating func strings(_ values: some Sequence<String>) {
        array { json in for value in values { json.string(value) } }
    }
}
