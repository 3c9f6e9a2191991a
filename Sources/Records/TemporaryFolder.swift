#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder for files that a library writes before they are copied to where they belong; removed with what is in it.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// Makes it where `TMPDIR` says, or in `/tmp`.
    package init() throws(OutputError) {
        let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array("\(place.isEmpty ? "/tmp" : place)/wardline-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            throw .cannotCreate(path: name, reason: String(cString: strerror(errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(folder)
        }
        rmdir(path)
    }

    /// Copies a file's bytes to an output.
    func copy(_ source: String, to file: inout OutputFile) throws(OutputError) {
        let descriptor = open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .cannotWrite(name: source, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        while true {
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            }
            guard !piece.isEmpty else { return }
            try file.write(piece)
        }
    }
}
