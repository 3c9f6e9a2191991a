/// Counts the letters that differ between two words.
package enum EditDistance {
    /// Returns the fewest insertions, deletions, changes and swaps of neighbours that turn one word into the other
    /// (optimal string alignment, after Damerau 1964), or `nil` if more than `limit`.
    @inlinable
    package static func between<Letter: Equatable>(
        _ first: [Letter], _ second: [Letter], limit: Int = .max
    ) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var before = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        var row = last
        for i in 1...first.count {
            row[0] = i
            for j in 1...second.count {
                let change = first[i - 1] == second[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    row[j] = min(row[j], before[j - 2] + 1)
                }
            }
            guard row.contains(where: { $0 <= limit }) else { return nil }
            (before, last, row) = (last, row, before)
        }
        return last[second.count] <= limit ? last[second.count] : nil
    }
}
