import Geometry

/// The boxes already taken on a page, found by a grid of cells.
struct CollisionIndex {
    private let frame: PageBox
    private let columns: Int
    private let rows: Int
    private var cells: [[PageBox]]
    private static let cellSize = 24.0

    /// Creates an index of what lies in a frame; boxes that reach beyond it collide with its edge.
    init(frame: PageBox) {
        self.frame = frame
        columns = max(1, Int((frame.width / Self.cellSize).rounded(.up)))
        rows = max(1, Int((frame.height / Self.cellSize).rounded(.up)))
        cells = Array(repeating: [], count: columns * rows)
    }

    /// Whether all the boxes lie within the frame and meet none that was taken.
    func isFree(_ boxes: [PageBox]) -> Bool {
        boxes.allSatisfy { box in frame.holds(box) && !meets(box) }
    }

    func meets(_ box: PageBox) -> Bool {
        for cell in cellNumbers(of: box) {
            for taken in cells[cell] where taken.overlaps(box) { return true }
        }
        return false
    }

    mutating func take(_ boxes: [PageBox]) {
        for box in boxes {
            for cell in cellNumbers(of: box) { cells[cell].append(box) }
        }
    }

    private func cellNumbers(of box: PageBox) -> [Int] {
        let left = column(of: box.minX)
        let right = column(of: box.maxX)
        let top = row(of: box.minY)
        let bottom = row(of: box.maxY)
        return (top...max(top, bottom)).flatMap { row in
            (left...max(left, right)).map { row * columns + $0 }
        }
    }

    private func column(of x: Double) -> Int { Self.clamped((x - frame.minX) / Self.cellSize, columns) }
    private func row(of y: Double) -> Int { Self.clamped((y - frame.minY) / Self.cellSize, rows) }

    private static func clamped(_ value: Double, _ count: Int) -> Int {
        Int(min(max(value, 0), Double(count - 1)))
    }
}

extension Box where Position == PagePoint {
    /// Whether the boxes share more than an edge.
    func overlaps(_ other: PageBox) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }
}
