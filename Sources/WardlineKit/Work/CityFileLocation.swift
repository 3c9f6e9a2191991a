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
        throw CityWorkError.noCityFile(lookedFor: candidates)
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
