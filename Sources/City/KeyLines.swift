/// The lines of a city file on which keys stand, by their names.
///
/// Two are always equal: where a file says something is no part of what it says.
package struct KeyLines: Sendable, Equatable {
    private var lines: [String: Int] = [:]

    package init() {}

    package subscript(key: String) -> Int? {
        get { lines[key] }
        set { lines[key] = newValue }
    }

    /// Takes over the lines of another section, with a word before their keys.
    mutating func take(_ others: KeyLines, prefix: String = "") {
        for (key, line) in others.lines { lines[prefix + key] = line }
    }

    package static func == (one: Self, other: Self) -> Bool { true }
}
