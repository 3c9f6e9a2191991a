import TableFiles

/// How well bytes fit the encodings of Japanese, Chinese and Korean that write a character in two bytes.
///
/// Their common characters stand in few rows of the code, and in runs; text of one byte for a letter, cut in pairs, does
/// neither.
struct DoubleByteText {
    let page: CodePage
    private let layout: Layout

    /// Which first and second bytes there are, and which pairs text mostly has.
    private struct Layout {
        let leads: [ClosedRange<UInt8>]
        let trails: [ClosedRange<UInt8>]
        /// First bytes of characters that are letters or common ideographs.
        let common: [ClosedRange<UInt8>]
        /// Other pairs that are as common, by their first byte.
        var marks: [UInt8: [ClosedRange<UInt8>]] = [:]
        /// Bytes that are a character alone.
        var single: [ClosedRange<UInt8>] = []
    }

    /// All of them, each before those whose common rows hold its own.
    static let all: [DoubleByteText] = [
        DoubleByteText(
            page: EncodingTable.shiftJIS,
            layout: Layout(
                leads: [0x81...0x9F, 0xE0...0xFC], trails: [0x40...0x7E, 0x80...0xFC], common: [0x88...0x97],
                marks: [
                    0x81: [0x40...0x45, 0x5B...0x5B, 0x60...0x60, 0x69...0x6A, 0x75...0x76],
                    0x82: [0x4F...0x58, 0x9F...0xF1], 0x83: [0x40...0x96], 0x98: [0x40...0x72],
                ],
                single: [0xA1...0xDF])),
        DoubleByteText(
            page: EncodingTable.korean,
            layout: Layout(
                leads: [0x81...0xFD], trails: [0x41...0x5A, 0x61...0x7A, 0x81...0xFE], common: [],
                marks: twoHigh([0xA1...0xA3, 0xB0...0xC8]))),
        DoubleByteText(
            page: EncodingTable.japanese,
            layout: Layout(
                leads: [0x8E...0x8E, 0xA1...0xFE], trails: [0xA1...0xFE], common: [],
                marks: twoHigh([0xA1...0xA5, 0xB0...0xCF]))),
        DoubleByteText(
            page: EncodingTable.simplified,
            layout: Layout(
                leads: [0x81...0xFE], trails: [0x40...0x7E, 0x80...0xFE], common: [],
                marks: twoHigh([0xA1...0xA1, 0xA3...0xA3, 0xB0...0xD7]))),
        DoubleByteText(
            page: EncodingTable.traditional,
            layout: Layout(
                leads: [0x81...0xFE], trails: [0x40...0x7E, 0xA1...0xFE], common: [0xA4...0xC6],
                marks: [0xA1: [0x40...0x7E, 0xA1...0xFE]])),
    ]

    private static func twoHigh(_ leads: [ClosedRange<UInt8>]) -> [UInt8: [ClosedRange<UInt8>]] {
        Dictionary(uniqueKeysWithValues: leads.joined().map { ($0, [0xA1...0xFE]) })
    }

    /// What was counted of a text.
    struct Count {
        var pairs = 0
        var common = 0
        /// Pairs that stand beside another.
        var inRuns = 0
        /// Pairs whose second byte is an ASCII letter.
        var lettered = 0
        var kana = 0
        var singles = 0
        var faults = 0
    }

    private static let fewestPairs = 4
    /// So many tell one from another whose common rows hold its own.
    private static let tellingPairs = 12

    /// Returns the encoding that bytes are likely to be text of, `nil` where there is none.
    ///
    /// - Parameter usual: Those of the city's country, the most usual first: they decide between several that fit.
    static func find(_ bytes: [UInt8], usual: [CodePage]) -> FoundEncoding? {
        let counts = all.map { (page: $0.page, count: $0.count(bytes)) }
        let likely = zip(all, counts).filter { $0.isLikely($1.count) }.map(\.1)
        guard let first = likely.first else { return nil }
        if let page = usual.first(where: { page in likely.contains { $0.page == page } }) {
            return FoundEncoding(page, .bytes)
        }
        let isTold = likely.count == 1 || first.count.pairs >= tellingPairs
        return FoundEncoding(first.page, isTold ? .bytes : .doubtful)
    }

    private func isLikely(_ count: Count) -> Bool {
        // Japanese text without kana is hardly told from Chinese.
        let hasKana = page != EncodingTable.japanese || count.kana * 10 >= count.pairs
        return hasKana && count.pairs >= Self.fewestPairs && count.faults * 100 <= count.pairs
            && count.common * 10 >= count.pairs * 9 && count.inRuns * 10 >= count.pairs * 6
            && count.lettered * 10 <= count.pairs * 6 && count.singles * 4 <= count.pairs
    }

    func count(_ bytes: [UInt8]) -> Count {
        var count = Count()
        var offset = 0
        /// How many pairs stand side by side before this byte.
        var run = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte >= 0x80 else {
                (offset, run) = (offset + 1, 0)
                continue
            }
            if layout.single.contains(where: { $0.contains(byte) }) {
                count.singles += 1
                offset += 1
                continue
            }
            let trail = offset + 1 < bytes.count ? bytes[offset + 1] : 0
            guard layout.leads.contains(where: { $0.contains(byte) }),
                layout.trails.contains(where: { $0.contains(trail) })
            else {
                count.faults += 1
                (offset, run) = (offset + 1, 0)
                continue
            }
            (offset, run) = (offset + 2, run + 1)
            add(byte, trail, run: run, to: &count)
        }
        return count
    }

    private func add(_ lead: UInt8, _ trail: UInt8, run: Int, to count: inout Count) {
        count.pairs += 1
        // With the second, the first stands in a run too.
        if run > 1 { count.inRuns += run == 2 ? 2 : 1 }
        let letters: [ClosedRange<UInt8>] = [0x41...0x5A, 0x61...0x7A]
        if letters.contains(where: { $0.contains(trail) }) { count.lettered += 1 }
        let isCommon =
            layout.common.contains { $0.contains(lead) }
            || layout.marks[lead, default: []].contains { $0.contains(trail) }
        if isCommon { count.common += 1 }
        if [0xA4, 0xA5].contains(lead) { count.kana += 1 }
    }
}
