import DelimitedText
import Foundation

/// Looks for the city file.
package enum CityFileLocation {
    /// Returns the file that is named, or `city.yaml` beside the requests, or in the working directory.
    ///
    /// - Throws: ``CityWorkError/noCityFile(lookedFor:)``, and for requests that are not there, which are the fault then,
    ///   ``/DelimitedText/DelimitedTextError/missingFile(path:)``.
    package static func find(named name: String?, beside requests: String) throws -> String {
        if let name { return name }
        let beside = URL(fileURLWithPath: requests).deletingLastPathComponent().appendingPathComponent(
            "city.yaml")
        let candidates = (requests == "-" ? [] : [beside.relativePath]) + ["city.yaml"]
        if let found = candidates.first(where: FileManager.default.fileExists) { return found }
        guard requests == "-" || FileManager.default.fileExists(atPath: requests) else {
            throw DelimitedTextError.missingFile(path: requests)
        }
        // Beside requests of the working directory is the working directory.
        let places = candidates.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        throw CityWorkError.noCityFile(lookedFor: Set(places).count == 1 ? ["city.yaml"] : candidates)
    }

    /// Returns the file that is named, or the one that is found beside requests, in the working directory, or beside the workspace
    /// that they go into.
    ///
    /// - Throws: As ``find(named:beside:)`` does for the requests.
    package static func find(
        named name: String?, beside requests: String, into workspace: String
    ) throws -> String {
        do {
            return try find(named: name, beside: requests)
        } catch CityWorkError.noCityFile(let candidates) {
            let own = URL(fileURLWithPath: workspace).deletingLastPathComponent().appending(path: "city.yaml")
            if FileManager.default.fileExists(atPath: own.path) { return own.relativePath }
            let looked = candidates.contains(own.relativePath) || own.relativePath == "./city.yaml"
            throw CityWorkError.noCityFile(lookedFor: candidates + (looked ? [] : [own.relativePath]))
        }
    }

    /// Returns the city file that is found beside a file or in the working directory; `nil` where there is none.
    ///
    /// - Throws: Where the file is not there either.
    package static func findAny(beside requests: String) throws -> String? {
        do {
            return try find(named: nil, beside: requests)
        } catch CityWorkError.noCityFile {
            return nil
        }
    }
}
