import Foundation

/// A folder for a test's files, gone when the test is over.
final class TemporaryPath {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "wardline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        // A folder that cannot be removed is the system's to clear.
        try? FileManager.default.removeItem(at: folder)
    }

    func callAsFunction(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: self(name)))
        return self(name)
    }
}
