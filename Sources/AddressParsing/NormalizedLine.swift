/// Stage 1: folds a line to upper-case ASCII where it can, and remembers where each byte came from.
struct NormalizedLine {
    /// Letters, digits, bytes of other scripts, and of signs only space, comma, `#`, `&`, `@`, `/` and `-`.
    var bytes: [UInt8] = []
    /// For each byte, where its character starts in the line as given.
    var origins: [Int32] = []
    /// Whether a number with decimals was left out: of a mile post, or of a house that no list has so.
    private(set) var leavesOutNumber = false

    init(_ line: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(line.count + 8)
        origins.reserveCapacity(line.count + 8)
        var at = 0
        while at < line.count {
            let byte = line[at]
            if byte == UInt8(ascii: "."), let end = Self.endOfZeros(at, line) {
                at = end
            } else if let end = Self.endOfDecimals(at, line) {
                leavesOutNumber = true
                // With the word that says that a number comes.
                if end < line.count, line[end] == UInt8(ascii: " ") { (bytes, origins) = ([], []) }
                at = end
            } else if byte == UInt8(ascii: ","), Self.isThousandsComma(at, line) {
                at += 1
            } else if Self.isHundreds(at, line) {
                for letter in " BLOCK".utf8 { append(letter, at) }
                at += 2
            } else if let end = Self.endOfMask(at, line) {
                for sign in at..<end { append(UInt8(ascii: "X"), sign) }
                at = end
            } else if byte < 0x80 {
                appendASCII(byte, at, line)
                at += 1
            } else {
                at += appendOther(at, line)
            }
        }
    }

    @inline(__always) private mutating func append(_ byte: UInt8, _ origin: Int) {
        bytes.append(byte)
        origins.append(Int32(truncatingIfNeeded: origin))
    }

    @inline(__always)
    private mutating func appendASCII(_ byte: UInt8, _ at: Int, _ line: UnsafeBufferPointer<UInt8>) {
        let folded = Self.folding[Int(byte)]
        if folded != 0 { return append(folded, at) }
        // A point or apostrophe.
        if byte == UInt8(ascii: ".") {
            if !Self.joinsInitials(at, line) { append(UInt8(ascii: " "), at) }
        }
    }

