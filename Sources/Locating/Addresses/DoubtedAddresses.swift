package import ServiceRequests

/// The rows of a table whose addresses seem to be those of other places than the requests', or whose house numbers do.
package struct DoubtedAddresses: Sendable {
    /// Whether they are all rows.
    package let areAll: Bool
    private let channels: Texts
    private let categories: Texts
    private let rows: [Range<Int>]
    /// For each place of the book whether the number of its house is doubted, and each row's place; empty where none is.
    private let areNumbersDoubted: [Bool]
    private let placeByRow: [Int32]

    /// Whether any text of a column is doubted, and which.
    private struct Texts: Sendable {
        let indices: [Int32]
        let areDoubted: [Bool]

        init(_ column: InternedColumn, _ names: [String]) {
            let doubted = Set(names)
            areDoubted = doubted.isEmpty ? [] : column.values.map(doubted.contains)
            indices = areDoubted.contains(true) ? column.indices : []
        }

        var isEmpty: Bool { indices.isEmpty }

        func contain(_ row: Int) -> Bool {
            row < indices.count && indices[row] >= 0 && areDoubted[Int(indices[row])]
        }
    }

    /// - Parameters:
    ///   - agreement: That of all of the city's requests.
    ///   - book: Where the addresses are; `nil` where their streets do not matter.
    package init(_ agreement: AddressAgreement, in table: RequestTable, book: AddressBook?) {
        areAll = agreement.isDoubtful
        channels = Texts(table.channels, agreement.parts.compactMap(\.channel))
        categories = Texts(table.categories, agreement.parts.compactMap(\.category))
        rows = Self.rows(agreement.parts.filter { $0.lines != nil }, in: table)
        let streets = Set(agreement.parts.compactMap(\.street))
        let areDoubted = streets.isEmpty ? [] : book?.streets.map(streets.contains) ?? []
        guard let book, areDoubted.contains(true) else {
            (areNumbersDoubted, placeByRow) = ([], [])
            return
        }
        areNumbersDoubted = book.places.map { $0.isHouse && $0.street >= 0 && areDoubted[Int($0.street)] }
        placeByRow = book.placeByRow
    }

    /// Those that facts tell of; none without facts.
    package init(_ table: RequestTable, book: AddressBook?) {
        self.init(
            table.facts?.addressAgreement.map(AddressAgreement.init) ?? AddressAgreement(), in: table,
            book: book)
    }

    package var isEmpty: Bool { !areAll && channels.isEmpty && categories.isEmpty && rows.isEmpty }

    /// Whether no number is doubted where the address is not.
    package var haveNoNumbers: Bool { areNumbersDoubted.isEmpty }

    /// Whether a row's address is doubted.
    package func contains(_ row: Int) -> Bool {
        areAll || channels.contain(row) || categories.contain(row) || rows.contains { $0.contains(row) }
    }

    /// Whether a row's house number is doubted: the reference numbers its street otherwise than the requests do.
    package func containsNumber(ofRow row: Int) -> Bool {
        row < placeByRow.count && placeByRow[row] >= 0 && areNumbersDoubted[Int(placeByRow[row])]
    }

    /// Returns the rows on the lines of some stretches; none where the table's rows stand elsewhere than in the files that facts
    /// were made of.
    private static func rows(_ stretches: [AddressAgreement.Part], in table: RequestTable) -> [Range<Int>] {
        guard !stretches.isEmpty, var file = table.fileOfFacts else { return [] }
        var found: [Range<Int>] = []
        var (start, line) = (nil as Int?, 0)
        for row in 0..<table.count {
            let next = row < table.lines.count ? Int(table.lines[row]) : row + 1
            if next < line { file += 1 }
            line = next
            let isDoubted = stretches.contains { stretch in
                guard stretch.file == file, let lines = stretch.lines, lines.count == 2 else { return false }
                return lines[0] <= line && line <= lines[1]
            }
            if isDoubted {
                start = start ?? row
            } else if let first = start {
                found.append(first..<row)
                start = nil
            }
        }
        if let start { found.append(start..<table.count) }
        return found
    }
}
