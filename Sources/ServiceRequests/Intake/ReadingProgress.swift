import Synchronization

/// How far the reading of a file has come.
package struct ReadingProgress: Sendable, Equatable {
    package var bytesRead: Int
    /// `nil` where the length cannot be known, as of a pipe.
    package var byteCount: Int?
    package var rows: Int
}

/// Passes on progress, at most ten times a second.
final class ProgressMeter: Sendable {
    private let byteCount: Int?
    private let send: (@Sendable (ReadingProgress) -> Void)?
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    init(byteCount: Int?, report: (@Sendable (ReadingProgress) -> Void)?) {
        self.byteCount = byteCount
        send = report
    }

    func report(bytesRead: Int, rows: Int) {
        guard let send else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard last.map({ now - $0 >= .milliseconds(100) }) ?? true else { return false }
            last = now
            return true
        }
        if isDue { send(ReadingProgress(bytesRead: bytesRead, byteCount: byteCount, rows: rows)) }
    }
}
