/// Reads how far from an address a line says that a place lies: `1/2 mile east of 104 Main St`, `2 blocks past 560 Main St`,
/// `vacant lot next to 104 Main St`, `500 ft north of Main St & Oak Ave`.
struct RelativePlace {
    /// Where the address starts.
    let start: Int
    /// Metres; 0 where it lies beside the address.
    let distance: Double

    /// Farther away, an address says nothing of a place, metres.
    static let limit = 1_000.0
    /// Of `down the street from` and `east of`, metres.
    private static let vague = 200.0
    /// Words before an address.
    private static let wordLimit = 9

    /// Returns `nil` where no such words stand before an address.
    init?(_ tokens: [Token]) {
        for at in tokens.indices.dropFirst().prefix(Self.wordLimit) where at + 1 < tokens.count {
            guard let link = Self.link(endingBefore: at, tokens) else { continue }
            var before = Quantity(tokens[..<at])
            guard !before.hasOtherNumbers, Self.isAddress(tokens[at...], isMeasured: before.metres != nil)
            else {
                continue
            }
            if link == .beside, before.metres == nil { before.metres = 0 }
            start = at
            distance = before.metres ?? Self.vague
            return
        }
        return nil
    }

    private static func isAddress(_ rest: ArraySlice<Token>, isMeasured: Bool) -> Bool {
        guard let first = rest.first, rest.count > 1 else { return false }
        if first.isHouse { return rest[rest.startIndex + 1].opensStreet }
        return isMeasured && first.opensStreet && rest.contains(where: \.endsStreet)
    }

    private enum Link { case beside, away }

    /// Returns what the words say that end before a token: `east of`, `past`, `next to`; `nil` where they say nothing of where
    /// it lies, or that it lies across the street. Whatever else ends in `of` or `to` lies somewhere around it.
    private static func link(endingBefore end: Int, _ tokens: [Token]) -> Link? {
        let words = tokens[..<end]
        guard let last = words.last, !words.contains(where: { RelationWords.opposites.contains($0.hash) })
        else { return nil }
        let before = words.dropLast().last
        switch last.hash {
        case of:
            if before?.isDirectional == true { return .away }
            let isPart = before.map { RelationWords.parts.contains($0.hash) } ?? true
            return tokens[end].isHouse && (!isPart || words.contains { $0.hash == within }) ? .beside : nil
        case from where before == nil: return nil
        case from: return words.contains { $0.hash == corner } ? .beside : .away
        case to:
            return before != nil && tokens[end].isHouse && !words.contains(where: \.endsStreet)
                ? .beside : nil
        default:
            // `Near 104 Main St` is read where the line begins with it.
            if end > 1, RelationWords.nears.contains(last.hash) { return .beside }
            return RelationWords.aways.contains(last.hash) ? .away : nil
        }
    }

    private static let of = WordHash.of("OF")
    private static let from = WordHash.of("FROM")
    private static let to = WordHash.of("TO")
    private static let corner = WordHash.of("CORNER")
    private static let within = WordHash.of("WITHIN")
}

/// A length in the words before an address: `1/2 mile`, `2500ft`, `two lots`, `a couple of blocks`.
private struct Quantity {
    /// `nil` where none is written.
    var metres: Double?
    /// Whether numbers stand there that count nothing, as those of another address do.
    private(set) var hasOtherNumbers = false

    init(_ words: ArraySlice<Token>) {
        guard let (unit, metresOfOne) = Self.unit(words) else {
            hasOtherNumbers = words.contains(where: \.hasDigit)
            return
        }
        let isGlued = words[unit].hasDigit
        let count = Self.count(isGlued ? words[...unit] : words[..<unit])
        metres = (count ?? Self.several) * metresOfOne
        // `5th Ave 100 ft N of Main St` is on 5th Ave.
        hasOtherNumbers =
            words[(unit + 1)...].contains(where: \.hasDigit)
            || words[..<unit].contains { $0.endsStreet || $0.shape == .ordinal }
    }

    /// How many `blocks` are that no number counts.
    private static let several = 3.0

    private static func unit(_ words: ArraySlice<Token>) -> (Int, Double)? {
        for index in words.indices {
            if let metres = units[words[index].hash] { return (index, metres) }
            // `500ft`
            guard words[index].shape == .numberFirst else { continue }
            for (name, metres) in lengths
            where words[index].hash == WordHash.of("\(words[index].value)\(name)") {
                return (index, metres)
            }
        }
        return nil
    }

    /// Returns the number that words end with: of `1 1/2` one and a half, and of `1.5`, whose point is lost, at most 2.
    private static func count(_ words: ArraySlice<Token>) -> Double? {
        var whole: [Double] = []
        var part = 0.0
        for word in words.reversed() {
            if let amount = parts[word.hash] {
                part = amount
            } else if word.hasDigit {
                whole.insert(Double(word.value), at: 0)
            } else if word.has([.cardinal, .tens]) {
                whole.insert(Double(word.meaning.ordinal), at: 0)
            } else if let amount = amounts[word.hash] {
                whole.insert(amount, at: 0)
            } else if !fillers.contains(word.hash) {
                break
            }
        }
        // `half a mile`
        if part > 0 { return part + (whole.first { $0 != 1 || whole.count > 1 } ?? 0) }
        guard let first = whole.first else { return nil }
        return whole.count > 1 && first < 100 ? first + 1 : first
    }

    private static let fillers = RelationWords.hashes("A AN OF AND ABOUT")
    private static let amounts = hashed(["COUPLE": 2, "FEW": 4, "SEVERAL": 5, "A": 1, "AN": 1])
    private static let parts = hashed([
        "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 0.34, "2/3": 0.67, "1/8": 0.125, "HALF": 0.5,
        "QUARTER": 0.25,
    ])
    /// A block and the width of a lot are taken at the long end.
    private static let lengths: [String: Double] = [
        "FT": 0.305, "FEET": 0.305, "FOOT": 0.305, "YD": 0.914, "YDS": 0.914, "YARD": 0.914, "YARDS": 0.914,
        "M": 1,
        "METER": 1, "METERS": 1, "METRE": 1, "METRES": 1, "MI": 1_609, "MILE": 1_609, "MILES": 1_609,
        "KM": 1_000,
        "BLOCK": 200, "BLOCKS": 200, "BLK": 200, "BLKS": 200, "HOUSE": 40, "HOUSES": 40, "DOOR": 40,
        "DOORS": 40,
        "LOTS": 40, "PROPERTIES": 60, "BUILDINGS": 60, "DRIVEWAYS": 60,
    ]
    private static let units = hashed(lengths)

    private static func hashed(_ words: [String: Double]) -> [UInt64: Double] {
        Dictionary(uniqueKeysWithValues: words.map { (WordHash.of($0.key), $0.value) })
    }
}
