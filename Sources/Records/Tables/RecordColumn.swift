/// A column of a table: its name, what its values are, and what they mean.
package struct RecordColumn: Sendable, Hashable {
    package let name: String
    package let kind: Kind
    /// What a value says, with its unit, for who opens the file without the manual.
    package let meaning: String

    package enum Kind: String, Sendable, Hashable {
        case text, whole, number
        /// A moment of a wall clock.
        case moment
        case day
    }

    /// Creates a column of text.
    package init(_ name: String, _ meaning: String) { self.init(name, .text, meaning) }

    package init(_ name: String, _ kind: Kind, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
    }
}
