import TableFiles

/// Finds which encoding text beyond ASCII is written in, by a piece of it.
struct EncodingFinder {
    /// Those that are usual where the city lies, beside Windows-1252.
    let usual: [CodePage]

    /// - Parameter timeZone: The city's; `nil` where it is not known.
    init(timeZone: String?) { usual = timeZone.map(EncodingTable.usual) ?? [] }

    /// How much of a text that was read by its encoding looks like words, at least.
    private static let likely = 0.8
    /// How much more another encoding than Windows-1252 has to look like words.
    private static let lead = 0.2

    /// Returns the encoding. Text some fields of which are UTF-8 counts as that: the others are read as Windows-1252.
    ///
    /// - Parameter piece: From the first byte that is not ASCII on.
    func find(_ piece: [UInt8]) -> FoundEncoding {
        let bytes = Self.whole(piece)
        let count = UTF8Count(bytes)
        if count.invalid == 0 || count.valid >= count.invalid { return FoundEncoding(.utf8, .valid) }
        return DoubleByteText.find(bytes, usual: usual) ?? singleByte(bytes)
    }

    private func singleByte(_ bytes: [UInt8]) -> FoundEncoding {
        let western = share(bytes, .windows1252)
        let local = usual.map { (page: $0, share: share(bytes, $0)) }
        // Languages of one country share an encoding; others may stand in it too.
        if let best = local.first(where: { $0.share >= Self.likely && $0.share + 0.05 >= western }) {
            return FoundEncoding(best.page, western < Self.likely ? .bytes : .usual)
        }
        let other = LanguageLetters.other(of: bytes)
        if western >= Self.likely, let other { return FoundEncoding(other, .doubtful) }
        if western >= Self.likely { return FoundEncoding(.windows1252, usual.isEmpty ? .bytes : .doubtful) }
        var best = (page: CodePage.windows1252, share: western)
        for page in EncodingTable.anywhere {
            let share = share(bytes, page)
            if share > best.share { best = (page, share) }
        }
        let isClear = best.share >= Self.likely && best.share >= western + Self.lead
        if isClear { return FoundEncoding(best.page, .bytes) }
        return other.map { FoundEncoding($0, .doubtful) } ?? FoundEncoding(.windows1252, .none)
    }

    private func share(_ bytes: [UInt8], _ page: CodePage) -> Double { WordText(bytes, in: page)?.share ?? 0 }

    /// Returns the bytes up to the last line end, so that no character and no word is cut.
    private static func whole(_ piece: [UInt8]) -> [UInt8] {
        guard let end = piece.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }), end > piece.count / 2 else {
            return piece
        }
        return Array(piece[..<end])
    }
}

/// How many characters beyond ASCII are well-formed UTF-8, and how many bytes are not.
struct UTF8Count {
    private(set) var valid = 0
    private(set) var invalid = 0

    init(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            guard bytes[offset] >= 0x80 else {
                offset += 1
                continue
            }
            let length = Self.length(at: offset, of: bytes)
            if length == 0 { invalid += 1 } else { valid += 1 }
            offset += max(1, length)
        }
    }

    /// Returns the length of the character at an offset, 0 where there is none.
    private static func length(at offset: Int, of bytes: [UInt8]) -> Int {
        let lead = bytes[offset]
        let length = lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 0
        guard length > 0, offset + length <= bytes.count else { return 0 }
        return String(validating: bytes[offset..<offset + length], as: UTF8.self) == nil ? 0 : length
    }
}
