/// Stages 2 and 3: cuts a normalised line into tokens, glued ones too (`84THAVE`, `APT4`), and looks each up.
struct Tokenizer {
    /// More than any address has; beyond it a line is not read.
    static let limit = 48

    let line: NormalizedLine
    let source: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    private(set) var tokens: [Token] = []

    init(_ line: NormalizedLine, source: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
        self.line = line
        self.source = source
        self.lexicon = lexicon
        tokens.reserveCapacity(16)
        cut()
    }

    private mutating func cut() {
        let bytes = line.bytes
        var gap = Token.Gap.comma
        var at = 0
        while at < bytes.count, tokens.count <= Self.limit {
            let byte = bytes[at]
            if Self.isInWord(byte) {
                let end = endOfWord(at)
                appendWord(at, end, gap)
                gap = .glued
                at = end
                continue
            }
            switch byte {
            case UInt8(ascii: ","): gap = .comma
            case UInt8(ascii: "-"): gap = max(gap, .dash)
            case UInt8(ascii: " "): gap = max(gap, .space)
            default:
                append(at, at + 1, gap, .sign)
                gap = .glued
            }
            at += 1
        }
        if !tokens.isEmpty { tokens[0].gap = .comma }
    }

    /// Returns the end of the word that starts at an index: hyphens between its characters, a slash between its digits
    /// and that of `C/O` are part of it.
    private func endOfWord(_ start: Int) -> Int {
        let bytes = line.bytes
        var at = start + 1
        while at < bytes.count {
            let byte = bytes[at]
            if Self.isInWord(byte) {
                at += 1
            } else if byte == UInt8(ascii: "-"), at + 1 < bytes.count, Self.isInWord(bytes[at + 1]) {
                at += 2
            } else if byte == UInt8(ascii: "/"), at + 1 < bytes.count,
                Self.isDigit(bytes[at - 1]) && Self.isDigit(bytes[at + 1]) || isCareOf(start, at)
            {
                at += 2
            } else {
                break
            }
        }
        return at
    }

    private func isCareOf(_ start: Int, _ slash: Int) -> Bool {
        let bytes = line.bytes
        return slash == start + 1 && bytes[start] == UInt8(ascii: "C")
            && bytes[slash + 1] == UInt8(ascii: "O")
            && (slash + 2 == bytes.count || !Self.isInWord(bytes[slash + 2]))
    }

    /// Appends the word, or the two that were glued together.
    private mutating func appendWord(_ start: Int, _ end: Int, _ gap: Token.Gap) {
        let word = WordShape(line.bytes, start, end)
        guard let cut = GluedWord(line.bytes, start, end, word, lexicon).cut else {
            return append(start, end, gap, word.shape)
        }
        append(start, cut.end, gap, WordShape(line.bytes, start, cut.end).shape)
        append(cut.next, end, .glued, WordShape(line.bytes, cut.next, end).shape)
    }

    private mutating func append(_ start: Int, _ end: Int, _ gap: Token.Gap, _ shape: Token.Shape) {
        var hash = WordHash.seed
        var value: Int32 = 0
        var digits: UInt8 = 0
        var isLeading = true
        for index in start..<end {
            let byte = line.bytes[index]
            hash = WordHash.adding(byte, to: hash)
            if isLeading, Self.isDigit(byte), digits < 9 {
                value = value * 10 + Int32(byte - 48)
                digits += 1
            } else {
                isLeading = false
            }
        }
        let meaning = shape == .word || shape == .sign ? lexicon.meaning(of: hash) : WordMeaning()
        tokens.append(
            Token(
                hash: hash, meaning: meaning, start: Int32(start), end: Int32(end), value: value,
                digits: digits,
                shape: shape, gap: gap, span: span(start, end)))
    }

    private func span(_ start: Int, _ end: Int) -> TextSpan {
        let last = Int(line.origins[end - 1])
        let lead = source[last]
        let length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
        return TextSpan(Int(line.origins[start])..<min(last + length, source.count))
    }

    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { byte &- 65 < 26 || byte >= 0x80 }
    @inline(__always) static func isInWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
