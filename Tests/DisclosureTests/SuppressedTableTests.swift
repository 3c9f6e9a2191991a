import Disclosure
import Foundation
import TestSupport
import Testing

@Suite struct SuppressedTableTests {
    @Test func `a count below the threshold is hidden`() {
        let table = SuppressedTable([[3, 40, 50], [25, 60, 9]])
        #expect(table.told(row: 0, column: 0) == .fewerThan(11))
        #expect(table.told(row: 1, column: 2) == .fewerThan(11))
        #expect(table.told(row: 1, column: 1) != .fewerThan(11))
    }

    @Test func `a second count is hidden where a sum would give the first away`() {
        let table = SuppressedTable([[3, 40, 50], [25, 60, 70]])
        let row = (0..<3).filter { table.cells[0][$0] != .shown }
        let column = (0..<2).filter { table.cells[$0][0] != .shown }
        #expect(row.count >= 2 && column.count >= 2)
        #expect(table.told(row: 0, column: 1) == .notShown)
        #expect(table.told(row: 2, column: 3) == .count(248))
    }

    /// That nothing lies elsewhere is said by what is not said.
    @Test func `a count that cannot be another hides nothing`() {
        let parts = [[26], [41], [9], [0]]
        #expect(SuppressedTable(parts).cells[0][0] == .shown)
        let known = SuppressedTable(parts, limits: [nil, nil, nil, 0])
        #expect(known.cells[0][0] == .complementary && known.told(row: 2, column: 0) == .fewerThan(11))
        #expect(SuppressedTable(parts, limits: [nil, nil, nil, 1]).cells[0][0] == .shown)
    }

    @Test func `a row that is kept is hidden only where nothing else helps`() {
        let parts = [[52], [228], [6]]
        #expect(SuppressedTable(parts).cells[0][0] == .complementary)
        let kept = SuppressedTable(parts, kept: [0])
        #expect(kept.cells[0][0] == .shown && kept.cells[1][0] == .complementary)
        #expect(SuppressedTable([[52], [6]], kept: [0]).cells.joined().contains(.complementary))
    }

    @Test func `a sum that another table hides does not follow from its parts`() {
        let parts = [[30, 40], [25, 60]]
        let table = SuppressedTable(parts, hiddenSums: [0])
        #expect(table.cells[2][0] == .complementary)
        #expect((0..<2).contains { table.cells[$0][0] != .shown })
        // Nor from the sum of all.
        #expect(table.cells[2][1] != .shown || table.cells[2][2] != .shown)
    }

    @Test func `nothing is hidden where every count is large`() {
        let table = SuppressedTable([[30, 40], [25, 60]])
        #expect(table.cells.allSatisfy { $0.allSatisfy { $0 == .shown } })
    }

    /// Case 71: eleven rows of ones, whose sums leave no choice however many of them are hidden.
    @Test func `where nothing can be shown nothing is shown`() {
        let table = SuppressedTable([[Int]](repeating: [Int](repeating: 1, count: 10), count: 11))
        #expect(table.cells.joined().allSatisfy { $0 == .withheld })
    }

    @Test(arguments: [[[Int]](), [[]], [[0]], [[10]], [[11]], [[0, 0], [0, 0]], [[10, 10], [10, 10]]])
    func `any table has an answer`(parts: [[Int]]) {
        let table = SuppressedTable(parts)
        for row in table.cells.indices {
            for column in table.cells[row].indices where table.counts[row][column] < 11 {
                #expect(table.cells[row][column] != .shown)
            }
        }
    }

    /// Reckons the least and the greatest value of each small count by an integer program, as somebody would who wants
    /// to know.
    @Test(.enabled(if: IntegerProgram.isHere, "glpk-utils is not installed"), arguments: 1...12)
    func `no small count can be told from all that is shown`(seed: Int) throws {
        var numbers = SeededNumbers(UInt64(seed))
        let (height, width) = (seed, Int.random(in: 1...12, using: &numbers))
        let parts = (0..<height).map { _ in
            (0..<width).map { _ in
                Int.random(in: 0...(Bool.random(using: &numbers) ? 10 : 60), using: &numbers)
            }
        }
        let table = SuppressedTable(parts)
        let small = table.cells.indices.flatMap { row in
            table.cells[row].indices.filter { table.cells[row][$0] == .small }.map { (row, $0) }
        }
        for (row, column) in small.prefix(40) {
            let program = IntegerProgram(table)
            let least = try program.extreme(.least, row: row, column: column)
            let greatest = try program.extreme(.greatest, row: row, column: column)
            #expect(least < greatest, "\(parts) tells row \(row), column \(column): \(least)")
        }
    }
}

/// What a table shows, as an integer program for glpsol.
private struct IntegerProgram {
    enum End: String { case least = "Minimize", greatest = "Maximize" }

    static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/glpsol")

    private let table: SuppressedTable

    init(_ table: SuppressedTable) { self.table = table }

    /// Returns the least or the greatest value that a count can have.
    func extreme(_ end: End, row: Int, column: Int) throws -> Int {
        let folder = try ScratchFolder()
        let (model, answer) = (folder("model.lp"), folder("answer.txt"))
        try text(end, row: row, column: column).write(toFile: model, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/glpsol")
        process.arguments = ["--lp", model, "-w", answer]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let lines = try String(contentsOfFile: answer, encoding: .utf8).split(separator: "\n")
        let solution = try #require(lines.first { $0.hasPrefix("s mip") }).split(separator: " ")
        #expect(solution[4] == "o")
        return try #require(Int(solution[5]))
    }

    private func text(_ end: End, row: Int, column: Int) -> String {
        let (height, width) = (table.counts.count, table.counts[0].count)
        let rows = (0..<height).map { row in
            sum((0..<(width - 1)).map { name(row, $0) }, is: name(row, width - 1))
        }
        let columns = (0..<width).map { column in
            sum((0..<(height - 1)).map { name($0, column) }, is: name(height - 1, column))
        }
        let cells = (0..<height).flatMap { row in (0..<width).map { (row, $0) } }
        return
            ([end.rawValue, "value: \(name(row, column))", "Subject To"] + rows + columns + ["Bounds"]
            + cells.map(bound) + ["Integers"] + cells.map { name($0.0, $0.1) } + ["End", ""])
            .joined(separator: "\n")
    }

    private func name(_ row: Int, _ column: Int) -> String { "x\(row)_\(column)" }

    private func sum(_ parts: [String], is total: String) -> String {
        parts.joined(separator: " + ") + " - \(total) = 0"
    }

    private func bound(_ row: Int, _ column: Int) -> String {
        switch table.cells[row][column] {
        case .shown: "\(name(row, column)) = \(table.counts[row][column])"
        case .small: "0 <= \(name(row, column)) <= 10"
        case .complementary: "11 <= \(name(row, column)) <= 100000"
        case .withheld: "0 <= \(name(row, column)) <= 100000"
        }
    }
}
