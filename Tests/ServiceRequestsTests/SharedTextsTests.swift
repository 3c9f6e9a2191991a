import Testing

@testable import ServiceRequests

/// A column whose rows share texts, against one in which each has its own.
struct SharedTextsTests {
    private let texts = ["a", "", "bb", "a", "ccc", "", "bb", "d"]

    private var shared: TextColumn {
        var interner = ByteInterner()
        let numbers = texts.map { text in
            Array(text.utf8).withUnsafeBufferPointer {
                $0.isEmpty ? TextColumn.blank : UInt32(interner.number(of: $0))
            }
        }
        return TextColumn(interner.texts, numbers: numbers)
    }

    @Test func `texts, and which are the same, do not depend on how they are kept`() {
        let (one, other) = (TextColumn(texts), shared)
        #expect(one.count == other.count && !other.isEmpty)
        for row in texts.indices {
            #expect(other[row] == texts[row] && one.range(at: row).isEmpty == other.range(at: row).isEmpty)
            for second in texts.indices { #expect(one.areSame(row, second) == other.areSame(row, second)) }
        }
        #expect(other[texts.count].isEmpty)
    }

    @Test(arguments: [[0, 1, 2, 3, 4, 5, 6, 7], [2, 4, 5, 7], [2, 3, 4, 6, 7], [1, 5], []] as [[Int32]])
    func `rows that are left have the same different texts in the same order`(rows: [Int32]) {
        var (one, other) = (TextColumn(texts), shared)
        one.keep(rows)
        other.keep(rows)
        #expect(other.count == rows.count && other.isEmpty == rows.isEmpty)
        let (first, second) = (one.distinct(), other.distinct())
        #expect(first.indices == second.indices)
        #expect(
            (0..<first.values.count).map { first.values[$0] }
                == (0..<second.values.count).map { second.values[$0] })
    }
}
