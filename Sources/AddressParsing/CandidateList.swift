/// The best few ways to read a line, best first; of equals the one that was found first stays ahead.
struct CandidateList {
    static let capacity = 4
    private(set) var candidates: [Candidate] = []

    var best: Int { candidates.first?.score ?? Int.min }

    /// The score that a candidate must pass to be kept.
    var bar: Int { candidates.count < Self.capacity ? Int.min : candidates[candidates.count - 1].score }

    mutating func insert(_ candidate: Candidate) {
        guard candidate.score > bar else { return }
        if candidates.count == Self.capacity { candidates.removeLast() }
        let at = candidates.firstIndex { $0.score < candidate.score } ?? candidates.count
        candidates.insert(candidate, at: at)
    }
}
