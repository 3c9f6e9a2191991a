import Foundation
import TestSupport
import Testing

/// Runs the built command as a user does.
enum Wardline {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of the city's real data, or `nil` where it is not there.
    static let realData: String? = {
        let named = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"]
        let path = named ?? package.deletingLastPathComponent().appending(path: "shared/data").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// The command that is tested: what `WARDLINE_COMMAND` names, such as the optimised one, which takes a fifth of the
    /// time; else the one beside the program that runs the tests.
    private static let executable: URL = {
        guard let named = ProcessInfo.processInfo.environment["WARDLINE_COMMAND"] else {
            return products.appending(path: "wardline")
        }
        return URL(filePath: named, relativeTo: package).resolvingSymlinksInPath()
    }()

    /// The folder of the program that runs the tests, where the command and `SampleCity` stand.
    private static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    static func run(_ arguments: String..., input: String = "") throws -> Outcome {
        try run(arguments, input: input)
    }

    static func run(_ arguments: [String], input: String = "") throws -> Outcome {
        try run(executable, arguments, input: input)
    }

    /// Runs the command, which has to end well.
    static func succeed(_ arguments: [String]) throws -> Outcome {
        let outcome = try run(arguments)
        try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome
    }

    /// The release of cairo that draws, `nil` where it cannot be told.
    static let cairo = (try? shell("pkg-config --modversion cairo").output)?
        .trimmingCharacters(in: .whitespacesAndNewlines)

    /// Runs a line of shell, in which `wardline` and `$WARDLINE` are the command.
    ///
    /// - Parameter directory: Where it runs; `nil` for the package's folder.
    static func shell(_ line: String, in directory: URL? = nil) throws -> Outcome {
        try run(URL(filePath: "/bin/sh"), ["-c", line], in: directory)
    }

    private static func run(
        _ program: URL, _ arguments: [String], input: String = "", in directory: URL? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = directory ?? package
        var environment = ProcessInfo.processInfo.environment
        environment["WARDLINE"] = executable.path
        let folders = [executable.deletingLastPathComponent(), products].map(\.path)
        environment["PATH"] = (folders + [environment["PATH"] ?? ""]).joined(separator: ":")
        process.environment = environment
        let folder = try scratchFolder()
        let output = folder.appending(path: "output")
        let errors = folder.appending(path: "errors")
        let source = folder.appending(path: "input")
        try Data(input.utf8).write(to: source)
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Returns a new folder for one test's files.
    static func scratchFolder() throws -> URL {
        try ScratchSpace.folder()
    }

    /// How a city file says what the columns of the requests mean.
    enum Columns {
        case byHeader, sample
        case profile(String)

        fileprivate var setting: String? {
            switch self {
            case .byHeader: nil
            case .profile(let name): "profile: \(name)"
            case .sample:
                "columns: {id: sr_number, category: sr_type, status: status, opened: created, closed: closed, "
                    + "address: address, longitude: lon, latitude: lat}"
            }
        }
    }

    /// Writes a city file with one layer and returns its path.
    static func city(
        layer: String = "district", assigned: String, editions: [String], columns: Columns = .byHeader,
        streets: String? = nil
    ) throws -> String {
        let path = try scratchFolder().appending(path: "city.yaml").path
        let requests = columns.setting.map { "requests: {\($0)}\n" } ?? ""
        let reference = streets.map { "reference: {streets: {\($0)}}\n" } ?? ""
        let list = editions.map { "      - {\($0)}" }.joined(separator: "\n")
        let text = """
            name: Test
            timezone: America/New_York
            \(requests)\(reference)layers:
              - name: \(layer)
                assigned: \(assigned)
                editions:
            \(list)

            """
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }
}

/// Counts verdicts, and causes as `verdict cause`, in a findings file without quoted line breaks.
func tally(_ csv: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in csv.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",", maxSplits: 6, omittingEmptySubsequences: false)
        counts[String(fields[4]), default: 0] += 1
        if !fields[5].isEmpty { counts["\(fields[4]) \(fields[5])", default: 0] += 1 }
    }
    return counts
}
