import Foundation
import Synchronization
import WorkSharing

/// Runs work that takes long beside Swift's cooperative threads, which are few and must not be held up.
enum OwnThread {
    /// Runs work on a thread of its own and returns what it gives.
    ///
    /// When the task is cancelled this throws at once; the work ends at its next check and what it gives is dropped.
    ///
    /// - Throws: `CancellationError`, or the error of the work as a ``WardlineError``.
    static func run<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) async throws -> Output
    {
        let cancellation = Cancellation()
        let answer = Answer<Output>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard answer.await(continuation) else { return }
                let thread = Thread {
                    let outcome = Result { try cancellation.perform(work) }
                    answer.give(outcome.mapError { WardlineError(reason: $0) })
                }
                thread.stackSize = 8 << 20
                thread.name = "wardline"
                thread.start()
            }
        } onCancel: {
            // First the answer: work that ends at once would give its own error.
            answer.give(.failure(CancellationError()))
            cancellation.cancel()
        }
    }
}

/// Hands the first of two answers, that of the work and that of its cancellation, to who waits for it.
private final class Answer<Output: Sendable>: Sendable {
    private enum State {
        case expected
        case awaited(CheckedContinuation<Output, any Error>)
        /// Given before anybody waited for it.
        case early(any Error)
        case given
    }

    private let state = Mutex(State.expected)

    /// Takes who waits, and returns whether the work is still wanted.
    func await(_ continuation: CheckedContinuation<Output, any Error>) -> Bool {
        let early: (any Error)? = state.withLock { state in
            if case .early(let error) = state {
                state = .given
                return error
            }
            state = .awaited(continuation)
            return nil
        }
        guard let early else { return true }
        continuation.resume(throwing: early)
        return false
    }

    func give<Failure: Error>(_ outcome: Result<Output, Failure>) {
        let waiting: CheckedContinuation<Output, any Error>? = state.withLock { state in
            switch state {
            case .awaited(let continuation):
                state = .given
                return continuation
            case .expected:
                if case .failure(let error) = outcome { state = .early(error) }
                return nil
            case .early, .given: return nil
            }
        }
        waiting?.resume(with: outcome.mapError { $0 as any Error })
    }
}
