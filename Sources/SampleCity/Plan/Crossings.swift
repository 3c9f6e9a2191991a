import Geometry

/// Buckets of the plane that find what lies near a point.
struct PlaneGrid {
    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    let cell: Double
    private var items: [Cell: [Int]] = [:]

    init(cell: Double) { self.cell = cell }

    mutating func insert(_ item: Int, at point: ProjectedPoint) {
        items[
            Cell(column: Int((point.x / cell).rounded(.down)), row: Int((point.y / cell).rounded(.down))),
            default: []
        ]
        .append(item)
    }

    mutating func insert(_ item: Int, over box: Box<ProjectedPoint>) {
        for column in Int((box.minX / cell).rounded(.down))...Int((box.maxX / cell).rounded(.down)) {
            for row in Int((box.minY / cell).rounded(.down))...Int((box.maxY / cell).rounded(.down)) {
                items[Cell(column: column, row: row), default: []].append(item)
            }
        }
    }

    /// Returns the items of the nine cells around a point, each at most once for items put in as points.
    func near(_ point: ProjectedPoint) -> [Int] {
        let column = Int((point.x / cell).rounded(.down))
        let row = Int((point.y / cell).rounded(.down))
        var found: [Int] = []
        for dx in -1...1 {
            for dy in -1...1 { found += items[Cell(column: column + dx, row: row + dy)] ?? [] }
        }
        return found
    }

    /// The items that share a cell.
    var buckets: [[Int]] { Array(items.values) }
}

/// The places where lines cross, or where one ends beside another.
struct Crossings {
    struct Meeting {
        let first: Int
        let firstStation: Double
        let second: Int
        let secondStation: Double
        let point: ProjectedPoint
    }

    private struct Piece {
        let line: Int
        let index: Int
        let segment: Segment
        let isLast: Bool
    }

    private let lines: [PlanLine]
    private let pieces: [Piece]
    private var pairs: [(Int, Int)] = []

    init(of lines: [PlanLine]) {
        self.lines = lines
        var pieces: [Piece] = []
        var grid = PlaneGrid(cell: 120)
        for (number, line) in lines.enumerated() {
            let segments = Chain.segments(line.points)
            for (index, segment) in segments.enumerated() {
                if let box = Box(enclosing: [segment.start, segment.end]) {
                    grid.insert(pieces.count, over: box.expanded(byX: 20, y: 20))
                }
                pieces.append(
                    Piece(line: number, index: index, segment: segment, isLast: index == segments.count - 1))
            }
        }
        self.pieces = pieces
        pairs = Self.pairs(in: grid, pieces: pieces)
    }

    private static func pairs(in grid: PlaneGrid, pieces: [Piece]) -> [(Int, Int)] {
        var keys: Set<Int> = []
        for bucket in grid.buckets {
            for (position, first) in bucket.enumerated() {
                for second in bucket[(position + 1)...] where pieces[first].line != pieces[second].line {
                    keys.insert(min(first, second) * pieces.count + max(first, second))
                }
            }
        }
        return keys.sorted().map { ($0 / pieces.count, $0 % pieces.count) }
    }

    func all(touchingWithin tolerance: Double) -> [Meeting] {
        pairs.flatMap { first, second in
            proper(first, second).map { [$0] } ?? touching(first, second: second, tolerance: tolerance)
                + touching(second, second: first, tolerance: tolerance)
        }
    }

    /// Whether two lines cross anywhere but at their ends.
    var hasInnerCrossing: Bool {
        pairs.contains { first, second in
            guard let meeting = proper(first, second) else { return false }
            let ends = [lines[meeting.first].points, lines[meeting.second].points].flatMap {
                [$0[0], $0[$0.count - 1]]
            }
            return ends.allSatisfy { $0.distance(to: meeting.point) > 0.05 }
        }
    }

    private func proper(_ first: Int, _ second: Int) -> Meeting? {
        guard let shares = pieces[first].segment.crossing(pieces[second].segment) else { return nil }
        let segment = pieces[first].segment
        return Meeting(
            first: pieces[first].line, firstStation: Double(pieces[first].index) + shares.own,
            second: pieces[second].line, secondStation: Double(pieces[second].index) + shares.other,
            point: segment.start.toward(segment.end, shares.own))
    }

    /// Where an end of the first piece's line lies beside the second piece.
    private func touching(_ first: Int, second: Int, tolerance: Double) -> [Meeting] {
        let piece = pieces[first]
        let other = pieces[second]
        var ends: [(Double, ProjectedPoint)] = []
        if piece.index == 0 { ends.append((0, piece.segment.start)) }
        if piece.isLast { ends.append((Double(piece.index + 1), piece.segment.end)) }
        return ends.compactMap { station, end in
            let share = other.segment.nearestShare(to: end)
            let foot = other.segment.start.toward(other.segment.end, share)
            guard foot.distance(to: end) <= tolerance else { return nil }
            return Meeting(
                first: piece.line, firstStation: station, second: other.line,
                secondStation: Double(other.index) + share, point: foot)
        }
    }
}
