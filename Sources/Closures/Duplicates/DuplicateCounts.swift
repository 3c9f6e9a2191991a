import Disclosure

/// How many duplicates have an original of each state, and which of these counts everybody may not see.
struct DuplicateCounts {
    private let counts: [OriginalState: Int]
    private let hidden: Set<OriginalState>

    init(_ duplicates: [Duplicate]) {
        let counts = Dictionary(grouping: duplicates, by: \.state).mapValues(\.count)
        self.counts = counts
        let states = OriginalState.allCases
        // What is still open is the finding; it is told where any is.
        let cells = SuppressedTable(
            states.map { [counts[$0] ?? 0] }, kept: Set([OriginalState.open].compactMap(states.firstIndex))
        ).cells
        let small = Set(zip(states, cells).filter { $0.1[0] != .shown }.map(\.0))
        // One that leaves a few of all would tell that the others are so few.
        hidden = small.union(states.filter { Audience.public.hides(duplicates.count - (counts[$0] ?? 0)) })
    }

    subscript(_ state: OriginalState) -> Int { counts[state] ?? 0 }

    /// Whether the count is small, or would tell a small one by subtraction from the sum.
    func hides(_ state: OriginalState) -> Bool { hidden.contains(state) }
}