    /// Returns whether the point at an index stands between initials, as in `S.E.` or `P.O.`, which are read as one word.
    private static func joinsInitials(_ at: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            index >= 0 && index < line.count && (65...90).contains(line[index] & 0xdf)
        }
        func isInside(_ index: Int) -> Bool {
            index >= 0 && index < line.count && (isLetter(index) || (48...57).contains(line[index]))
        }
        return isLetter(at - 1) && !isInside(at - 2) && isLetter(at + 1) && !isInside(at + 2)
    }

    /// Returns where a number with decimals ends that stands where a house number may: before all words, as in `7.4 I 83 N` and
    /// `120.5 Oak Ave`, or behind them: `Oak Ave 120,5`. A mile post is no house, and no list has half of one.
    private static func endOfDecimals(_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int? {
        guard isDigit(start, line),
            start == 0 || line[start - 1] == UInt8(ascii: " ") || isOpening(line[start - 1])
        else { return nil }
        let point = endOfDigits(start, line)
        guard point < line.count, let end = endOfDecimals(from: start, point: point, in: line)
        else { return nil }
        let words = line[..<start].split { !isLetter($0) && !(48...57).contains($0) }
        if words.allSatisfy(isNumberWord) {
            return end < line.count && line[end] == UInt8(ascii: " ") && !isLength(end + 1, line) ? end : nil
        }
        // Behind a house number it is the unit's.
        return (end == line.count || line[end] == UInt8(ascii: ","))
            && words.allSatisfy { !$0.contains { (48...57).contains($0) } } ? end : nil
    }

    /// Returns where the decimals end, with a letter behind them; `nil` where there are none but zeros. Behind a comma a larger number
    /// or one of three digits is another one: `123,125 Elm St`.
    private static func endOfDecimals(
        from start: Int, point: Int, in line: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        let isComma = line[point] == UInt8(ascii: ",")
        guard isComma || line[point] == UInt8(ascii: ".") else { return nil }
        var end = endOfDigits(point + 1, line)
        let decimals = line[point + 1..<max(point + 1, end)]
        guard decimals.contains(where: { $0 != 48 }),
            !isComma || decimals.count <= 2 && decimals.count < point - start
        else { return nil }
        if end < line.count, isLetter(line[end]), end + 1 == line.count || line[end + 1] == UInt8(ascii: " ")
        {
            end += 1
        }
        return end
    }

    private static func endOfDigits(_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int {
        var end = start
        while isDigit(end, line) { end += 1 }
        return end
    }

    private static func isDigit(_ at: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        at < line.count && (48...57).contains(line[at])
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xdf) }

    private static func isOpening(_ byte: UInt8) -> Bool { "(#~[\"".utf8.contains(byte) }

    private static func isNumberWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        ["NO", "NR", "NUM", "NUMBER"].contains { $0.utf8.elementsEqual(word.lazy.map { $0 & 0xdf }) }
    }

    /// Whether a unit of length stands there: `0.5 miles east of 104 Main St`.
    private static func isLength(_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let word = line[min(start, line.count)...].prefix { (65...90).contains($0 & 0xdf) }.map { $0 & 0xdf }
        return ["MI", "MILE", "MILES", "KM", "BLOCKS", "BLOCK"].contains { $0.utf8.elementsEqual(word) }
    }

    /// Returns whether a comma stands within the number that a line begins with: `2,319 S Main St`; `12, 140 Elm St` and
    /// `123,125 Elm St` are two.
    private static func isThousandsComma(_ at: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        func isDigit(_ index: Int) -> Bool { index < line.count && (48...57).contains(line[index]) }
        guard at == 1 || at == 2, line[0] != 48, (0..<at).allSatisfy(isDigit),
            (at + 1...at + 3).allSatisfy(isDigit), at + 4 < line.count
        else { return false }
        return line[at + 4] == UInt8(ascii: " ")
    }

    /// Whether the number that a line begins with is that of a block in the plural: `1100's Main St`.
    private static func isHundreds(_ at: Int, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard (3...5).contains(at), line[at] == UInt8(ascii: "'"), at + 2 < line.count,
            line[at + 1] & 0xdf == 83,
            line[at + 2] == UInt8(ascii: " ")
        else { return false }
        return line[..<at].allSatisfy { (48...57).contains($0) } && line[at - 1] == 48 && line[at - 2] == 48
    }

    /// Returns where the signs end that stand for digits of the number that a line begins with: `11**`, `1??4`, `11##`.
    private static func endOfMask(_ start: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int? {
        guard start > 0, start < 7, isMask(line[start]),
            (0..<start).allSatisfy({ (48...57).contains(line[$0]) || isMask(line[$0]) }),
            (48...57).contains(line[0])
        else { return nil }
        var end = start
        while end < line.count, isMask(line[end]) { end += 1 }
        let isOne = end == start + 1 && line[start] == UInt8(ascii: "#")
        return isOne || end == line.count ? nil : end
    }

    private static func isMask(_ byte: UInt8) -> Bool { "*?_#".utf8.contains(byte) }

    /// Returns where the zeros end that a spreadsheet or program wrote after a whole number: `102.0`, `21201.0`.
    private static func endOfZeros(_ point: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int? {
        func isDigit(_ index: Int) -> Bool {
            index >= 0 && index < line.count && (48...57).contains(line[index])
        }
        guard isDigit(point - 1), point + 1 < line.count, line[point + 1] == UInt8(ascii: "0") else {
            return nil
        }
        var end = point + 1
        while end < line.count, line[end] == UInt8(ascii: "0") { end += 1 }
        guard end < line.count else { return end }
        let next = line[end]
        let isWord = isDigit(end) || (65...90).contains(next & 0xdf) || next >= 0x80
        return isWord || next == UInt8(ascii: ".") || next == UInt8(ascii: "-") ? nil : end
    }

    /// Appends what a character beyond ASCII is read as, and returns its length in the line.
    private mutating func appendOther(_ at: Int, _ line: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = line[at]
        let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
        guard at + length <= line.count else {
            append(lead, at)
            return 1
        }
        var scalar = UInt32(lead) & (length == 2 ? 0x1f : length == 3 ? 0x0f : 0x07)
        for index in 1..<length { scalar = scalar << 6 | UInt32(line[at + index] & 0x3f) }
        if let folded = CharacterFolding.ascii(scalar) {
            for byte in folded.utf8 { append(byte, at) }
        } else {
            for index in 0..<length { append(line[at + index], at) }
        }
        return length
    }

    /// For each ASCII byte what it is read as; 0 for points and apostrophes.
    private static let folding: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(byte - 32)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
        case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "-"):
            UInt8(byte)
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
            10, 13:
            UInt8(ascii: ",")
        case UInt8(ascii: "\\"): UInt8(ascii: "/")
        case UInt8(ascii: "+"): UInt8(ascii: "&")
        case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): 0
        default: UInt8(ascii: " ")
        }
    }
}
