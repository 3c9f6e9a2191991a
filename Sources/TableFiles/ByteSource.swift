/// Gives bytes front to back, once.
package protocol ByteSource: AnyObject {
    /// Fills the beginning of some memory, and returns how many bytes: none only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int
}

/// Gives bytes that were read already, then those of another source.
package final class PrefixedSource: ByteSource {
    private let first: [UInt8]
    private let rest: any ByteSource
    private var given = 0

    package init(_ first: [UInt8], then rest: any ByteSource) {
        self.first = first
        self.rest = rest
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int {
        guard given < first.count else { return try rest.read(into: buffer) }
        let count = min(buffer.count, first.count - given)
        buffer.copyBytes(from: first[given..<given + count])
        given += count
        return count
    }
}

extension ByteSource {
    /// Returns the next bytes, up to a number of them; fewer only at the end.
    package func bytes(upTo limit: Int) throws(TableFileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        var filled = 0
        while filled < limit {
            var failure: TableFileError?
            let got = bytes.withUnsafeMutableBytes { buffer -> Int in
                do throws(TableFileError) {
                    return try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(limit - filled)
        return bytes
    }
}
