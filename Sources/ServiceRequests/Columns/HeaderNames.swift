/// A header's names, found letter by letter or, where none is so written, whatever their case, spaces and quotes.
package struct HeaderNames {
    package let names: [String]
    private let written: [String: Int]
    private let indices: [String: Int]

    package init(_ names: [String]) {
        self.names = names
        // Of two columns with one name the first counts.
        written = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        indices = Dictionary(
            names.enumerated().map { (Self.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether more than one column bears the name of one that was found.
    ///
    /// - Parameter asked: What was looked for: a column that is so called letter by letter is no other's namesake.
    func isDoubled(_ name: String, askedAs asked: Set<String>) -> Bool {
        asked.contains(name)
            ? names.count { $0 == name } > 1 : names.count { Self.key($0) == Self.key(name) } > 1
    }

    /// Returns the index of the column of a name; `nil` where none bears it.
    package func index(of name: String) -> Int? { written[name] ?? indices[Self.key(name)] }
    /// Returns the index of the first column of a name that nobody wrote for this file; `nil` where none bears it.
    func firstIndex(of name: String) -> Int? { indices[Self.key(name)] }
    package func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// Returns what two names have in common that are one: without case, spaces, quotes and a byte order mark.
    package static func key(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" && $0 != "\u{FEFF}" }
    }
}
