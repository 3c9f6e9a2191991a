/// Reads a stretch between two house numbers: `between 2319 and 2341 S Main St`, `from 100 Main St to 300 Main St`.
struct NumberStretch {
    /// What is left: the first number with its street, or both numbers before it.
    private(set) var tokens: [Token]
    /// How long it is, about, metres; endless where the numbers are of two streets.
    let length: Double

    /// A hundred of numbers is a block of some 130 m.
    private static let metresPerNumber = 1.3
    /// How many words may stand between the numbers.
    private static let wordLimit = 6

    /// Returns `nil` for a line that begins with anything else.
    init?(_ tokens: [Token]) {
        guard tokens.count > 4, tokens[0].has(.between) || tokens[0].hash == Self.from,
            tokens[1].shape == .number,
            let joint = tokens.indices.dropFirst(2).prefix(Self.wordLimit).first(where: { index in
                tokens[index].has(.and) || tokens[index].hash == Self.to
            }),
            joint + 2 < tokens.count, tokens[joint + 1].shape == .number, tokens[joint + 2].opensStreet
        else { return nil }
        let street = tokens[2..<joint]
        let other = tokens[(joint + 2)...]
        let isSame = other.starts(with: street) { $0.hash == $1.hash }
        // `from 1104 Main St to 104 Oak St` is a way, and either end may be meant.
        guard isSame || tokens[0].has(.between) else { return nil }
        length =
            isSame
            ? Double(abs(tokens[1].value - tokens[joint + 1].value)) * Self.metresPerNumber : .infinity
        self.tokens = tokens
        if !street.isEmpty {
            self.tokens.removeSubrange(joint..<(isSame ? joint + 2 + street.count : tokens.count))
        }
        self.tokens.removeFirst()
        self.tokens[0].gap = .comma
    }

    private static let from = WordHash.of("FROM")
    private static let to = WordHash.of("TO")
}
