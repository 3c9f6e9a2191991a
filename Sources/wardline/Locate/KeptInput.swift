import Foundation
import Records

/// Standard input or a pipe in a temporary file, for what is read twice. The file goes with the value.
final class KeptInput: Sendable {
    let path: String
    private let folder: TemporaryFolder

    /// Reads a pipe, or standard input for `-`, to its end.
    init(_ source: String) throws {
        let handle = source == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: source))
        folder = try TemporaryFolder()
        path = folder.path + "/standard-input.csv"
        var file = try OutputFile(.file(path))
        let pieceLength = 1 << 20
        do {
            while let piece = try handle.read(upToCount: pieceLength), !piece.isEmpty {
                try file.write([UInt8](piece))
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw OutputError.cannotWrite(name: path, reason: "\(error)")
        }
        try file.commit()
    }
}
