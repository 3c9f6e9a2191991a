import Foundation

/// A file with given bytes, removed with its owner.
package final class ScratchFile {
    package let path: String

    package init(_ bytes: [UInt8]) throws {
        path =
            FileManager.default.temporaryDirectory.appending(path: "wardline-\(UUID().uuidString).csv").path
        try Data(bytes).write(to: URL(filePath: path))
    }

    package convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    // A file that cannot be removed is the system's to clear.
    deinit { try? FileManager.default.removeItem(atPath: path) }
}
