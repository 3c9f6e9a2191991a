import Foundation

/// What tells one state of a file from another: its size and time, and its content where those differ.
struct SourceStamp: Hashable, Codable, Sendable {
    var path: String
    var size: Int
    /// Seconds since 1970.
    var modified: Double
    var content: String

    /// Returns the stamp of a file as it is; its content is read only if the known stamp does not fit.
    static func current(_ path: String, known: SourceStamp?) throws(ReferenceError) -> SourceStamp {
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let size = (attributes[.size] as? NSNumber)?.intValue ?? -1
            let modified = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            if let known, known.path == path, known.size == size, known.modified == modified { return known }
            return SourceStamp(path: path, size: size, modified: modified, content: try content(path))
        } catch {
            throw .source(path: path, reason: error.localizedDescription)
        }
    }

    /// Returns the fingerprint of the file, and of the files that stand beside it as parts of a shapefile.
    private static func content(_ path: String) throws -> String {
        var fingerprint = Fingerprint()
        for part in [path] + companions(path) {
            try Data(contentsOf: URL(fileURLWithPath: part), options: .mappedIfSafe).withUnsafeBytes {
                fingerprint.add($0)
            }
        }
        return fingerprint.text
    }

    private static func companions(_ path: String) -> [String] {
        guard path.lowercased().hasSuffix(".shp") else { return [] }
        let stem = path.dropLast(4)
        return ["dbf", "prj", "cpg", "DBF", "PRJ", "CPG"].map { "\(stem).\($0)" }.filter {
            FileManager.default.fileExists(atPath: $0)
        }
    }
}
