import Synchronization

/// Whether some work is still wanted.
///
/// Work that is run ``perform(_:)``ed under a cancellation asks ``check()`` between its pieces, on whatever thread it
/// shares them out to; outside of any it is never cancelled. What began to be written is then taken back, since outputs
/// appear whole or not at all.
///
/// ```swift
/// let cancellation = Cancellation()
/// try cancellation.perform { try audit() }  // throws CancellationError after cancellation.cancel()
/// ```
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    package init() {}

    /// Asks the work to end. It does at its next check.
    package func cancel() { flag.store(true, ordering: .relaxed) }

    package var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Runs work that asks this cancellation.
    package func perform<Result, Failure: Error>(
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var outcome: Swift.Result<Result, Failure>?
        Self.$current.withValue(self) {
            do throws(Failure) {
                outcome = .success(try work())
            } catch {
                outcome = .failure(error)
            }
        }
        guard let outcome else { preconditionFailure("the work has ended") }
        return try outcome.get()
    }

    /// What the work on this thread was asked under; `nil` for work that nobody cancels.
    @TaskLocal package static var current: Cancellation?

    /// Whether the work on this thread is no longer wanted.
    package static var isCancelled: Bool { current?.isCancelled ?? false }

    /// - Throws: `CancellationError` where the work on this thread is no longer wanted.
    package static func check() throws(CancellationError) { if isCancelled { throw CancellationError() } }
}
