import Dispatch
import Synchronization

/// Reads pieces one after the other, works on them on several threads, and folds the results in the order of the
/// pieces, so that the answer does not depend on the number of threads.
///
/// - Parameters:
///   - jobs: The number of threads, at least 1.
///   - source: What the pieces come from. Only one thread at a time has it.
///   - sink: What the results are folded into. Only one thread at a time has it.
///   - pull: Returns the next piece, or `nil` after the last. It is given a piece that is no longer needed, whose memory
///     it may use again.
///   - makeWorker: Makes what one thread keeps for itself. Called once a thread, on that thread.
///   - work: Turns a piece into a result.
///   - fold: Takes up a result.
/// - Returns: The sink with all results.
/// - Throws: The error of `pull` or `makeWorker`.
package func foldStream<Source, Piece: Sendable, Worker, Partial: Sendable, Sink: Sendable, Failure: Error>(
    jobs: Int, source: sending Source, into sink: Sink,
    pull: @Sendable (inout Source, consuming Piece?) throws(Failure) -> Piece?,
    makeWorker: @Sendable () throws(Failure) -> Worker,
    work: @Sendable (inout Worker, inout Piece) -> Partial,
    fold: @Sendable (inout Sink, consuming Partial) -> Void
) throws(Failure) -> Sink {
    precondition(jobs > 0)
    let input = Mutex(StreamInput<Source>(source: source))
    let output = Mutex(StreamOutput<Sink, Partial>(sink: sink))
    let failure = Mutex<Failure?>(nil)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        var worker: Worker
        do throws(Failure) {
            worker = try makeWorker()
        } catch {
            failure.withLock { $0 = error }
            input.withLock { $0.isFinished = true }
            return
        }
        // Moved on, never shared: the next change to a piece that stood in two places would make a copy of it.
        var piece: Piece?
        while true {
            let place: Int?
            do throws(Failure) {
                place = try input.withLock { (state) throws(Failure) -> Int? in
                    guard !state.isFinished else { return nil }
                    // Also after an error nothing more is pulled.
                    state.isFinished = true
                    piece = try pull(&state.source, piece.take())
                    guard piece != nil else { return nil }
                    state.isFinished = false
                    state.count += 1
                    return state.count - 1
                }
            } catch {
                failure.withLock { $0 = error }
                return
            }
            guard let place, var own = piece.take() else { return }
            let partial = work(&worker, &own)
            piece = consume own
            output.withLock { $0.take(partial, at: place, fold) }
        }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return output.withLock { $0.sink }
}

private struct StreamInput<Source> {
    var source: Source
    var count = 0
    var isFinished = false
}

private struct StreamOutput<Sink, Partial> {
    var sink: Sink
    /// Results whose predecessors are still being worked on.
    var waiting: [Int: Partial] = [:]
    var next = 0

    mutating func take(
        _ partial: consuming Partial, at place: Int, _ fold: (inout Sink, consuming Partial) -> Void
    ) {
        guard place == next else {
            waiting[place] = partial
            return
        }
        fold(&sink, partial)
        next += 1
        while let following = waiting.removeValue(forKey: next) {
            fold(&sink, following)
            next += 1
        }
    }
}
