import Foundation
import Records

/// Standard input in a temporary file, for what is read twice. The file goes with the value.
final class KeptInput: Sendable {
    let path: String
    private let folder: TemporaryFolder

    /// Reads standard input to its end.
    init() throws(OutputError) {
        folder = try TemporaryFolder()
        path = folder.path + "/standard-input.csv"
        var file = try OutputFile(.file(path))
        let pieceLength = 1 << 20
        do {
            while let piece = try FileHandle.standardInput.read(upToCount: pieceLength), !piece.isEmpty {
                try file.write([UInt8](piece))
            }
        } catch let error as OutputError {
            throw error
        } catch {
            throw .cannotWrite(name: path, reason: "\(error)")
        }
        try file.commit()
    }
}
