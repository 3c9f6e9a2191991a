import CZlib

/// Unpacks what gzip packed, also in several members, as programs write them that pack piece by piece.
final class GzipSource: ByteSource {
    private let packed: any ByteSource
    /// At one address, which zlib remembers.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var packedCount = 0
    private var limit = ExpansionLimit()
    private var isInMember = true
    private var isAtEnd = false

    init(_ packed: any ByteSource) throws(TableFileError) {
        self.packed = packed
        stream.initialize(to: z_stream())
        // 16 more than the largest window: gzip's own header and sum are read and checked.
        guard
            inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw .readFailed("there is no memory to unpack it") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int {
        guard !isAtEnd, let base = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
        stream.pointee.next_out = base
        stream.pointee.avail_out = UInt32(min(buffer.count, 1 << 30))
        let room = Int(stream.pointee.avail_out)
        while Int(stream.pointee.avail_out) == room {
            if stream.pointee.avail_in == 0, try !refill() {
                guard !isInMember else { throw .damagedArchive("it is cut off") }
                isAtEnd = true
                break
            }
            if !isInMember {
                guard beginMember() else {
                    isAtEnd = true
                    break
                }
            }
            try inflateOnce()
        }
        let count = room - Int(stream.pointee.avail_out)
        try limit.count(count, from: packedCount)
        return count
    }

    private func inflateOnce() throws(TableFileError) {
        let outcome = inflate(stream, Z_NO_FLUSH)
        switch outcome {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInMember = false
        default:
            throw .damagedArchive(stream.pointee.msg.map { String(cString: $0) } ?? "it cannot be unpacked")
        }
    }

    /// Begins the next member, and returns whether there is one: what else follows, as the padding of tapes, is none.
    private func beginMember() -> Bool {
        guard stream.pointee.next_in.pointee == 0x1F else { return false }
        inflateReset(stream)
        isInMember = true
        return true
    }

    private func refill() throws(TableFileError) -> Bool {
        let count = try packed.read(into: input)
        packedCount += count
        stream.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = UInt32(count)
        return count > 0
    }
}
