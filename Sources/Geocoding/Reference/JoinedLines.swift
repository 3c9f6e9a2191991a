import Algorithms
import Geometry

/// The parts of a street's geometry, put together where they touch, in whatever order and direction they stand.
enum JoinedLines {
    /// So many parts are looked through pair by pair.
    private static let mostParts = 200

    /// Returns the lines that the parts make, the longest first. Parts are joined where one begins at the end of that before it, and
    /// where two of them end and no third one; the line keeps the direction of the longer one.
    static func make(of parts: [[Coordinate]]) -> [[Coordinate]] {
        var lines = inOrder(parts)
        if lines.count <= mostParts {
            while let (one, other) = touching(lines) {
                lines[one] = joined(lines[one], lines[other])
                lines.remove(at: other)
            }
        }
        return lines.sorted { length($0) > length($1) }
    }

    private static func inOrder(_ parts: [[Coordinate]]) -> [[Coordinate]] {
        var lines: [[Coordinate]] = []
        for part in parts where part.count > 1 {
            if let last = lines.last?.last, last == part[0].written(near: last) {
                lines[lines.count - 1].append(contentsOf: part.dropFirst())
            } else {
                lines.append(part)
            }
        }
        return lines
    }

    /// Returns the first two lines that end at one place, where no other line does.
    private static func touching(_ lines: [[Coordinate]]) -> (one: Int, other: Int)? {
        for one in lines.indices {
            for end in [lines[one].first, lines[one].last].compactMap(\.self) {
                let ending = lines.indices.filter { $0 != one && ends(lines[$0], at: end) }
                guard ending.count == 1, !isRing(lines[one]), !isRing(lines[ending[0]]) else { continue }
                return (min(one, ending[0]), max(one, ending[0]))
            }
        }
        return nil
    }

    private static func isSame(_ one: Coordinate, _ other: Coordinate) -> Bool {
        one == other.written(near: one)
    }

    private static func ends(_ line: [Coordinate], at place: Coordinate) -> Bool {
        isSame(place, line[0]) || isSame(place, line[line.count - 1])
    }

    private static func isRing(_ line: [Coordinate]) -> Bool { isSame(line[0], line[line.count - 1]) }

    /// Returns two lines that touch as one.
    private static func joined(_ one: [Coordinate], _ other: [Coordinate]) -> [Coordinate] {
        var (first, second) = (one, other)
        if isSame(first[first.count - 1], second[0]) { return first + second.dropFirst() }
        if isSame(second[second.count - 1], first[0]) { return second + first.dropFirst() }
        // One of them stands the other way round.
        if length(first) < length(second) { first.reverse() } else { second.reverse() }
        return isSame(first[first.count - 1], second[0])
            ? first + second.dropFirst() : second + first.dropFirst()
    }

    private static func length(_ line: [Coordinate]) -> Double {
        line.adjacentPairs().reduce(0) { $0 + LocalPlane.distance($1.0, $1.1) }
    }
}
