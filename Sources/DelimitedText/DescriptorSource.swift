#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import TableFiles

/// Reads what a descriptor of the system gives.
final class DescriptorSource: ByteSource {
    private let descriptor: Int32
    private let isOwned: Bool

    private init(_ descriptor: Int32, isOwned: Bool) {
        self.descriptor = descriptor
        self.isOwned = isOwned
    }

    deinit { if isOwned { close(descriptor) } }

    static var standardInput: DescriptorSource { DescriptorSource(STDIN_FILENO, isOwned: false) }

    /// Opens a file, and returns its length in bytes, `nil` where it has none, as a pipe, and when it was last written, now
    /// for a pipe: seconds since 1970.
    static func open(
        _ path: String
    ) throws(DelimitedTextError) -> (DescriptorSource, byteCount: Int?, modified: Int64) {
        #if canImport(Glibc)
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #else
            let descriptor = Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #endif
        guard descriptor >= 0 else {
            if errno == ENOENT { throw .missingFile(path: path) }
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        let source = DescriptorSource(descriptor, isOwned: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return (source, nil, Int64(time(nil))) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
        #if canImport(Glibc)
            let modified = Int64(status.st_mtim.tv_sec)
        #else
            let modified = Int64(status.st_mtimespec.tv_sec)
        #endif
        return status.st_mode & S_IFMT == S_IFREG
            ? (source, Int(status.st_size), modified) : (source, nil, Int64(time(nil)))
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int {
        while true {
            #if canImport(Glibc)
                let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let got = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if got >= 0 { return got }
            guard errno == EINTR else { throw .readFailed(String(cString: strerror(errno))) }
        }
    }
}
