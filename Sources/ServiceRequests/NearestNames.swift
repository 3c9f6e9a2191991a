/// Finds the names that a misspelled one may have meant.
package enum NearestNames {
    /// Returns up to three of the names, nearest first; none where all are far off.
    package static func find(_ wanted: String, among names: [String]) -> [String] {
        let wanted = key(wanted)
        let rated = names.enumerated().compactMap {
            place, name -> (distance: Int, place: Int, name: String)? in
            let key = key(name)
            let isPart =
                wanted.count >= 3 && (key.contains(wanted) || (key.count >= 3 && wanted.contains(key)))
            let distance = isPart ? 1 : editDistance(wanted, key)
            return distance <= max(2, wanted.count / 3) ? (distance, place, name) : nil
        }
        return rated.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(3).map(\.name)
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The fewest insertions, deletions, replacements and swaps of neighbours between two texts.
    private static func editDistance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let cost = left[row] == right[column] ? 0 : 1
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + cost)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
