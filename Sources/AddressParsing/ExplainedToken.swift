/// A token of an address line with the parts that the postal tables let it play.
package struct ExplainedToken: Hashable, Sendable {
    /// Upper case, accents and points taken off.
    package let text: String
    package let span: TextSpan
    /// Such as `street type`, `directional`, `state`; what it is made of where the tables do not know it.
    package let roles: [String]

    init(_ line: TokenLine, _ index: Int) {
        let token = line[index]
        text = line.text(index)
        span = token.span
        let known = Self.names.filter { token.has($0.roles) }.map(\.name)
        roles = known.isEmpty ? [Self.name(of: token.shape)] : known
    }

    private static let names: [(roles: WordRoles, name: String)] = [
        (.type, "street type"), (.typeBefore, "type before the name"), (.directional, "directional"),
        ([.roadWord, .roadOwner], "highway"), (.state, "state"), (.unit, "unit"), (.ordinal, "ordinal"),
        (.cardinal, "number"), (.tens, "number"), (.typeless, "street without a type"), (.saint, "saint"),
        (.townStart, "start of a town"), (.townEnd, "end of a town"), (.landmark, "landmark"),
        (.careOf, "care of"),
        (.block, "block"), ([.and, .at, .near, .between, .corner], "crossing"), (.box, "mail box"),
        (.numberSign, "number sign"), (.country, "country"),
    ]

    private static func name(of shape: Token.Shape) -> String {
        switch shape {
        case .word: "word"
        case .number: "number"
        case .ordinal: "ordinal"
        case .hyphenated: "hyphenated number"
        case .numberFirst: "number with letters"
        case .letterFirst: "letters with a number"
        case .grid: "grid number"
        case .fraction: "fraction"
        case .sign: "sign"
        }
    }
}
