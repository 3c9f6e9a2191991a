/// Counts with their sums, of which none gives a small count away.
///
/// A count below the threshold is hidden. Where the sums of its row or column would still tell it, further counts are
/// hidden, the smallest first, until each small count can have at least two values for all that the table shows. Where
/// even that leaves one told, nothing is shown at all.
package struct SuppressedTable: Sendable {
    package enum Cell: Sendable, Equatable {
        case shown
        /// Below the threshold, and said to be.
        case small
        /// At least the threshold, hidden for the sake of others.
        case complementary
        /// Hidden without a word on its size.
        case withheld
    }

    /// With a last row and a last column of sums; empty where there are no parts.
    package let counts: [[Int]]
    package private(set) var cells: [[Cell]]
    /// Of rows that are not told the most that each can count; `nil` for rows that are.
    private let limits: [Int?]
    private let kept: Set<Int>
    private let hiddenSums: Set<Int>

    /// - Parameters:
    ///   - limits: Of rows of parts of which nothing is said, such as what lies in no area, the most that everybody knows they can
    ///     count; `nil` for others. They are not protected, and hide others as far as their counts could be others.
    ///   - kept: The rows of parts that are hidden for the sake of others only where nothing else helps.
    ///   - hiddenSums: The columns whose sum another table hides: it may not follow from the parts here.
    package init(
        _ parts: [[Int]], limits: [Int?] = [], kept: Set<Int> = [], hiddenSums: Set<Int> = []
    ) {
        self.limits = limits
        self.kept = kept
        self.hiddenSums = hiddenSums
        guard let width = parts.first?.count, width > 0 else {
            counts = []
            cells = []
            return
        }
        var counts = parts.map { $0 + [$0.reduce(0, +)] }
        counts.append((0...width).map { column in counts.reduce(0) { $0 + $1[column] } })
        self.counts = counts
        cells = counts.enumerated().map { row, counts in
            if limits.indices.contains(row), limits[row] != nil { return counts.map { _ in .withheld } }
            return counts.map { $0 < CountBand.threshold ? .small : .shown }
        }
        for column in hiddenSums where column < width && cells[parts.count][column] == .shown {
            cells[parts.count][column] = .complementary
        }
        hideTold()
    }

    private mutating func hideTold() {
        // Hiding one count more never tells another: each has to be looked at once.
        for row in cells.indices {
            for column in cells[row].indices where isProtected(row, column) {
                guard hideOthers(for: row, column) else { return withholdAll() }
            }
        }
    }

    private func isProtected(_ row: Int, _ column: Int) -> Bool {
        cells[row][column] == .small || (row == cells.count - 1 && hiddenSums.contains(column))
    }

    /// What may be said of a count.
    package enum Told: Sendable, Equatable {
        case count(Int)
        case fewerThan(Int)
        case notShown
    }

    package func told(row: Int, column: Int) -> Told {
        switch cells[row][column] {
        case .shown: .count(counts[row][column])
        case .small: .fewerThan(CountBand.threshold)
        case .complementary, .withheld: .notShown
        }
    }

    /// Hides what lets a small count have another value; returns whether that can be.
    private mutating func hideOthers(for row: Int, _ column: Int) -> Bool {
        guard
            let hidden = SuppressionPath(counts: counts, cells: cells, limits: limits, kept: kept)
                .cheapest(for: row, column)
        else {
            return false
        }
        for (row, column) in hidden { cells[row][column] = .complementary }
        return true
    }

    private mutating func withholdAll() {
        cells = cells.map { $0.map { _ in .withheld } }
    }
}
