import Geometry

/// Puts the parts of one feature's line end to end, in whatever order and direction they are stored: house numbers run along the whole.
struct TouchingParts {
    private let parts: [[Coordinate]]
    /// The ends that lie at a place: of two parts, which go on there, or of another number, where they fork or stop.
    private var ends: [Coordinate: [End]] = [:]

    private struct End {
        let part: Int
        let isFirst: Bool
    }

    /// A part as the whole line runs through it.
    private struct Step {
        let part: Int
        let isForward: Bool
    }

    private init(_ parts: [[Coordinate]]) {
        self.parts = parts.filter { $0.count > 1 }
        for (index, part) in self.parts.enumerated() {
            ends[part[0].standard, default: []].append(End(part: index, isFirst: true))
            ends[part[part.count - 1].standard, default: []].append(End(part: index, isFirst: false))
        }
    }

    /// Returns the lines that the parts make up, the longest first.
    static func joined(_ parts: [[Coordinate]]) -> [[Coordinate]] {
        TouchingParts(parts).lines.sorted { length($0) > length($1) }
    }

    private var lines: [[Coordinate]] {
        guard parts.count > 1 else { return parts }
        var isTaken = parts.map { _ in false }
        return parts.indices.compactMap { index in
            guard !isTaken[index] else { return nil }
            isTaken[index] = true
            let ahead = steps(from: Step(part: index, isForward: true), &isTaken)
            let behind = steps(from: Step(part: index, isForward: false), &isTaken)
            return line(
                behind.reversed().map { Step(part: $0.part, isForward: !$0.isForward) }
                    + [Step(part: index, isForward: true)] + ahead)
        }
    }

    /// Returns the parts that follow one after the other where exactly two meet.
    private func steps(from start: Step, _ isTaken: inout [Bool]) -> [Step] {
        var steps: [Step] = []
        var last = start
        while true {
            let part = parts[last.part]
            let here = ends[(last.isForward ? part[part.count - 1] : part[0]).standard] ?? []
            guard here.count == 2, let next = here.first(where: { !isTaken[$0.part] }) else { return steps }
            isTaken[next.part] = true
            last = Step(part: next.part, isForward: next.isFirst)
            steps.append(last)
        }
    }

    /// Returns the steps as one line, which runs as most of its length was drawn.
    private func line(_ steps: [Step]) -> [Coordinate] {
        var line: [Coordinate] = []
        var forward = 0.0
        for step in steps {
            let part = parts[step.part]
            forward += (step.isForward ? 1 : -1) * Self.length(part)
            let positions = step.isForward ? part : part.reversed()
            guard let last = line.last else {
                line = positions
                continue
            }
            line.append(contentsOf: positions.dropFirst().map { $0.written(near: last) })
        }
        return forward < 0 ? line.reversed() : line
    }

    private static func length(_ line: [Coordinate]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + LocalPlane.distance($1.0, $1.1) }
    }
}
