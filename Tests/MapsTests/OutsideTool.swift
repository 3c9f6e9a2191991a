import Foundation
import TestSupport

/// Runs a program that looks at what was written, such as `qpdf`.
enum OutsideTool {
    static func isHere(_ name: String) -> Bool { path(of: name) != nil }

    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Returns all that the program says of a file with these bytes.
    ///
    /// - Parameter target: A last argument, where the program wants one.
    static func run(
        _ name: String, _ arguments: [String], file bytes: [UInt8], named fileName: String,
        to target: String? = nil
    ) throws -> String {
        let file = try ScratchSpace.folder().appending(path: fileName)
        try Data(bytes).write(to: file)
        return try run(name, arguments + [file.path] + (target.map { [$0] } ?? []))
    }

    static func run(_ name: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path(of: name) ?? "/usr/bin/false")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
