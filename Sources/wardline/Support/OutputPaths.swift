import ArgumentParser
import Records
import WardlineKit

/// Keeps a command from writing over what it reads, and from writing two outputs to one place.
enum OutputPaths {
    /// - Parameters:
    ///   - outputs: Each option that names an output, with its value where it is given.
    ///   - inputs: The files that are read.
    ///   - city: The city file that is named; without one those that are found beside the inputs. It brings what it names.
    /// - Throws: An error of usage that names the option.
    static func check(
        _ outputs: [(option: String, path: String?)], inputs: [String?], city: String?
    ) throws {
        let given = outputs.compactMap { output in output.path.map { (output.option, $0) } }
        guard !given.isEmpty else { return }
        try asUsage { () throws(OutputError) in
            try OutputPlan.check(
                given, reading: InputFiles(RunInputs.files(inputs.compactMap(\.self), city: city)))
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
}
