/// A word of a line in the form in which names are compared word by word: `RD` for `Road`, `N` for `North`, `5TH` for
/// `Fifth`.
package struct StandardWord: Hashable, Sendable {
    package let text: String
    package let span: TextSpan
    package let isHouseNumber: Bool
    /// Whether it can only go on a name that stands before it: a street type right behind.
    package let isType: Bool
    /// Whether a comma or a line's end stands before it.
    package let isSetOff: Bool
    /// Whether it parts streets: `&`, `and`, `at`.
    package let isJoint: Bool
    /// Whether it says that a number is a block's.
    package let isBlock: Bool
}

extension AddressParser {
    /// Returns a line's words in standard form, whatever part each plays.
    package func standardWords(_ line: String) -> [StandardWord] {
        var line = line
        return line.withUTF8 { source in
            guard let tokens = tokenLine(source) else { return [] }
            let names = NameNormalizer(line: tokens)
            return (0..<tokens.count).map { index in
                let token = tokens[index]
                return StandardWord(
                    text: Self.standard(token, index, names), span: token.span,
                    isHouseNumber: [.number, .numberFirst, .hyphenated, .grid].contains(token.shape),
                    isType: token.has(.strongType), isSetOff: token.gap >= .dash,
                    isJoint: token.has([.and, .at, .near, .between]), isBlock: token.has(.block))
            }
        }
    }

    private static func standard(_ token: Token, _ index: Int, _ names: NameNormalizer) -> String {
        let lexicon = names.line.lexicon
        if token.isDirectional, let direction = Directional(rawValue: token.meaning.directional) {
            return direction.abbreviation
        }
        if token.has(.type) { return lexicon.types[Int(token.meaning.type)] }
        if token.has(.roadWord) { return lexicon.roads[Int(token.meaning.road)] }
        return names.name(index..<index + 1, numbers: .asWritten)
    }
}
