import DelimitedText

/// Writes records of delimited text into bytes. Each thread fills its own, and their bytes are written in order.
package struct DelimitedBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []
    package let style: DelimitedStyle
    package let delimiter: UInt8
    private var isAtRecordStart = true

    private static let quote = UInt8(ascii: "\"")

    package init(style: DelimitedStyle = .plain, delimiter: UInt8 = UInt8(ascii: ",")) {
        self.style = style
        self.delimiter = delimiter
    }

    /// What a file in a style begins with, before its header.
    package static func fileStart(_ style: DelimitedStyle) -> [UInt8] {
        style == .spreadsheet ? [0xEF, 0xBB, 0xBF] : []
    }

    /// Appends a text, quoted where it needs to be.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a text in UTF-8, quoted where it needs to be.
    package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        beginField()
        let isGuarded = style == .spreadsheet && Self.runsAsFormula(text)
        guard needsQuotes(text) else {
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(Self.quote)
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == Self.quote { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(Self.quote)
    }

    /// Appends a number, rounded to some decimals as `printf` does; an empty field where it is not finite.
    package mutating func append(_ number: Double, decimals: Int) {
        beginField()
        FixedDecimal.append(number, decimals: decimals, to: &bytes)
    }

    package mutating func append(_ number: Int) {
        beginField()
        FixedDecimal.append(number, to: &bytes)
    }

    /// Appends a field whose bytes, which need no quotes, a closure writes.
    package mutating func appendUnquoted(_ write: (inout [UInt8]) -> Void) {
        beginField()
        write(&bytes)
    }

    package mutating func appendEmpty() { beginField() }

    package mutating func endRecord() {
        bytes.append(0x0A)
        isAtRecordStart = true
    }

    /// Appends a whole record of texts, as a header is.
    package mutating func appendRecord(_ texts: some Sequence<String>) {
        for text in texts { append(text) }
        endRecord()
    }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isAtRecordStart = true
    }

    @inline(__always)
    private mutating func beginField() {
        if !isAtRecordStart { bytes.append(delimiter) }
        isAtRecordStart = false
    }

    @inline(__always)
    private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in text {
            if byte == delimiter || byte == Self.quote || byte == 0x0A || byte == 0x0D { return true }
        }
        return false
    }

    private static func runsAsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        return "=+-@\t\r".utf8.contains(first) && DecimalText(text) == nil
    }
}
