import Dispatch
import Synchronization

/// Reads pieces one after the other, works on them on several threads, and folds the results in the order of the
/// pieces, so that the answer does not depend on the number of threads.
///
/// No more pieces are taken than two a thread before the first of them is folded, so that a slow one does not gather all
/// others in memory. After an error, or when the work is cancelled, nothing more is pulled.
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
/// - Returns: The sink with all results. Of cancelled work it holds those that were there.
/// - Throws: The first error of `pull`, `makeWorker` or `fold`; the sink is gone then.
package func foldStream<
    Source, Piece: Sendable, Worker, Partial: Sendable, Sink: ~Copyable & Sendable, Failure: Error
>(
    jobs: Int, source: sending Source, into sink: consuming Sink,
    pull: @Sendable (inout Source, consuming Piece?) throws(Failure) -> Piece?,
    makeWorker: @Sendable () throws(Failure) -> Worker,
    work: @Sendable (inout Worker, inout Piece) -> Partial,
    fold: @Sendable (inout Sink, consuming Partial) throws(Failure) -> Void
) throws(Failure) -> Sink {
    precondition(jobs > 0)
    let input = Mutex(StreamInput<Source>(source: source))
    let output = Mutex(StreamOutput<Sink, Partial>(sink: sink))
    let stop = StreamStop<Failure>()
    let permits = Permits(2 * jobs)
    performOnThreads(jobs) {
        defer { permits.give(1) }
        do throws(Failure) {
            var worker = try makeWorker()
            // Moved on, never shared: the next change to a piece that stood in two places would make a copy of it.
            var piece: Piece?
            while true {
                permits.take()
                let index = try input.withLock { (state) throws(Failure) -> Int? in
                    guard !state.isFinished, !stop.isAsked else { return nil }
                    // Also after an error nothing more is pulled.
                    state.isFinished = true
                    piece = try pull(&state.source, piece.take())
                    guard piece != nil else { return nil }
                    state.isFinished = false
                    state.count += 1
                    return state.count - 1
                }
                guard let index, var own = piece.take() else { return }
                let partial = work(&worker, &own)
                piece = consume own
                let folded = try output.withLock { (state) throws(Failure) -> Int in
                    try state.take(partial, at: index, fold)
                }
                permits.give(folded)
            }
        } catch {
            stop.ask(because: error)
            // Wakes those that wait for what is never folded now.
            permits.give(jobs)
        }
    }
    if let error = stop.reason { throw error }
    return output.withLock { $0.finish() }
}

private struct StreamInput<Source> {
    var source: Source
    var count = 0
    var isFinished = false
}

/// Why nothing more is to be pulled.
private final class StreamStop<Failure: Error>: Sendable {
    private let failure = Mutex<Failure?>(nil)
    private let hasFailed = Atomic<Bool>(false)

    var isAsked: Bool { hasFailed.load(ordering: .relaxed) || Cancellation.isCancelled }
    var reason: Failure? { failure.withLock { $0 } }

    func ask(because error: Failure) {
        failure.withLock { $0 = $0 ?? error }
        hasFailed.store(true, ordering: .relaxed)
    }
}

/// How many pieces may be taken before others are folded.
private struct Permits: Sendable {
    private let semaphore: DispatchSemaphore

    init(_ count: Int) {
        // One that begins with a count may not be let go below it.
        semaphore = DispatchSemaphore(value: 0)
        give(count)
    }

    func take() { semaphore.wait() }

    func give(_ count: Int) { for _ in 0..<count { semaphore.signal() } }
}

private struct StreamOutput<Sink: ~Copyable, Partial>: ~Copyable {
    /// `nil` once it is given back, or an error has spoilt it.
    private var sink: Sink?
    /// Results whose predecessors are still being worked on.
    private var waiting: [Int: Partial] = [:]
    private var next = 0

    init(sink: consuming Sink) { self.sink = consume sink }

    /// Folds a result and those that waited for it, and returns how many.
    mutating func take<Failure: Error>(
        _ partial: consuming Partial, at index: Int,
        _ fold: (inout Sink, consuming Partial) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        guard index == next else {
            waiting[index] = partial
            return 0
        }
        guard var own = sink.take() else { return 0 }
        let first = next
        try fold(&own, partial)
        next += 1
        while let following = waiting.removeValue(forKey: next) {
            try fold(&own, following)
            next += 1
        }
        sink = consume own
        return next - first
    }

    mutating func finish() -> Sink {
        guard let sink = sink.take() else { preconditionFailure("the sink was given back") }
        return sink
    }
}
