/// The rows of a file that could not become requests, in the file's order.
///
/// Neighbouring lines with one reason are kept as one run, so that a file of nothing but unreadable lines takes no memory.
package struct RejectionLog: Sendable, Equatable, Sequence {
    private struct Run: Sendable, Equatable {
        let firstLine: UInt32
        var count: UInt32
        let reason: Rejection.Reason
    }

    private var runs: [Run] = []
    package private(set) var count = 0

    package var isEmpty: Bool { runs.isEmpty }
    package var first: Rejection? { runs.first.map { Rejection(line: Int($0.firstLine), reason: $0.reason) } }

    package init() {}

    package init(_ rejections: some Sequence<Rejection>) {
        for rejection in rejections { append(rejection) }
    }

    mutating func append(_ rejection: Rejection) {
        count += 1
        if let last = runs.last, last.reason == rejection.reason,
            Int(last.firstLine) + Int(last.count) == rejection.line
        {
            runs[runs.count - 1].count += 1
        } else {
            runs.append(
                Run(firstLine: UInt32(truncatingIfNeeded: rejection.line), count: 1, reason: rejection.reason)
            )
        }
    }

    /// Returns how often each reason occurs.
    package func counts() -> [Rejection.Reason: Int] {
        runs.reduce(into: [:]) { $0[$1.reason, default: 0] += Int($1.count) }
    }

    package func makeIterator() -> some IteratorProtocol<Rejection> {
        runs.lazy.flatMap { run in
            (0..<Int(run.count)).lazy.map { Rejection(line: Int(run.firstLine) + $0, reason: run.reason) }
        }.makeIterator()
    }
}
