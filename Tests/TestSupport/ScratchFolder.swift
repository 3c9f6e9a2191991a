import Foundation

/// A folder for a test's files, gone when the test is over.
package final class ScratchFolder {
    private let folder: URL
    package var path: String { folder.path }

    package init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "wardline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that cannot be removed is the system's to clear.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Returns the path of a file in the folder, there or not.
    package func callAsFunction(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file and returns its path.
    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: self(name)))
        return self(name)
    }

    package func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }
}
