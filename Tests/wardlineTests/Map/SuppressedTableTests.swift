import Testing

@testable import wardline

@Suite struct SuppressedTableTests {
    @Test func `a count below the threshold is hidden`() {
        let table = SuppressedTable([[3, 40, 50], [25, 60, 9]])
        #expect(table.text(row: 0, column: 0) == "fewer than 11")
        #expect(table.text(row: 1, column: 2) == "fewer than 11")
        #expect(table.text(row: 1, column: 1) != "fewer than 11")
    }

    @Test func `a second count is hidden where a sum would give the first away`() {
        let table = SuppressedTable([[3, 40, 50], [25, 60, 70]])
        let row = (0..<3).filter { table.cells[0][$0] != .shown }
        let column = (0..<2).filter { table.cells[$0][0] != .shown }
        #expect(row.count >= 2 && column.count >= 2)
        #expect(table.text(row: 0, column: 1) == "not shown")
    }

    @Test func `nothing is hidden where every count is large`() {
        let table = SuppressedTable([[30, 40], [25, 60]])
        #expect(table.cells.allSatisfy { $0.allSatisfy { $0 == .shown } })
    }

    @Test func `zeros whose sum would be zero are not given away`() {
        let table = SuppressedTable([[0, 0, 40], [0, 0, 30]])
        #expect(table.bounds().flatMap(\.self).filter { $0.count == 1 }.allSatisfy { $0.lowerBound >= 11 })
    }

    /// Tries every filling of small tables that agrees with all that is shown, as somebody would who wants to know.
    @Test(arguments: 1...40) func `no small count can be told from all that is shown`(seed: Int) {
        var state = UInt64(seed)
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let parts = (0..<2).map { _ in (0..<2).map { _ in next(2) == 0 ? next(11) : next(22) } }
        let table = SuppressedTable(parts)
        let values = possibleValues(table, most: 30)
        for row in 0..<3 {
            for column in 0..<3 where table.cells[row][column] == .small {
                #expect(values[row][column].contains(table.counts[row][column]))
                #expect(values[row][column].count > 1, "\(parts) tells row \(row), column \(column)")
            }
        }
    }

    private func possibleValues(_ table: SuppressedTable, most: Int) -> [[Set<Int>]] {
        func allowed(_ row: Int, _ column: Int, _ value: Int) -> Bool {
            switch table.cells[row][column] {
            case .shown: value == table.counts[row][column]
            case .small: value < SuppressedTable.threshold
            case .complementary: value >= SuppressedTable.threshold
            }
        }
        var found = [[Set<Int>]](repeating: [Set<Int>](repeating: [], count: 3), count: 3)
        func choices(_ row: Int, _ column: Int) -> [Int] { (0...most).filter { allowed(row, column, $0) } }
        for a in choices(0, 0) {
            for b in choices(0, 1) where allowed(0, 2, a + b) {
                for c in choices(1, 0) where allowed(2, 0, a + c) {
                    for d in choices(1, 1) {
                        guard allowed(1, 2, c + d), allowed(2, 1, b + d), allowed(2, 2, a + b + c + d) else {
                            continue
                        }
                        let filling = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]]
                        for row in 0..<3 {
                            for column in 0..<3 { found[row][column].insert(filling[row][column]) }
                        }
                    }
                }
            }
        }
        return found
    }
}
