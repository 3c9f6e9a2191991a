#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads files whole.
enum FileBytes {
    /// Returns the bytes of a file, or its first ones.
    ///
    /// The file is read, not mapped, since a mapped file that another program shortens ends this one.
    /// - Throws: Why the file cannot be read: missing, a folder, a pipe, empty, or what the system says.
    static func read(_ path: String, upTo limit: Int = .max) throws(FeatureFileError) -> [UInt8] {
        // Before opening, which would wait for somebody to write into a pipe.
        var status = stat()
        guard stat(path, &status) == 0 else { throw FeatureFileError(path: path, reason: reason(of: errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FeatureFileError(path: path, reason: .isDirectory)
        default: throw FeatureFileError(path: path, reason: .notAFile)
        }
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw FeatureFileError(path: path, reason: reason(of: errno)) }
        defer { close(descriptor) }
        let bytes = try readAll(descriptor, expecting: Int(status.st_size), upTo: limit, path: path)
        guard !bytes.isEmpty else { throw FeatureFileError(path: path, reason: .isEmpty) }
        return bytes
    }

    /// Returns the size of a file in bytes, 0 where there is none.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Reads until the end, since a pipe and a file that grows have no size to rely on.
    private static func readAll(
        _ descriptor: Int32, expecting size: Int, upTo limit: Int, path: String
    ) throws(FeatureFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var wanted = min(max(size + 1, 1 << 16), limit)
        while bytes.count < limit {
            let (piece, failure) = readPiece(descriptor, wanted)
            if let failure { throw FeatureFileError(path: path, reason: reason(of: failure)) }
            if piece.isEmpty { break }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            wanted = min(1 << 16, limit - bytes.count)
        }
        return bytes
    }

    private static func readPiece(_ descriptor: Int32, _ length: Int) -> (bytes: [UInt8], failure: Int32?) {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var got = systemRead(descriptor, buffer: buffer.baseAddress, length: length)
            while got < 0 && errno == EINTR {
                got = systemRead(descriptor, buffer: buffer.baseAddress, length: length)
            }
            if got < 0 { failure = errno }
            count = max(got, 0)
        }
        return (bytes, failure)
    }

    private static func reason(of code: Int32) -> FeatureFileError.Reason {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EISDIR: .isDirectory
        default: .unreadable(String(cString: strerror(code)))
        }
    }
}

private func systemRead(_ descriptor: Int32, buffer: UnsafeMutableRawPointer?, length: Int) -> Int {
    read(descriptor, buffer, length)
}
