/// Walks over JSON text, value by value, and holds it to the grammar.
struct JSONCursor {
    let bytes: [UInt8]
    var offset = 0

    /// Deeper than that is nothing that describes a request.
    private static let deepest = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// The next byte that is no blank, 0 at the end. Record separators stand between the texts of a sequence (RFC 8142).
    mutating func peek() -> UInt8 {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x1E: offset += 1
            default: return bytes[offset]
            }
        }
        return 0
    }

    var isAtEnd: Bool { offset >= bytes.count }

    /// Passes a byte that has to be the next.
    mutating func expect(_ byte: UInt8) throws(TableFileError) {
        guard peek() == byte, offset < bytes.count else { throw wrong() }
        offset += 1
    }

    /// Calls a closure before each value of an object, which it has to pass.
    mutating func forEachMember(
        depth: Int = 0, _ body: (inout JSONCursor, _ name: [UInt8]) throws(TableFileError) -> Void
    ) throws(TableFileError) {
        try expect(UInt8(ascii: "{"))
        if peek() == UInt8(ascii: "}") {
            offset += 1
            return
        }
        while true {
            guard peek() == UInt8(ascii: "\"") else { throw wrong() }
            let name = try string()
            try expect(UInt8(ascii: ":"))
            try body(&self, name)
            if peek() == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            return try expect(UInt8(ascii: "}"))
        }
    }

    /// Calls a closure before each value of a list, which it has to pass.
    mutating func forEachElement(
        _ body: (inout JSONCursor) throws(TableFileError) -> Void
    ) throws(TableFileError) {
        try expect(UInt8(ascii: "["))
        if peek() == UInt8(ascii: "]") {
            offset += 1
            return
        }
        while true {
            try body(&self)
            if peek() == UInt8(ascii: ",") {
                offset += 1
                continue
            }
            return try expect(UInt8(ascii: "]"))
        }
    }

    /// Passes a value of any kind, and returns its text as it stands.
    @discardableResult
    mutating func skip(depth: Int = 0) throws(TableFileError) -> ArraySlice<UInt8> {
        guard depth < Self.deepest else {
            throw wrong("values within values, more than \(Self.deepest) deep")
        }
        let head = peek()
        let start = offset
        switch head {
        case UInt8(ascii: "{"):
            try forEachMember { (cursor: inout JSONCursor, _) throws(TableFileError) in
                try cursor.skip(depth: depth + 1)
            }
        case UInt8(ascii: "["):
            try forEachElement { (cursor: inout JSONCursor) throws(TableFileError) in
                try cursor.skip(depth: depth + 1)
            }
        case UInt8(ascii: "\""): _ = try string()
        default: _ = try literal()
        }
        return bytes[start..<offset]
    }

    /// Passes a number, `true`, `false` or `null`, and returns its text.
    mutating func literal() throws(TableFileError) -> ArraySlice<UInt8> {
        _ = peek()
        let start = offset
        while offset < bytes.count, Self.isOfLiteral(bytes[offset]) { offset += 1 }
        let text = bytes[start..<offset]
        guard Self.isLiteral(text) else {
            offset = start
            throw wrong()
        }
        return text
    }

    /// Passes a string, and returns its text.
    mutating func string() throws(TableFileError) -> [UInt8] {
        try expect(UInt8(ascii: "\""))
        var text: [UInt8] = []
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"): try appendEscape(to: &text)
            // The grammar forbids them, and programs write them: a line break within a text.
            default: text.append(byte)
            }
        }
        throw wrong("a text that is never closed")
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(TableFileError) {
        guard offset < bytes.count else { throw wrong() }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"):
            let scalar = try escapedScalar()
            // A NUL is no text, as in files of delimited text.
            if scalar.value != 0 { text += Array(String(scalar).utf8) }
        default:
            offset -= 1
            throw wrong()
        }
    }

    /// Reads what follows `\u`; a surrogate without its other half becomes U+FFFD.
    private mutating func escapedScalar() throws(TableFileError) -> Unicode.Scalar {
        let first = try escapedUnit()
        guard (0xD800...0xDBFF).contains(first), bytes[offset...].starts(with: Array("\\u".utf8)) else {
            return Unicode.Scalar(first) ?? "\u{FFFD}"
        }
        let start = offset
        offset += 2
        let second = try escapedUnit()
        guard (0xDC00...0xDFFF).contains(second) else {
            offset = start
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func escapedUnit() throws(TableFileError) -> UInt32 {
        let digits = bytes[offset...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw wrong() }
        offset += 4
        return unit
    }

    private static func isOfLiteral(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    /// Whether a text is a number or one of the three words, or `NaN` and `Infinity`, which JSON does not have and Python
    /// writes.
    private static func isLiteral(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        let word = String(decoding: text, as: UTF8.self)
        if ["true", "false", "null", "NaN", "Infinity", "-Infinity"].contains(word) { return true }
        guard first == UInt8(ascii: "-") || first &- 48 < 10 else { return false }
        return text.allSatisfy { $0 &- 48 < 10 || "+-.eE".utf8.contains($0) } && Double(word) != nil
    }

    /// Whether a literal stands for nothing.
    static func isNothing(_ literal: ArraySlice<UInt8>) -> Bool {
        switch literal.first {
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "I"): true
        default: literal.count == 9 && literal.last == UInt8(ascii: "y")
        }
    }

    /// The error that the text is wrong where the cursor stands. What stands there is not shown: it may be a request's.
    func wrong(_ found: String? = nil) -> TableFileError {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return .malformed(
            format: "JSON", line: line, column: column,
            found: found ?? (offset >= bytes.count ? "the text ends" : "what stands there is no value"))
    }
}
