import Foundation
import GRDB

/// The compiled reference as a SQLite file.
struct ReferenceFile {
    /// Files of another version are rebuilt.
    static let version = "12"

    let path: String

    /// What a file says of itself.
    struct Header: Codable, Hashable {
        var version: String
        /// Of the sources' settings.
        var settings: String
        var stamps: [SourceStamp]
        var streets: SourceTally
        var addresses: SourceTally
        /// Of the stored bytes.
        var checksum: String
    }

    /// Returns what the file says of itself, or `nil` where it is absent, of another version or no such file.
    func header() -> Header? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let text = try? queue().read { database in
            try String.fetchOne(database, sql: "SELECT value FROM reference_header WHERE key = 'header'")
        }
        guard let text else { return nil }
        let header = try? JSONDecoder().decode(Header.self, from: Data(text.utf8))
        return header?.version == Self.version ? header : nil
    }

    /// Returns the tables, or `nil` where the file is damaged.
    func tables(_ header: Header) -> ReferenceTables? {
        let parts = try? queue().read { database in
            var parts: [String: [UInt8]] = [:]
            let rows = try Row.fetchCursor(
                database, sql: "SELECT name, bytes FROM reference_part ORDER BY name")
            while let row = try rows.next() {
                parts[row[0]] = try row.withUnsafeData(atIndex: 1) { data in data.map { [UInt8]($0) } ?? [] }
            }
            return parts
        }
        guard let parts, Self.checksum(parts) == header.checksum else { return nil }
        return ReferenceUnpacker(bytes: parts).tables()
    }

    private func queue() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    static func checksum(_ parts: [String: [UInt8]]) -> String {
        var fingerprint = Fingerprint()
        for (name, bytes) in parts.sorted(by: { $0.key < $1.key }) {
            fingerprint.add(name)
            bytes.withUnsafeBytes { fingerprint.add($0) }
        }
        return fingerprint.text
    }

    /// Writes the file under another name and renames it, so that a reader sees the old file or the new one, whole,
    /// and of two processes that write at once the later one stays.
    func write(_ archive: ReferenceArchive, _ header: Header) throws {
        let temporary =
            "\(path).\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        try fill(temporary, archive: archive, header: header)
        guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private func fill(_ temporary: String, archive: ReferenceArchive, header: Header) throws {
        let queue = try DatabaseQueue(path: temporary)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        }
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE reference_header (key TEXT PRIMARY KEY, value TEXT NOT NULL);
                    CREATE TABLE reference_part (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
                    """)
            for part in archive.parts {
                try database.execute(
                    sql: "INSERT INTO reference_part VALUES (?, ?)", arguments: [part.name, Data(part.bytes)])
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let text = String(decoding: try encoder.encode(header), as: UTF8.self)
            try database.execute(
                sql: "INSERT INTO reference_header VALUES ('header', ?)", arguments: [text])
        }
        try queue.close()
    }
}
