/// A length in the words before an address: `1/2 mile`, `2500ft`, `two lots`, `a couple of blocks`.
struct Quantity {
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

    /// Returns where a length begins that ends before a token, and the length: `200 ft` of `Old Post Rd 200 ft north of`; `nil` where no
    /// number stands before its unit. A number before that one is a road's: `US 1 200 ft north of`.
    static func ending(before end: Int, _ tokens: [Token]) -> (start: Int, metres: Double)? {
        for start in (max(0, end - longest)..<max(0, end)).reversed() {
            guard let length = beginning(at: start, tokens), length.end == end else { continue }
            // `half a mile`, `1 1/2 miles`
            let isPart = isOne(tokens[start]) || tokens[start].shape == .fraction
            guard isPart, start > 0, let whole = beginning(at: start - 1, tokens), whole.end == end else {
                return (start, length.metres)
            }
            return (start - 1, whole.metres)
        }
        return nil
    }

    /// Returns where a length ends that begins with a token, and the length; `nil` where no number stands before its unit.
    static func beginning(at start: Int, _ tokens: [Token]) -> (end: Int, metres: Double)? {
        guard start < tokens.count, tokens[start].hasDigit || isAmount(tokens[start]) else { return nil }
        for index in tokens.indices.dropFirst(start).prefix(longest) {
            if index > start, tokens[index].gap >= .comma { return nil }
            guard let (_, metresOfOne) = unit(tokens[index...index]) else { continue }
            let isGlued = tokens[index].hasDigit
            guard isGlued || index > start,
                let count = count(tokens[start..<(isGlued ? index + 1 : index)]),
                count < mostBlocks || !blocks.contains(tokens[index].hash)
            else { return nil }
            return (index + 1, count * metresOfOne)
        }
        return nil
    }

    private static func isAmount(_ token: Token) -> Bool {
        token.has([.cardinal, .tens]) || parts[token.hash] != nil || amounts[token.hash] != nil
    }

    /// Words with which a length may begin besides numbers: `half`, `a couple`.
    static var amountWords: Set<UInt64> { Set(parts.keys).union(amounts.keys) }

    private static func isOne(_ token: Token) -> Bool { amounts[token.hash] == 1 }

    /// Words of a length: `a couple of blocks`.
    private static let longest = 4
    /// Of these no line counts so many: `300 block` is the block's number.
    private static let mostBlocks = 20.0
    private static let blocks = RelationWords.hashes("BLOCK BLOCKS BLK BLKS")

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
