/// What an audience may be told of shares that are found one from the other: each leaves out some of the one before, or counts
/// some more.
///
/// A step of a few could be told by subtraction: its line is hidden, and so are those after it up to one that lies no few from the
/// last line that is told. Where something was left out and something else added the difference tells neither.
package struct SteppedShares: Sendable {
    private let told: [Bool]

    /// - Parameters:
    ///   - lines: How many are counted, and how many of them have what is asked for.
    ///   - secret: The lines whose step from the one before is not to be told, however large.
    package init(_ lines: [(part: Int, whole: Int)], secret: Set<Int> = [], audience: Audience) {
        guard audience == .public else {
            told = lines.map { _ in true }
            return
        }
        var told: [Bool] = []
        var last: Int?
        for (index, line) in lines.enumerated() {
            var tells = audience.tells(line.part, of: line.whole)
            if let last {
                let steps = Array(lines[last...index])
                let own = Set(secret.filter { $0 > last && $0 <= index }.map { $0 - last })
                tells =
                    tells && Self.tells(steps.map(\.part), secret: own, audience)
                    && Self.tells(steps.map { $0.whole - $0.part }, secret: own, audience)
            }
            told.append(tells)
            if tells { last = index }
        }
        self.told = told
    }

    package subscript(line: Int) -> Bool { told[line] }

    /// Whether the difference between the first and the last of some counts tells no few of what changed between them, and no secret.
    private static func tells(_ counts: [Int], secret: Set<Int>, _ audience: Audience) -> Bool {
        let steps = zip(counts.dropFirst(), counts).map { $0 - $1 }
        let added = steps.reduce(0) { $0 + max(0, $1) }
        let left = steps.reduce(0) { $0 + max(0, -$1) }
        if added > 0, left > 0 { return true }
        return !audience.hides(added, left) && !secret.contains { counts[$0] != counts[$0 - 1] }
    }
}
