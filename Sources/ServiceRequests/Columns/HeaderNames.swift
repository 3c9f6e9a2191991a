/// A header's names, found whatever their case, spaces and quotes.
package struct HeaderNames {
    package let names: [String]
    private let indices: [String: Int]

    package init(_ names: [String]) {
        self.names = names
        // Of two columns with one name the first counts.
        indices = Dictionary(
            names.enumerated().map { (Self.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether more than one column bears a name.
    func isDoubled(_ name: String) -> Bool { names.count { Self.key($0) == Self.key(name) } > 1 }

    /// Returns the index of the first column of a name; `nil` where none bears it.
    package func index(of name: String) -> Int? { indices[Self.key(name)] }
    package func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// Returns what two names have in common that are one: without case, spaces, quotes and a byte order mark.
    package static func key(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\u{FEFF}" }
    }
}
