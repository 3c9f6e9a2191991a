/// Tells text in the letters of another script than Latin, stored as one or two bytes a letter, which would be read as
/// Windows-1252 without a fault and be wrong in every word.
///
/// In Latin text a letter with an accent stands among plain ones: two in a row are usual (`ção`), four are not.
struct ForeignLetters {
    /// Whether the text is in such letters.
    let areLikely: Bool
    /// What `iconv` calls the encoding, where the bytes show it.
    let encoding: String?

    /// Longer runs of bytes above ASCII are those of another script.
    private static let longestRun = 4
    private static let fewestBytes = 20

    /// - Parameter text: The beginning of a file. Lines in UTF-8 are none of another encoding's, but for one in ten.
    init(_ text: some Sequence<UInt8>) {
        var bytes: [UInt8] = []
        var (inRuns, utf8Lines, otherLines) = (0, 0, 0)
        for line in Array(text).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            guard line.contains(where: { $0 >= 0x80 }) else { continue }
            if Array(line).withUnsafeBufferPointer(FieldText.isUTF8) {
                utf8Lines += 1
                continue
            }
            otherLines += 1
            bytes += line
            inRuns += Self.bytesInRuns(line)
        }
        let high = bytes.filter { $0 >= 0x80 }
        areLikely =
            utf8Lines * 10 <= otherLines && high.count >= Self.fewestBytes && inRuns * 5 > high.count * 2
        encoding = areLikely ? Self.encoding(of: bytes, high: high) : nil
    }

    private static func bytesInRuns(_ line: some Sequence<UInt8>) -> Int {
        var (all, run) = (0, 0)
        for byte in line {
            if byte >= 0x80 {
                run += 1
                continue
            }
            if run >= longestRun { all += run }
            run = 0
        }
        return run >= longestRun ? all + run : all
    }

    // MARK: Which encoding

    /// The bytes of the eight commonest letters, of which half of such a text is made.
    private static let commonLetters: [(name: String, letters: Set<UInt8>)] = [
        ("WINDOWS-1251", [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0]),
        ("KOI8-R", [0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2]),
        ("WINDOWS-1253", [0xE1, 0xEF, 0xE9, 0xF4, 0xE5, 0xF3, 0xED, 0xE7]),
    ]

    private static func encoding(of bytes: [UInt8], high: [UInt8]) -> String? {
        if isShiftJIS(bytes) { return "SHIFT_JIS" }
        let shares = commonLetters.map { own in
            (name: own.name, share: Double(high.count(where: own.letters.contains)) / Double(high.count))
        }.sorted { $0.share > $1.share }
        return shares[0].share > 0.4 && shares[0].share > shares[1].share + 0.1 ? shares[0].name : nil
    }

    /// Whether all bytes are those of Shift JIS, with some of the syllables without which there is no Japanese.
    private static func isShiftJIS(_ bytes: [UInt8]) -> Bool {
        var (syllables, index) = (0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            guard (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) else {
                // Katakana of half a width.
                guard byte < 0x80 || (0xA1...0xDF).contains(byte) else { return false }
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { return syllables > 0 }
            let next = bytes[index + 1]
            guard (0x40...0xFC).contains(next), next != 0x7F else { return false }
            if byte == 0x82 && next >= 0x9F || byte == 0x83 && next <= 0x96 { syllables += 1 }
            index += 2
        }
        return syllables > 0
    }
}
