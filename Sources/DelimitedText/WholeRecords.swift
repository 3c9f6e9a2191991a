/// The records at the beginning of some bytes that are whole.
struct WholeRecords {
    /// Where the last of them ends, 0 where there is none.
    var end = 0
    /// From the beginning of a record to the end of what joins its lines, of the last records that have several.
    private var overLines: [Range<Int>] = []

    /// Notes that the record which begins where the others end goes on over lines up to an offset.
    mutating func noteLines(to offset: Int) {
        if overLines.last?.lowerBound == end { overLines.removeLast() }
        // No more of them can end in the lines that are looked at.
        if overLines.count == 2 * Dialect.brokenLines { overLines.removeFirst(Dialect.brokenLines) }
        overLines.append(end..<offset + 1)
    }

    /// Returns where the record begins to which the line belongs that begins at an offset.
    func start(ofLineAt line: Int) -> Int {
        overLines.last { $0.contains(line) }?.lowerBound ?? line
    }
}
