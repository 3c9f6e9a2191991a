/// A header's names, found whatever their case, spaces and quotes.
struct HeaderNames {
    let names: [String]
    private let indices: [String: Int]

    init(_ names: [String]) {
        self.names = names
        // Of two columns with one name the first counts.
        indices = Dictionary(
            names.enumerated().map { (Self.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether more than one column bears a name.
    func isDoubled(_ name: String) -> Bool { names.count { Self.key($0) == Self.key(name) } > 1 }

    func index(of name: String) -> Int? { indices[Self.key(name)] }
    func contains(_ name: String) -> Bool { index(of: name) != nil }

    private static func key(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\u{FEFF}" }
    }
}
