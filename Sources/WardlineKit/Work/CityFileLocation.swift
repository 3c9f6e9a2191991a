import Foundation

/// Looks for the city file.
package enum CityFileLocation {
    /// Returns the file that is named, or `city.yaml` beside the requests, or in the working directory.
    package static func find(named name: String?, beside requests: String) throws(CityWorkError) -> String {
        if let name { return name }
        let beside = URL(fileURLWithPath: requests).deletingLastPathComponent().appendingPathComponent(
            "city.yaml")
        let candidates = (requests == "-" ? [] : [beside.relativePath]) + ["city.yaml"]
        if let found = candidates.first(where: FileManager.default.fileExists) { return found }
        throw .noCityFile(lookedFor: candidates)
    }
}
