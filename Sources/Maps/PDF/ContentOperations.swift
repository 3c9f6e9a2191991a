/// The operations of a page's content, one after the other: operands and the operator behind them.
///
/// Knows as much of the syntax (ISO 32000-1, 7.2 and 7.8.2) as tells operators from what strings and names hold.
struct ContentOperations {
    let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    struct Operation {
        /// From the first operand to the operator's end.
        let range: Range<Int>
        let name: String
    }

    /// Returns the next operation, `nil` at the end.
    ///
    /// - Throws: ``MapError/document(_:)`` for a string without an end.
    mutating func next() throws(MapError) -> Operation? {
        skipSpace()
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "("): try skipString()
            case UInt8(ascii: "<"): try skipOpening()
            case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"):
                index += 1
            case UInt8(ascii: "/"):
                index += 1
                skipWord()
            case UInt8(ascii: "%"): skipLine()
            default:
                let first = index
                skipWord()
                if let name = Self.operatorName(bytes[first..<index]) {
                    return Operation(range: start..<index, name: name)
                }
            }
            skipSpace()
        }
        return nil
    }

    /// Words that begin with a letter or are `'` or `"` are operators, but for true, false and null.
    private static func operatorName(_ word: ArraySlice<UInt8>) -> String? {
        guard let first = word.first,
            (65...90).contains(first & 0xDF) || first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
        else { return nil }
        let name = String(decoding: word, as: UTF8.self)
        return ["true", "false", "null"].contains(name) ? nil : name
    }

    private mutating func skipSpace() {
        while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    }

    private mutating func skipWord() {
        let start = index
        while index < bytes.count, !Self.isSpace(bytes[index]), !Self.isDelimiter(bytes[index]) { index += 1 }
        // A stray sign is passed over, so that reading always goes on.
        if index == start, index < bytes.count, !Self.isDelimiter(bytes[index]) { index += 1 }
    }

    private mutating func skipLine() {
        while index < bytes.count, bytes[index] != 10, bytes[index] != 13 { index += 1 }
    }

    /// Passes over `<<`, or over a hexadecimal string.
    private mutating func skipOpening() throws(MapError) {
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
            index += 1
            return
        }
        guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
            throw .document("a text in it has no end")
        }
        index = end + 1
    }

    private mutating func skipString() throws(MapError) {
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return }
        }
        throw .document("a text in it has no end")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) || byte == 0 }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
