import Foundation
import GRDB
package import Records
package import ServiceRequests

/// A file of facts: JSON or, where that would be long, a SQLite file of the same tables. Its first bytes tell which it is.
package enum FactsFile {
    static let version = CityFacts.version
    /// Longer text becomes a SQLite file, bytes.
    package static let longestText = 64 << 20

    /// Reads the facts of a file.
    ///
    /// - Parameters:
    ///   - city: The name of the city that they have to be of.
    ///   - layers: The names of its layers.
    /// - Throws: ``FactsError``.
    package static func read(_ path: String, city: String, layers: [String]) throws -> CityFacts {
        let facts = try facts(in: path)
        try check(facts, city: city, path: path)
        if let fault = facts.fault(layers: layers) {
            throw FactsError.impossible(path: path, field: fault.field, reason: fault.reason)
        }
        return facts
    }

    /// Refuses facts of another city.
    package static func check(_ facts: CityFacts, city: String, path: String) throws(FactsError) {
        guard facts.city == city else { throw .otherCity(path: path, holds: facts.city, asked: city) }
    }

    /// Reads the facts of a file, of whatever city.
    ///
    /// - Throws: ``FactsError``.
    package static func facts(in path: String) throws -> CityFacts {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FactsError.missing(path: path)
        }
        guard !isFolder.boolValue else { throw FactsError.unreadable(path: path, reason: "it is a folder") }
        if GeoPackageSchema.hasDatabase(path) { return try FactsDatabase.read(path) }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw FactsError.unreadable(path: path, reason: error.localizedDescription)
        }
        return try decode(data, path: path)
    }

    /// Reads facts written as JSON.
    static func decode(_ data: Data, path: String) throws -> CityFacts {
        /// What every version has.
        struct Version: Decodable {
            let version: Int
        }
        do {
            let version = try JSONDecoder().decode(Version.self, from: data).version
            guard version == Self.version else {
                throw FactsError.otherVersion(path: path, version: version)
            }
            return try JSONDecoder().decode(CityFacts.self, from: data)
        } catch let error as DecodingError {
            throw FactsError.damaged(path: path, reason: reason(error))
        }
    }

    /// Says where JSON is not what was expected, without what stands there.
    private static func reason(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "there is no \(place(context.codingPath + [key]))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(place(context.codingPath)) is no value of its kind"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "\(place(context.codingPath)) is no value of its kind"
        default: return "it is no JSON, or ends too early"
        }
    }

    /// Returns facts as JSON: the same bytes for the same facts.
    static func encode(_ facts: CityFacts) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(facts) + Data([0x0A])
    }

    /// Returns the value of one key as JSON.
    static func text(of key: CityFacts.CodingKeys, in facts: CityFacts) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let only = CityFacts.onlyKey { encoder.userInfo[only] = key.rawValue }
        // An object of that key alone.
        let text = String(decoding: try encoder.encode(facts), as: UTF8.self)
        return String(text.dropFirst(key.rawValue.count + 4).dropLast())
    }

    /// Returns the facts of values by their keys.
    static func facts(_ values: [(key: String, value: String)], path: String) throws -> CityFacts {
        let text = values.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
        return try decode(Data("{\(text)}".utf8), path: path)
    }

    /// Writes facts.
    ///
    /// - Parameter longest: The length of text, bytes, above which they become a SQLite file.
    package static func write(
        _ facts: CityFacts, to destination: OutputDestination, longest: Int = longestText
    ) throws {
        var bytes = Array(try encode(facts))
        if bytes.count > longest {
            if case .open = destination { throw FactsError.tooLongForPipe }
            bytes = try FactsDatabase.bytes(facts)
        }
        try OutputFile.write(bytes, to: destination)
    }
}
