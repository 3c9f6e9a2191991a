/// The texts of a workbook, each of which its cells name by a number.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var byteCount: Int { bytes.count }

    subscript(number: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        return bytes[(number > 0 ? ends[number - 1] : 0)..<ends[number]]
    }

    /// Reads `xl/sharedStrings.xml`.
    final class Reader: XMLHandler {
        private(set) var texts = SharedTexts()
        private var run = TextRun()

        func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            run.begin(name.localName)
        }

        func end(_ name: UnsafePointer<CChar>) {
            let name = name.localName
            run.end(name)
            guard name == "si" else { return }
            texts.bytes += run.take()
            texts.ends.append(texts.bytes.count)
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) { run.append(bytes) }
    }
}

/// Gathers the text of a cell out of its runs, without the readings of East Asian words.
struct TextRun {
    private var bytes: [UInt8] = []
    private var isInText = false
    private var isInReading = false

    mutating func begin(_ name: String) {
        if name == "t" { isInText = true }
        if name == "rPh" { isInReading = true }
    }

    mutating func end(_ name: String) {
        if name == "t" { isInText = false }
        if name == "rPh" { isInReading = false }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if isInText, !isInReading { bytes += text }
    }

    /// Returns the text so far, and begins anew. `_x000D_` is the character of that number.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
        var text: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "_"), let scalar = Self.escaped(rest) {
                text += Array(String(scalar).utf8)
                rest = rest.dropFirst(7)
            } else {
                text.append(byte)
                rest = rest.dropFirst()
            }
        }
        return text
    }

    private static func escaped(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let escape = Array(text.prefix(7))
        guard escape.count == 7, escape[1] == UInt8(ascii: "x"), escape[6] == UInt8(ascii: "_"),
            escape[2..<6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
        else { return nil }
        return UInt32(String(decoding: escape[2..<6], as: UTF8.self), radix: 16).flatMap {
            Unicode.Scalar($0)
        }
    }
}
