import SystemPackage
import WorkSharing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An output that appears whole or not at all: it is written to a temporary file in the same folder, which takes the
/// file's name when it is committed, after the system was asked to put it on the disk.
///
/// Without ``commit()`` the temporary file is removed, so that an error leaves the old file. What a run that was killed
/// left is removed by the next that writes to the same folder. What is open already, pipes and devices are written to
/// directly; a reader that closes its end early is no error, and what is written after that is dropped. That is so in a
/// program that ignores `SIGPIPE`; another is ended by it.
///
/// ```swift
/// var file = try OutputFile(.file("rows.csv"))
/// try file.write("id\n1\n")
/// try file.commit()
/// ```
package struct OutputFile: ~Copyable, Sendable {
    /// Whether nobody reads any more, so that a command may stop.
    package private(set) var isReaderGone = false

    private let descriptor: FileDescriptor
    private let name: String
    private let isCallers: Bool
    /// The file whose name the temporary one takes; `nil` where the output is written to directly.
    private let replacement: TemporaryFile?
    private var isFinished = false
    private var buffer: [UInt8] = []

    private static let bufferLength = 1 << 16

    package init(_ destination: OutputDestination) throws(OutputError) {
        switch destination {
        case .open(let number, let name):
            (descriptor, self.name, replacement) = (FileDescriptor(rawValue: number), name, nil)
            isCallers = true
        case .file(let path):
            (name, isCallers) = (path, false)
            (descriptor, replacement) = try Self.open(path)
        }
    }

    deinit {
        guard !isFinished else { return }
        if !isCallers { try? descriptor.close() }
        replacement?.remove()
    }

    /// Writes bytes that are there already, whole.
    package static func write(_ bytes: [UInt8], to destination: OutputDestination) throws(OutputError) {
        var file = try OutputFile(destination)
        try file.write(bytes)
        try file.commit()
    }

    /// Appends bytes. Small pieces are gathered before they are written.
    package mutating func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferLength { try flush() }
    }

    /// Appends bytes. Large pieces are written as they are, without a copy.
    package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
        guard bytes.count >= Self.bufferLength else { return try write(bytes[...]) }
        try flush()
        try write(whole: bytes)
    }

    /// Appends text as UTF-8.
    package mutating func write(_ text: String) throws(OutputError) { try write(text.utf8) }

    /// Writes what is left and puts the file in its place.
    ///
    /// - Throws: ``OutputError``; ``OutputError/cancelled(name:)`` for what may not be whole.
    package consuming func commit() throws(OutputError) {
        if Cancellation.isCancelled { throw .cancelled(name: name) }
        try flush()
        guard let replacement else {
            isFinished = true
            guard !isCallers else { return }
            try closing { () throws(Errno) in try descriptor.closeForGood() }
            return
        }
        if fsync(descriptor.rawValue) != 0, errno != EINVAL, errno != ENOTSUP {
            throw .cannotWrite(name: name, reason: Errno(rawValue: errno).description)
        }
        isFinished = true
        do throws(OutputError) {
            try closing { () throws(Errno) in try descriptor.closeForGood() }
            try replacement.takePlace()
        } catch {
            replacement.remove()
            throw error
        }
    }

    /// Writes what is gathered, for a reader that waits for it.
    package mutating func flush() throws(OutputError) {
        try write(whole: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private borrowing func closing(_ close: () throws(Errno) -> Void) throws(OutputError) {
        do throws(Errno) {
            try close()
        } catch {
            throw .cannotWrite(name: name, reason: error.description)
        }
    }

    private mutating func write(whole bytes: [UInt8]) throws(OutputError) {
        guard !isReaderGone, !bytes.isEmpty else { return }
        do {
            try descriptor.writeAll(bytes)
        } catch let error as Errno {
            guard error != .brokenPipe else {
                isReaderGone = true
                return
            }
            throw .cannotWrite(name: name, reason: error.description)
        } catch {
            throw .cannotWrite(name: name, reason: "\(error)")
        }
    }
}

extension OutputFile {
    private static func open(_ path: String) throws(OutputError) -> (FileDescriptor, TemporaryFile?) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let temporary = try TemporaryFile(for: path, permissions: nil)
            return (temporary.descriptor, temporary)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .isDirectory(path: path)
        case S_IFREG:
            // A link keeps pointing to its file, whose content changes.
            let temporary = try TemporaryFile(for: resolved(path), permissions: status.st_mode & 0o7777)
            return (temporary.descriptor, temporary)
        default: return (try openDirectly(path), nil)
        }
    }

    /// Opens what is no file, such as `/dev/null` or a named pipe.
    private static func openDirectly(_ path: String) throws(OutputError) -> FileDescriptor {
        do {
            return try FileDescriptor.open(FilePath(path), .writeOnly, options: .closeOnExec)
        } catch {
            throw .cannotCreate(path: path, reason: "\(error)")
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

extension FileDescriptor {
    fileprivate func closeForGood() throws(Errno) {
        do {
            try close()
        } catch let error as Errno {
            throw error
        } catch {
            throw .ioError
        }
    }
}
