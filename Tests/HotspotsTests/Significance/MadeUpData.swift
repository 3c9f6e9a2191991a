import Geometry

/// The inputs that `expected.py` computes by the same formulas.
enum MadeUpData {
    /// 12 columns, 10 rows, row by row from the south, with a raised patch.
    static let gridValues: [Double] = (0..<10).flatMap { row in
        (0..<12).map { column -> Double in
            let raised = abs(column - 3) + abs(row - 4) <= 2 ? 9 : 0
            let base = (column * column * 3 + row * 7 + column * row) % 11
            return Double(base + raised)
        }
    }

    /// Points on 1 km², as whole metres.
    static func scattered(_ count: Int) -> [ProjectedPoint] {
        (0..<count).map { index in
            let east = (index * 7919 + 101) % 1000
            let north = (index * 104_729 + 7 * index * index) % 1000
            return ProjectedPoint(x: Double(east), y: Double(north))
        }
    }

    static func scatteredValues(_ count: Int) -> [Double] {
        (0..<count).map { index in Double((index * index * 31 + index) % 17) }
    }
}
