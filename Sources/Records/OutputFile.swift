#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An output that appears whole or not at all: it is written to a temporary file in the same folder, which takes the
/// file's name when it is committed.
///
/// Without ``commit()`` the temporary file is removed, so that an error leaves the old file. Standard output, pipes
/// and devices are written to directly; a reader that closes its end early is no error, and what is written after
/// that is dropped.
package final class OutputFile {
    /// Whether nobody reads any more, so that a command may stop.
    package private(set) var isReaderGone = false

    private let descriptor: Int32
    private let name: String
    /// The temporary file and the file whose name it takes; `nil` where the output is written to directly.
    private let replacement: (temporary: String, target: String)?
    private var isFinished = false
    private var buffer: [UInt8] = []

    private static let bufferLength = 1 << 16

    package init(_ destination: OutputDestination) throws(OutputError) {
        switch destination {
        case .standardOutput:
            // A closed pipe then shows as an error of write instead of ending the process.
            signal(SIGPIPE, SIG_IGN)
            (descriptor, name, replacement) = (STDOUT_FILENO, "standard output", nil)
        case .file(let path):
            name = path
            (descriptor, replacement) = try Self.open(path)
        }
    }

    deinit { discard() }

    /// Appends bytes. Small pieces are gathered before they are written.
    package func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferLength { try flush() }
    }

    /// Appends bytes. Large pieces are written as they are, without a copy.
    package func write(_ bytes: [UInt8]) throws(OutputError) {
        guard bytes.count >= Self.bufferLength else { return try write(bytes[...]) }
        try flush()
        try write(whole: bytes)
    }

    /// Appends text as UTF-8.
    package func write(_ text: String) throws(OutputError) { try write(text.utf8) }

    /// Writes what is left and puts the file in its place. To be called once, last.
    package func commit() throws(OutputError) {
        try flush()
        guard let replacement else {
            finish()
            return
        }
        isFinished = true
        guard close(descriptor) == 0 else {
            let reason = Self.reason()
            unlink(replacement.temporary)
            throw .cannotWrite(name: name, reason: reason)
        }
        guard rename(replacement.temporary, replacement.target) == 0 else {
            let reason = Self.reason()
            unlink(replacement.temporary)
            throw .cannotReplace(path: replacement.target, reason: reason)
        }
    }

    /// Writes what is gathered, for a reader that waits for it.
    package func flush() throws(OutputError) {
        try write(whole: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func write(whole bytes: [UInt8]) throws(OutputError) {
        var written = 0
        while written < bytes.count, !isReaderGone {
            let got = bytes.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                #if canImport(Glibc)
                    return Glibc.write(descriptor, base + written, bytes.count - written)
                #else
                    return Darwin.write(descriptor, base + written, bytes.count - written)
                #endif
            }
            if got >= 0 {
                written += got
            } else if errno == EPIPE {
                isReaderGone = true
            } else if errno != EINTR {
                throw .cannotWrite(name: name, reason: Self.reason())
            }
        }
    }

    private func discard() {
        guard !isFinished else { return }
        finish()
        if let replacement { unlink(replacement.temporary) }
    }

    private func finish() {
        isFinished = true
        if descriptor != STDOUT_FILENO { close(descriptor) }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

extension OutputFile {
    private static func open(_ path: String) throws(OutputError) -> (Int32, (String, String)?) {
        var status = stat()
        guard stat(path, &status) == 0 else { return try openTemporary(for: path, permissions: nil) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .isDirectory(path: path)
        case S_IFREG:
            // A link keeps pointing to its file, whose content changes.
            return try openTemporary(for: resolved(path), permissions: status.st_mode & 0o7777)
        default: return (try openDirectly(path), nil)
        }
    }

    /// Opens what is no file, such as `/dev/null` or a named pipe.
    private static func openDirectly(_ path: String) throws(OutputError) -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        #if canImport(Glibc)
            let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        #else
            let descriptor = Darwin.open(path, O_WRONLY | O_CLOEXEC)
        #endif
        guard descriptor >= 0 else { throw .cannotCreate(path: path, reason: reason()) }
        return descriptor
    }

    private static func openTemporary(
        for target: String, permissions: mode_t?
    ) throws(OutputError) -> (Int32, (String, String)?) {
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        for _ in 0..<100 {
            let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
            let temporary = "\(target[..<slash]).\(target[slash...]).\(mark).part"
            #if canImport(Glibc)
                let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            #else
                let descriptor = Darwin.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            #endif
            if descriptor >= 0 {
                if let permissions { fchmod(descriptor, permissions) }
                return (descriptor, (temporary, target))
            }
            guard errno == EEXIST else { break }
        }
        throw .cannotCreate(path: target, reason: reason())
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
