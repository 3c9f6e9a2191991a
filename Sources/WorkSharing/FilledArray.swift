/// Returns an array whose elements several threads write in place, slice by slice.
///
/// - Parameters:
///   - count: The number of elements.
///   - sliceLength: The length of each slice but the last.
///   - jobs: The number of threads, at least 1.
///   - makeWorker: Makes what one thread keeps for itself. Called once a thread, on that thread.
///   - fill: Writes the elements of a slice, each of them, into the memory of the whole array.
/// - Throws: The error of `makeWorker` or of the earliest slice that failed.
package func filledArray<Element: BitwiseCopyable & Sendable, Worker, Failure: Error>(
    count: Int, sliceLength: Int = 32_768, jobs: Int,
    makeWorker: @Sendable () throws(Failure) -> Worker,
    fill: @Sendable (inout Worker, Range<Int>, UnsafeMutablePointer<Element>) throws(Failure) -> Void
) throws(Failure) -> [Element] {
    var failure: Failure?
    let array = [Element](unsafeUninitializedCapacity: count) { memory, written in
        guard let base = memory.baseAddress else { return }
        LargePages.advise(UnsafeMutableRawBufferPointer(memory))
        // No two slices share an element.
        nonisolated(unsafe) let target = base
        do throws(Failure) {
            _ = try mapSlices(count: count, sliceLength: sliceLength, jobs: jobs, makeWorker: makeWorker) {
                (worker: inout Worker, range: Range<Int>) throws(Failure) in
                try fill(&worker, range, target)
            }
            written = count
        } catch {
            failure = error
        }
    }
    if let failure { throw failure }
    return array
}

/// Returns an array whose elements several threads write in place, for work that needs nothing of its own.
package func filledArray<Element: BitwiseCopyable & Sendable>(
    count: Int, sliceLength: Int = 32_768, jobs: Int,
    fill: @Sendable (Range<Int>, UnsafeMutablePointer<Element>) -> Void
) -> [Element] {
    filledArray(count: count, sliceLength: sliceLength, jobs: jobs, makeWorker: {}) { _, range, target in
        fill(range, target)
    }
}
