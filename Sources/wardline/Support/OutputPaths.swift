import ArgumentParser
import Foundation

/// Keeps a command from writing over what it reads, and from writing two outputs to one place.
enum OutputPaths {
    /// - Parameters:
    ///   - outputs: Each option that names an output, with its value where it is given.
    ///   - inputs: The files that are read.
    /// - Throws: An error of usage that names the option.
    static func check(_ outputs: [(option: String, path: String?)], inputs: [String?]) throws {
        let read = Set(inputs.compactMap { $0 }.filter { $0 != "-" }.map(resolved))
        var taken: [String: String] = [:]
        for (option, path) in outputs {
            guard let path else { continue }
            let place = path == "-" ? path : resolved(path)
            if read.contains(place) {
                throw ValidationError("\(option) \(path) would write over what is read; name another file")
            }
            if let other = taken[place] {
                let name = path == "-" ? "standard output" : path
                throw ValidationError(
                    "\(other) and \(option) both go to \(name); name another file for one of them")
            }
            taken[place] = option
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
}
