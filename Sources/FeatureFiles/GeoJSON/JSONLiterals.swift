/// Rewrites what JSON texts of the wild hold and a reader of doubles cannot take.
///
/// Whole numbers beyond 2^53, such as parcel numbers used as codes, are put into quotes, so that no digit is lost. `NaN`
/// and `Infinity`, as Python and R write them, become `null`.
struct JSONLiterals {
    private let bytes: [UInt8]
    private var rewritten: [UInt8] = []
    /// Up to here the bytes are taken over.
    private var taken = 0
    private var words = 0

    /// Returns the text rewritten, and how many `NaN` and `Infinity` it had; `nil` where there was nothing to rewrite.
    static func rewrite(_ bytes: [UInt8]) -> (bytes: [UInt8], words: Int)? {
        var literals = JSONLiterals(bytes: bytes)
        literals.run()
        guard literals.taken > 0 else { return nil }
        return (literals.rewritten + bytes[literals.taken...], literals.words)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// 16 digits and more may lie beyond 2^53.
    private static let longestExact = 15

    private mutating func run() {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""): index = endOfString(index)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "N"),
                UInt8(ascii: "I"):
                index = literal(index)
            default: index += 1
            }
        }
    }

    private func endOfString(_ start: Int) -> Int {
        var index = start + 1
        while index < bytes.count && bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    /// Returns where the literal ends that begins at a byte.
    private mutating func literal(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, JSONLiterals.isPart(bytes[end]) { end += 1 }
        let text = bytes[start..<end]
        let unsigned = text.first == UInt8(ascii: "-") ? text.dropFirst() : text
        if unsigned.elementsEqual("NaN".utf8) || unsigned.elementsEqual("Infinity".utf8) {
            replace(start..<end, by: Array("null".utf8))
            words += 1
        } else if unsigned.count > JSONLiterals.longestExact, unsigned.allSatisfy({ (48...57).contains($0) })
        {
            replace(start..<end, by: [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")])
        }
        return max(end, start + 1)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private mutating func replace(_ range: Range<Int>, by replacement: [UInt8]) {
        rewritten += bytes[taken..<range.lowerBound]
        rewritten += replacement
        taken = range.upperBound
    }
}
