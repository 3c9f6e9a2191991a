/// Keeps of three or more house numbers before a street the least and the greatest: `210, 218, 650 Oak St` is `210 & 650 Oak St`, of which
/// nothing tells which is meant.
struct NumberList {
    private(set) var tokens: [Token]

    init(_ tokens: [Token]) {
        self.tokens = tokens
        var numbers: [Int] = []
        var at = 0
        while at < tokens.count, tokens[at].shape == .number, tokens[at].digits <= Self.mostDigits {
            numbers.append(at)
            guard at + 1 < tokens.count else { return }
            if SecondAddress.joins(tokens[at + 1]) {
                at += 2
            } else if tokens[at + 1].gap == .comma, tokens[at + 1].shape == .number {
                at += 1
            } else {
                break
            }
        }
        guard numbers.count > 2, let last = numbers.last, last + 1 < tokens.count, numbers.last == at,
            tokens[last + 1].opensStreet, tokens[last + 1].gap < .comma,
            let least = numbers.min(by: { tokens[$0].value < tokens[$1].value }),
            let greatest = numbers.max(by: { tokens[$0].value < tokens[$1].value }), least != greatest
        else { return }
        var joint = tokens[last].joining(.and)
        joint.gap = .space
        var ends = [tokens[least], joint, tokens[greatest]]
        ends[0].gap = tokens[0].gap
        ends[2].gap = .space
        self.tokens.replaceSubrange(0...last, with: ends)
    }

    /// Longer ones are ZIP codes as well.
    private static let mostDigits = 4
}
