import Synchronization
import WorkSharing

extension OutputFile {
    /// Writes the bytes that several threads make of the slices of a range, in the order of the slices. One is written
    /// while later ones are made, so that the bytes of the whole never stand in memory at once.
    ///
    /// - Parameters:
    ///   - count: The range is `0..<count`.
    ///   - sliceLength: The length of each slice but the last.
    ///   - jobs: The number of threads, at least 1.
    ///   - bytes: Makes the bytes of a slice.
    package func write(
        count: Int, sliceLength: Int, jobs: Int, bytes: @Sendable (Range<Int>) -> [UInt8]
    ) throws(OutputError) {
        // Only one thread at a time folds.
        nonisolated(unsafe) let file = self
        let failure = Mutex<OutputError?>(nil)
        foldStream(
            jobs: jobs, source: 0, into: (),
            pull: { start, _ -> Range<Int>? in
                guard start < count, failure.withLock({ $0 == nil }) else { return nil }
                let range = start..<min(count, start + sliceLength)
                start = range.upperBound
                return range
            },
            makeWorker: {},
            work: { _, range in bytes(range) },
            fold: { _, bytes in
                do throws(OutputError) {
                    try file.write(bytes)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            })
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
