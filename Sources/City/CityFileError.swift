/// Why a city file cannot be used: which file, which line, what is wrong, what to do next.
package struct CityFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    /// The line of the file, from 1, where one is to blame.
    package let line: Int?
    package let message: String

    package init(path: String, line: Int?, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    package var description: String {
        line.map { "\(path) line \($0): \(message)" } ?? "\(path): \(message)"
    }
}

extension CityFile {
    /// Returns an error in what the file says on a line.
    package func error(line: Int?, _ message: String) -> CityFileError {
        CityFileError(path: path, line: line, message: message)
    }
}
