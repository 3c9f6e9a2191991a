package import Foundation

/// Holds all files of a run of the tests, and is removed when the run ends.
package enum ScratchSpace {
    private static let root: URL = {
        // A folder that cannot be removed is the system's to clear.
        atexit { try? FileManager.default.removeItem(at: ScratchSpace.root) }
        return FileManager.default.temporaryDirectory.appending(path: "wardline-tests-\(UUID().uuidString)")
    }()

    /// Returns a new folder for one test's files.
    package static func folder() throws -> URL {
        let folder = root.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
