/// A row that is no request of its own, since another row of the file is the same request.
package struct FoldedRow: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// The other row says the same.
        case merged
        /// The other row is the later state of the request.
        case superseded
    }

    package let kind: Kind
    private let storedLine: UInt32
    private let storedKeptLine: UInt32
    /// The category of both rows, an index into the table's, -1 where they have none.
    var category: Int32

    /// The physical line on which the row begins, from 1.
    package var line: Int { Int(storedLine) }
    /// The line of the row that counts, 0 where that stands in another file.
    package var keptLine: Int { Int(storedKeptLine) }

    init(_ kind: Kind, line: UInt32, keptLine: UInt32, category: Int32) {
        self.kind = kind
        storedLine = line
        storedKeptLine = keptLine
        self.category = category
    }
}

extension FoldedRow: CustomStringConvertible {
    /// What became of the row, for people.
    package var description: String {
        let other = keptLine > 0 ? "line \(keptLine)" : "a row of another file"
        return switch kind {
        case .merged: "the same row as \(other)"
        case .superseded: "\(other) is the later state of the request"
        }
    }
}
