import Synchronization

/// Runs a closure on consecutive slices of a range, on at most `jobs` threads, and returns what it gave in the order
/// of the slices, so that the answer does not depend on the number of threads.
///
/// - Parameters:
///   - count: The range is `0..<count`.
///   - sliceLength: The length of each slice but the last.
///   - jobs: The number of threads, at least 1.
///   - makeWorker: Makes what one thread keeps for itself, such as the owner of a C library's handles. Called once a
///     thread, on that thread.
///   - abandoned: What a slice gives that is not yet begun when the work is cancelled: the caller is to throw the whole
///     away. Without it all slices are worked on.
///   - body: Called once a slice with that thread's worker.
/// - Throws: The error of the earliest slice that failed; slices not yet begun are left out.
package func mapSlices<Worker, Result: Sendable, Failure: Error>(
    count: Int, sliceLength: Int, jobs: Int,
    makeWorker: @Sendable () throws(Failure) -> Worker,
    abandoned: (@Sendable (Range<Int>) -> Result)? = nil,
    body: @Sendable (inout Worker, Range<Int>) throws(Failure) -> Result
) throws(Failure) -> [Result] {
    precondition(sliceLength > 0 && jobs > 0)
    let slices = (count + sliceLength - 1) / sliceLength
    guard slices > 0 else { return [] }
    let next = Atomic<Int>(0)
    let outcomes = Mutex<[(slice: Int, outcome: Swift.Result<Result, Failure>)]>([])
    performOnThreads(min(jobs, slices)) {
        var done: [(slice: Int, outcome: Swift.Result<Result, Failure>)] = []
        do throws(Failure) {
            var worker = try makeWorker()
            while true {
                let slice = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard slice < slices else { break }
                let range = slice * sliceLength..<min(count, (slice + 1) * sliceLength)
                if let abandoned, Cancellation.isCancelled {
                    done.append((slice, .success(abandoned(range))))
                    continue
                }
                do throws(Failure) {
                    done.append((slice, .success(try body(&worker, range))))
                } catch {
                    done.append((slice, .failure(error)))
                    next.store(slices, ordering: .relaxed)
                }
            }
        } catch {
            next.store(slices, ordering: .relaxed)
            done.append((-1, .failure(error)))
        }
        outcomes.withLock { $0.append(contentsOf: done) }
    }
    let ordered = outcomes.withLock { $0.sorted { $0.slice < $1.slice } }
    var results: [Result] = []
    results.reserveCapacity(slices)
    for (_, outcome) in ordered { results.append(try outcome.get()) }
    return results
}
