import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is written beside another whose name it takes at the end: `.rows.csv.1234-1x9k.part`, where 1234 is the
/// process that writes it.
struct TemporaryFile: Sendable {
    let descriptor: FileDescriptor
    private let path: FilePath
    private let target: FilePath

    /// - Parameter permissions: Those of the file that is there; `nil` for a new one.
    init(for target: String, permissions: mode_t?) throws(OutputError) {
        self.target = FilePath(target)
        let folder = self.target.removingLastComponent()
        Self.removeLeftovers(in: folder)
        for _ in 0..<100 {
            let path = folder.appending(Self.name(for: self.target))
            do {
                descriptor = try FileDescriptor.open(
                    path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: FilePermissions(rawValue: 0o666))
            } catch Errno.fileExists {
                continue
            } catch {
                throw .cannotCreate(path: target, reason: "\(error)")
            }
            if let permissions { fchmod(descriptor.rawValue, permissions) }
            self.path = path
            return
        }
        throw .cannotCreate(path: target, reason: "its folder holds too many files that are being written")
    }

    /// Gives the file its name.
    func takePlace() throws(OutputError) {
        guard rename(path.string, target.string) == 0 else {
            throw .cannotReplace(path: target.string, reason: Errno(rawValue: errno).description)
        }
        // The name is on the disk with its folder; where a folder cannot be asked for that, the system does it in time.
        let folder = target.removingLastComponent()
        if let descriptor = try? FileDescriptor.open(
            folder.isEmpty ? "." : folder, .readOnly, options: .closeOnExec)
        {
            fsync(descriptor.rawValue)
            try? descriptor.close()
        }
    }

    func remove() { unlink(path.string) }

    private static func name(for target: FilePath) -> String {
        let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
        // A name may have 255 bytes.
        let name = String((target.lastComponent?.string ?? "output").prefix(50))
        return ".\(name).\(getpid())-\(mark).part"
    }

    /// Removes what runs that no longer live have left in a folder.
    private static func removeLeftovers(in folder: FilePath) {
        let name = folder.isEmpty ? "." : folder.string
        guard let entries = opendir(name) else { return }
        defer { closedir(entries) }
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let process = writer(of: name), process != getpid(), !isLiving(process) else { continue }
            unlink(folder.appending(name).string)
        }
    }

    /// Whether a process runs. One that was killed and that nobody has asked for yet keeps its number, but writes no more.
    static func isLiving(_ process: pid_t) -> Bool {
        if kill(process, 0) != 0, errno == ESRCH { return false }
        // "1234 (name) Z …": the name may hold anything, a parenthesis too.
        var text = [UInt8](repeating: 0, count: 512)
        guard
            let status = try? FileDescriptor.open(
                "/proc/\(process)/stat", .readOnly, options: .closeOnExec)
        else { return true }
        let count = try? status.closeAfter { try text.withUnsafeMutableBytes { try status.read(into: $0) } }
        let state = text.prefix(count ?? 0).split(separator: UInt8(ascii: ")")).last?.dropFirst().first
        return state != UInt8(ascii: "Z") && state != UInt8(ascii: "X")
    }

    /// Returns the process that wrote a temporary file of ours, `nil` for any other file.
    static func writer(of name: String) -> pid_t? {
        guard name.hasPrefix("."), name.hasSuffix(".part") else { return nil }
        let parts = name.dropLast(".part".count).split(separator: ".")
        guard parts.count >= 2, let mark = parts.last?.split(separator: "-"), mark.count == 2,
            UInt32(mark[1], radix: 36) != nil, let process = pid_t(mark[0]), process > 0
        else { return nil }
        return process
    }
}
