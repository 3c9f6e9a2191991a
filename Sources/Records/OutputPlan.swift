#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that a run reads, which none of its outputs may replace: by their path, links followed, and as the same file
/// under another name.
package struct InputFiles: Sendable {
    private var paths: Set<String> = []
    private var identities: Set<FileIdentity> = []

    /// - Parameter paths: Files that are named; `-` is standard input, which may be a file. Of a shapefile the files beside
    ///   it are read too.
    package init(_ paths: [String]) {
        for path in paths where path != "-" { add(path) }
        if paths.contains("-"), let identity = FileIdentity(descriptor: STDIN_FILENO) {
            identities.insert(identity)
        }
    }

    private mutating func add(_ path: String) {
        for part in [path] + Self.companions(of: path) {
            paths.insert(FileIdentity.resolved(part))
            if let identity = FileIdentity(path: part) { identities.insert(identity) }
        }
    }

    /// Returns whether writing to a path would replace one of the files.
    package func contains(_ path: String) -> Bool {
        if paths.contains(FileIdentity.resolved(path)) { return true }
        return FileIdentity(path: path).map(identities.contains) ?? false
    }

    /// Whether a file can be read more than once: standard input, a pipe and a device cannot. A file that is not there counts
    /// as one that can: reading it tells why not.
    package static func canBeReadAgain(_ path: String) -> Bool {
        var status = stat()
        guard path != "-" else { return false }
        return stat(path, &status) != 0 || [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// The files that are read with a shapefile or a GeoPackage.
    private static func companions(of path: String) -> [String] {
        let lower = path.lowercased()
        if lower.hasSuffix(".shp") {
            return ["dbf", "shx", "prj", "cpg", "DBF", "SHX", "PRJ", "CPG"].map { path.dropLast(3) + $0 }
        }
        return lower.hasSuffix(".gpkg") || lower.hasSuffix(".sqlite")
            ? ["-wal", "-shm", "-journal"].map { path + $0 } : []
    }
}

/// What a file is, whatever it is called.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// Identifies a regular file; `nil` for anything else, and where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Identifies the regular file that is open; `nil` for a pipe or a terminal.
    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// Links that lead to links; more are a circle.
    private static let mostLinks = 40

    /// Returns a path from the root without links, as far as it is there. A link to a file that is not there yet leads to where
    /// that file will be.
    static func resolved(_ path: String, links: Int = 0) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let trimmed = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return resolved("./" + trimmed, links: links) }
        let folder = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
        guard !folder.isEmpty, folder != trimmed else { return trimmed }
        let above = resolved(folder)
        let place = (above == "/" ? "" : above) + "/" + trimmed[trimmed.index(after: slash)...]
        guard links < mostLinks, let target = target(ofLink: place) else { return place }
        return resolved(target.hasPrefix("/") ? target : above + "/" + target, links: links + 1)
    }

    private static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &buffer, buffer.count)
        return length > 0
            ? String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}

/// The outputs of a run, checked before any work is done.
package enum OutputPlan {
    /// - Parameters:
    ///   - outputs: Each option that names an output, with its value.
    ///   - inputs: The files that are read.
    /// - Throws: ``OutputError`` for an output that would replace an input or a workspace, two outputs to one place, or a
    ///   folder.
    package static func check(
        _ outputs: [(option: String, path: String)], reading inputs: InputFiles
    ) throws(OutputError) {
        var taken: [String: String] = [:]
        for (option, path) in outputs {
            let isStandard = path == "-"
            if !isStandard, inputs.contains(path) { throw .isInput(option: option, path: path) }
            if !isStandard, GeoPackageSchema.isWorkspace(path) {
                throw .isWorkspace(option: option, path: path)
            }
            let target = isStandard ? path : FileIdentity.resolved(path)
            if let other = taken[target] {
                throw .sameOutput(option: other, other: option, path: isStandard ? "standard output" : path)
            }
            taken[target] = option
        }
    }

    /// - Parameter path: An output that has to be a file; one that ends in `/` names a folder, also where there is none yet.
    /// - Throws: ``OutputError/isDirectory(path:)``.
    package static func refuseFolder(_ path: String) throws(OutputError) {
        var status = stat()
        let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if path != "-", isFolder || path.hasSuffix("/") {
            throw .isDirectory(path: path)
        }
    }

    /// Refuses a file that is there and is no workspace: what adds to a workspace would lose it. An empty one is what is
    /// left of a first import that was killed.
    ///
    /// - Throws: ``OutputError/isNoWorkspace(option:path:)``, ``OutputError/isDirectory(path:)``.
    package static func checkWorkspace(_ option: String, _ path: String) throws(OutputError) {
        try refuseFolder(path)
        var status = stat()
        guard stat(path, &status) == 0, status.st_size > 0, !GeoPackageSchema.isWorkspace(path) else {
            return
        }
        throw .isNoWorkspace(option: option, path: path)
    }

    /// - Parameters:
    ///   - path: An output whose format its ending names. One without an ending has the first format.
    ///   - endings: Those that can be written, without their dots.
    /// - Throws: ``OutputError/unknownEnding(path:known:)``.
    package static func checkEnding(of path: String, among endings: [String]) throws(OutputError) {
        guard let ending = ending(of: path), !endings.contains(ending) else { return }
        throw .unknownEnding(path: path, known: endings)
    }

    /// Returns what stands after the last full stop of a file's name, in small letters; `nil` where that names no format.
    package static func ending(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        guard let stop = name.lastIndex(of: "."), stop != name.startIndex else { return nil }
        let ending = name[name.index(after: stop)...].lowercased()
        let isEnding = ending.contains(where: \.isLetter) && ending.allSatisfy { $0.isLetter || $0.isNumber }
        return isEnding ? ending : nil
    }
}
