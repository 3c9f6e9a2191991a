import Geometry

/// Fields over a map that a list refers to where numbers would be too many: letters from left to right, numbers from the
/// top.
struct MapGrid: Sendable {
    let frame: PageBox
    let columns: Int
    let rows: Int

    /// So wide and high is a field, about, points.
    private static let side = 84.0
    private static let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ")

    init(frame: PageBox) {
        self.frame = frame
        columns = max(1, min(Self.letters.count, Int((frame.width / Self.side).rounded())))
        rows = max(1, Int((frame.height / Self.side).rounded()))
    }

    /// The middles of the columns with their letters.
    var columnTitles: [(x: Double, title: String)] {
        (0..<columns).map { column in
            let x: Double = frame.minX + (Double(column) + 0.5) * width
            return (x, String(Self.letters[column]))
        }
    }

    var rowTitles: [(y: Double, title: String)] {
        (0..<rows).map { row in
            let y: Double = frame.minY + (Double(row) + 0.5) * height
            return (y, String(row + 1))
        }
    }

    /// The room that the letters and numbers take along the edges.
    var titleBoxes: [PageBox] {
        let tops = columnTitles.flatMap { column in
            [frame.minY + 7, frame.maxY - 7].map { PagePoint(x: column.x, y: $0) }
        }
        let sides = rowTitles.flatMap { row in
            [frame.minX + 7, frame.maxX - 7].map { PagePoint(x: $0, y: row.y) }
        }
        return (tops + sides).map { PageBox(center: $0, halfWidth: 6, halfHeight: 5.5) }
    }

    /// Where lines part the fields.
    var lines: (x: [Double], y: [Double]) {
        let x: [Double] = (0..<columns).dropFirst().map { frame.minX + Double($0) * width }
        let y: [Double] = (0..<rows).dropFirst().map { frame.minY + Double($0) * height }
        return (x, y)
    }

    private var width: Double { frame.width / Double(columns) }
    private var height: Double { frame.height / Double(rows) }

    /// Returns the field of a point, counted along rows from the upper left.
    func field(of point: PagePoint) -> Int {
        let column = Int(max(0, min(Double(columns - 1), ((point.x - frame.minX) / width).rounded(.down))))
        let row = Int(max(0, min(Double(rows - 1), ((point.y - frame.minY) / height).rounded(.down))))
        return row * columns + column
    }

    /// Returns a field's name, such as `B3`.
    func title(of field: Int) -> String { "\(Self.letters[field % columns])\(field / columns + 1)" }
}
