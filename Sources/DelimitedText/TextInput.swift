#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a file or standard input front to back as UTF-8 bytes, whatever of the Unicode encodings it is stored in.
final class TextInput {
    let source: TextSource
    private(set) var encoding = TextEncoding.utf8
    /// The file's length in bytes, or `nil` where it cannot be known, as of a pipe.
    let byteCount: Int?
    /// When the file was last written, or now for a pipe: seconds since 1970.
    let modified: Int64
    private(set) var bytesRead = 0
    /// The NULs that were left out.
    private(set) var droppedNULs = 0
    private(set) var isAtEnd = false
    private let descriptor: Int32
    private var transcoder: UTF16Transcoder?
    /// Bytes looked at to find the encoding, not yet handed out.
    private var lookahead: [UInt8] = []

    init(_ source: TextSource) throws(DelimitedTextError) {
        self.source = source
        switch source {
        case .standardInput:
            descriptor = STDIN_FILENO
            byteCount = nil
            modified = Int64(time(nil))
        case .file(let path):
            (descriptor, byteCount, modified) = try Self.open(path)
        }
        try findEncoding()
    }

    deinit { if source != .standardInput { close(descriptor) } }

    /// Reads up to a number of bytes of UTF-8 into an array from a offset on, without NULs, and returns how many: none only
    /// at the end. The array must have room.
    func read(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError) -> Int {
        while true {
            let got = try readText(into: &bytes, at: start, count: count)
            let kept = dropNULs(in: &bytes, from: start, count: got)
            if kept > 0 || got == 0 { return kept }
        }
    }

    /// Moves text together where it holds NULs, and returns how much is left.
    private func dropNULs(in bytes: inout [UInt8], from start: Int, count: Int) -> Int {
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress.map({ $0 + start }), memchr(base, 0, count) != nil else {
                return count
            }
            var kept = 0
            for offset in 0..<count where base[offset] != 0 {
                base[kept] = base[offset]
                kept += 1
            }
            droppedNULs += count - kept
            return kept
        }
    }

    private func readText(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        guard transcoder != nil else { return try readRaw(into: &bytes, at: start, count: count) }
        // A unit of two bytes becomes three at most, so a quarter of the units always fits.
        var raw = [UInt8](repeating: 0, count: max(2, count / 2))
        let read = try readRaw(into: &raw, at: 0, count: raw.count)
        var text: [UInt8] = []
        text.reserveCapacity(count)
        transcoder?.append(raw[..<read], isLast: isAtEnd, to: &text)
        bytes.replaceSubrange(start..<start + text.count, with: text)
        return text.count
    }

    private func readRaw(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        var filled = min(lookahead.count, count)
        bytes.replaceSubrange(start..<start + filled, with: lookahead[..<filled])
        lookahead.removeFirst(filled)
        while filled < count, !isAtEnd {
            let got = bytes.withUnsafeMutableBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return Self.readOnce(descriptor, base + start + filled, count - filled)
            }
            if got < 0 { throw .readFailed(source: source.name, reason: String(cString: strerror(errno))) }
            filled += got
            bytesRead += got
            guard got == 0 else { continue }
            isAtEnd = true
            if let byteCount, bytesRead < byteCount { throw .becameShorter(source: source.name) }
        }
        return filled
    }

    private func findEncoding() throws(DelimitedTextError) {
        var first = [UInt8](repeating: 0, count: 4096)
        let got = try readRaw(into: &first, at: 0, count: first.count)
        let (found, markLength) = TextEncoding.find(first[..<got])
        encoding = found
        lookahead = Array(first[markLength..<got])
        switch found {
        case .utf8, .utf8WithMark: break
        case .utf16LittleEndian: transcoder = UTF16Transcoder(order: .littleEndian)
        case .utf16BigEndian: transcoder = UTF16Transcoder(order: .bigEndian)
        }
    }

    private static func open(_ path: String) throws(DelimitedTextError) -> (Int32, Int?, modified: Int64) {
        #if canImport(Glibc)
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #else
            let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #endif
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .missingFile(path: path) }
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return (descriptor, nil, Int64(time(nil))) }
        if status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .isDirectory(path: path)
        }
        #if canImport(Glibc)
            let modified = Int64(status.st_mtim.tv_sec)
        #else
            let modified = Int64(status.st_mtimespec.tv_sec)
        #endif
        return status.st_mode & S_IFMT == S_IFREG
            ? (descriptor, Int(status.st_size), modified) : (descriptor, nil, Int64(time(nil)))
    }

    private static func readOnce(_ descriptor: Int32, _ base: UnsafeMutableRawPointer, _ count: Int) -> Int {
        while true {
            #if canImport(Glibc)
                let got = Glibc.read(descriptor, base, count)
            #else
                let got = Darwin.read(descriptor, base, count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }
}
