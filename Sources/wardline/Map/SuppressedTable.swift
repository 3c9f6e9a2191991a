import Records

/// Counts with their sums, of which none gives a small count away.
///
/// A count below the threshold is hidden. Where the sums of its row or column would still tell it, further counts are
/// hidden, the smallest first, until each hidden count can have at least two values for all that the table shows.
/// The bounds are those that follow from one row or column at a time, repeated until nothing changes.
struct SuppressedTable: Sendable {
    /// Counts below this are hidden.
    static let threshold = 11

    enum Cell: Sendable, Equatable {
        case shown
        /// Below the threshold.
        case small
        /// At least the threshold, hidden for the sake of others.
        case complementary
    }

    /// With a last row and a last column of sums.
    let counts: [[Int]]
    private(set) var cells: [[Cell]]

    init(_ parts: [[Int]]) {
        var counts = parts.map { $0 + [$0.reduce(0, +)] }
        let width = counts.first?.count ?? 0
        counts.append((0..<width).map { column in counts.reduce(0) { $0 + $1[column] } })
        self.counts = counts
        cells = counts.map { row in row.map { $0 < Self.threshold ? .small : .shown } }
        while let told = firstTold() { hideAnother(for: told) }
    }

    func text(row: Int, column: Int) -> String {
        switch cells[row][column] {
        case .shown: NumberText.count(counts[row][column])
        case .small: "fewer than \(Self.threshold)"
        case .complementary: "not shown"
        }
    }

    // MARK: What the table tells

    struct Place: Hashable, Sendable {
        var row: Int
        var column: Int
    }

    /// The rows and columns of two counts or more: in each the last is the sum of the others.
    private var lines: [[Place]] {
        let (height, width) = (counts.count, counts.first?.count ?? 0)
        let rows = (0..<height).map { row in (0..<width).map { Place(row: row, column: $0) } }
        let columns = (0..<width).map { column in (0..<height).map { Place(row: $0, column: column) } }
        return rows + columns
    }

    /// Returns the least and the greatest value that each count can have for all that is shown.
    func bounds() -> [[ClosedRange<Int>]] {
        let most = max(counts.last?.last ?? 0, Self.threshold) * 2
        var bounds = counts.indices.map { row in
            counts[row].indices.map { column -> ClosedRange<Int> in
                switch cells[row][column] {
                case .shown: counts[row][column]...counts[row][column]
                case .small: 0...(Self.threshold - 1)
                case .complementary: Self.threshold...most
                }
            }
        }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for line in lines where Self.tighten(&bounds, line) { hasChanged = true }
        }
        return bounds
    }

    /// Narrows the bounds along one line by what its sum leaves; returns whether any changed.
    private static func tighten(_ bounds: inout [[ClosedRange<Int>]], _ line: [Place]) -> Bool {
        guard let total = line.last else { return false }
        let parts = line.dropLast()
        let low = parts.reduce(0) { $0 + bounds[$1.row][$1.column].lowerBound }
        let high = parts.reduce(0) { $0 + bounds[$1.row][$1.column].upperBound }
        let sum = bounds[total.row][total.column]
        var hasChanged = set(&bounds, total, max(sum.lowerBound, low), min(sum.upperBound, high))
        let whole = bounds[total.row][total.column]
        for part in parts {
            let own = bounds[part.row][part.column]
            let least = max(own.lowerBound, whole.lowerBound - (high - own.upperBound))
            let greatest = min(own.upperBound, whole.upperBound - (low - own.lowerBound))
            if set(&bounds, part, least, greatest) { hasChanged = true }
        }
        return hasChanged
    }

    private static func set(_ bounds: inout [[ClosedRange<Int>]], _ place: Place, _ low: Int, _ high: Int)
        -> Bool
    {
        let old = bounds[place.row][place.column]
        guard low <= high, old != low...high else { return false }
        bounds[place.row][place.column] = low...high
        return true
    }

    /// Returns the first hidden count that can have one value only.
    private func firstTold() -> Place? {
        let bounds = bounds()
        for row in cells.indices {
            for column in cells[row].indices where cells[row][column] == .small {
                if bounds[row][column].count == 1 { return Place(row: row, column: column) }
            }
        }
        return nil
    }

    // MARK: What is hidden beside

    /// Hides the smallest count shown in the row or the column of one that is told, a sum only where nothing else is
    /// left; where its own lines show nothing, the smallest of all.
    private mutating func hideAnother(for told: Place) {
        let own = lines.filter { $0.contains(told) }
        // The line in which nothing else is hidden is the one that tells.
        let telling = own.filter { line in
            line.allSatisfy { $0 == told || cells[$0.row][$0.column] == .shown }
        }
        let choices = [telling, own, lines].map { smallestShown(of: $0.flatMap(\.self)) }
        guard let place = choices.compactMap(\.self).first else {
            preconditionFailure("a table that shows nothing tells nothing")
        }
        cells[place.row][place.column] = .complementary
    }

    private func smallestShown(of places: [Place]) -> Place? {
        let shown = places.filter { cells[$0.row][$0.column] == .shown }
        return shown.min { one, other in
            let keys = [one, other].map { place in
                let isSum = place.row == counts.count - 1 || place.column == counts[0].count - 1
                return (isSum ? 1 : 0, counts[place.row][place.column], place.row, place.column)
            }
            return keys[0] < keys[1]
        }
    }
}
