import Synchronization
import WorkSharing

extension OutputFile {
    /// Writes the bytes that several threads make of the slices of a range, in the order of the slices, and returns the
    /// file. One is written while later ones are made, so that the bytes of the whole never stand in memory at once.
    ///
    /// - Parameters:
    ///   - count: The range is `0..<count`.
    ///   - sliceLength: The length of each slice but the last.
    ///   - jobs: The number of threads, at least 1.
    ///   - bytes: Makes the bytes of a slice.
    /// - Throws: ``OutputError``; the file that was there before is left as it was.
    package consuming func writing(
        count: Int, sliceLength: Int, jobs: Int, bytes: @Sendable (Range<Int>) -> [UInt8]
    ) throws(OutputError) -> OutputFile {
        let isReaderGone = Atomic<Bool>(false)
        return try foldStream(
            jobs: jobs, source: 0, into: self,
            pull: { (start: inout Int, _) throws(OutputError) -> Range<Int>? in
                guard start < count, !isReaderGone.load(ordering: .relaxed) else { return nil }
                let range = start..<min(count, start + sliceLength)
                start = range.upperBound
                return range
            },
            makeWorker: { () throws(OutputError) in },
            work: { (_: inout Void, range: inout Range<Int>) in bytes(range) },
            fold: { (file: inout OutputFile, bytes: consuming [UInt8]) throws(OutputError) in
                try file.write(bytes)
                if file.isReaderGone { isReaderGone.store(true, ordering: .relaxed) }
            })
    }
}
