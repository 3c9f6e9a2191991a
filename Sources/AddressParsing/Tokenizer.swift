import Wording

/// Stages 2 and 3: cuts a normalised line into tokens, glued ones too (`84THAVE`, `APT4`), and looks each up.
struct Tokenizer {
    /// More than any address has; beyond it a line is not read.
    static let limit = 48

    let line: NormalizedLine
    let source: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    private(set) var tokens: [Token] = []
    private var hasNumberWithDirection = false

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
        if hasNumberWithDirection { splitDirections() }
    }

    /// Cuts the direction off a number where it must be one: `48S 400E`, `N 2200W`, `Hwy 60E`.
    private mutating func splitDirections() {
        var at = 0
        while at < tokens.count {
            if isNumberWithDirection(tokens[at]), isDirectionOfItsOwn(at) {
                let token = tokens.remove(at: at)
                let end = Int(token.end)
                var rest = Array(tokens[at...])
                tokens.removeSubrange(at...)
                append(Int(token.start), end - 1, token.gap, .number)
                append(end - 1, end, .glued, .word)
                if !rest.isEmpty { rest[0].gap = max(rest[0].gap, .space) }
                tokens += rest
                at += 1
            }
            at += 1
        }
    }

    private func isNumberWithDirection(_ token: Token) -> Bool {
        token.shape == .numberFirst && Int(token.digits) == token.length - 1
            && "NSEW".utf8.contains(line.bytes[Int(token.end) - 1])
    }

    /// Whether the number starts a grid address (the next is a grid street), or names a street after a direction or a
    /// highway after its word.
    private func isDirectionOfItsOwn(_ at: Int) -> Bool {
        if at + 1 < tokens.count, at == 0 {
            let next = tokens[at + 1]
            return next.shape == .number || isNumberWithDirection(next)
        }
        guard at > 0 else { return false }
        return tokens[at - 1].isDirectional && at > 1 || tokens[at - 1].has(.roadWord)
    }

    /// Returns the end of the word that starts at an index: hyphens between its characters, a slash between its digits
    /// and that of `C/O`, `M/C`, `N/A` and `B/W` are part of it.
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
                Self.isDigit(bytes[at - 1]) && Self.isDigit(bytes[at + 1]) || isSlashWord(start, at)
            {
                at += 2
            } else {
                break
            }
        }
        return at
    }

    private static let slashWords = [("C", "O"), ("M", "C"), ("N", "A"), ("B", "W")].map { pair in
        (pair.0.utf8.first ?? 0, pair.1.utf8.first ?? 0)
    }

    private func isSlashWord(_ start: Int, _ slash: Int) -> Bool {
        let bytes = line.bytes
        return slash == start + 1 && Self.slashWords.contains { $0 == bytes[start] && $1 == bytes[slash + 1] }
            && (slash + 2 == bytes.count || !Self.isInWord(bytes[slash + 2]))
    }

    /// Appends the word, or the two that were glued together.
    private mutating func appendWord(_ start: Int, _ end: Int, _ gap: Token.Gap) {
        let word = WordShape(line.bytes, start: start, end: end)
        guard let cut = GluedWord(line.bytes, start: start, end: end, word: word, lexicon: lexicon).cut else {
            return append(start, end, gap, word.shape)
        }
        append(start, cut.end, gap, WordShape(line.bytes, start: start, end: cut.end).shape)
        append(cut.next, end, .glued, WordShape(line.bytes, start: cut.next, end: end).shape)
    }

    private mutating func append(_ start: Int, _ end: Int, _ gap: Token.Gap, _ shape: Token.Shape) {
        var hash = TextHash()
        var value: Int32 = 0
        var digits: UInt8 = 0
        var isLeading = true
        for index in start..<end {
            let byte = line.bytes[index]
            hash.add(byte)
            if isLeading, Self.isDigit(byte), digits < 9 {
                value = value * 10 + Int32(byte - 48)
                digits += 1
            } else {
                isLeading = false
            }
        }
        let meaning = shape == .word || shape == .sign ? lexicon.meaning(of: hash.value) : WordMeaning()
        if shape == .numberFirst, Int(digits) == end - start - 1 { hasNumberWithDirection = true }
        tokens.append(
            Token(
                hash: hash.value, meaning: meaning, start: Int32(start), end: Int32(end), value: value,
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
