import ArgumentParser
import City
import Records
import WardlineKit

/// Keeps a command from writing over what it reads, and from writing two outputs to one place.
enum OutputPaths {
    /// - Parameters:
    ///   - outputs: Each option that names an output, with its value where it is given.
    ///   - inputs: The files that are read. A city file, named or found beside them, brings those that it names.
    /// - Throws: An error of usage that names the option.
    static func check(_ outputs: [(option: String, path: String?)], inputs: [String?]) throws {
        let given = outputs.compactMap { output in output.path.map { (output.option, $0) } }
        guard !given.isEmpty else { return }
        try asUsage { () throws(OutputError) in
            try OutputPlan.check(given, reading: InputFiles(all(inputs.compactMap(\.self))))
        }
    }

    /// Refuses a file that is a folder, or whose ending names no format that can be written.
    ///
    /// - Parameters:
    ///   - format: The format that an option names: the ending then says nothing.
    ///   - endings: Those that can be written.
    static func checkFile(_ option: String, _ path: String?, format: String?, endings: [String]) throws {
        guard let path else { return }
        // As a folder without the right to write: the option is well given, and its file cannot be made.
        try OutputPlan.refuseFolder(path)
        guard format == nil else { return }
        try asUsage { () throws(OutputError) in try OutputPlan.checkEnding(of: path, among: endings) }
    }

    /// Refuses a file that is there and is no workspace: it would be lost.
    static func checkWorkspace(_ option: String, _ path: String) throws {
        try asUsage { () throws(OutputError) in try OutputPlan.checkWorkspace(option, path) }
    }

    /// Checks a file that is always CSV.
    static func checkTable(_ option: String, _ path: String?) throws {
        try checkFile(option, path, format: nil, endings: ["csv"])
    }

    private static func asUsage(_ check: () throws(OutputError) -> Void) throws {
        do throws(OutputError) {
            try check()
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The files that are read, with those that their city file names and the reference that was compiled beside it. A
    /// city file that cannot be read names none: the command will say so.
    private static func all(_ named: [String]) -> [String] {
        func isCity(_ path: String) -> Bool {
            [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
        }
        var cities = named.filter(isCity)
        if cities.isEmpty {
            cities = (named + ["-"]).compactMap { try? CityFileLocation.find(named: nil, beside: $0) }
        }
        return named + Set(cities).flatMap(RunInputs.files(ofCityAt:))
    }
}
