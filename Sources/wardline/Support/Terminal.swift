import Foundation

/// Writes to the terminal: data and summaries to standard output, progress and warnings to standard error.
enum Terminal {
    static let errorsAreSeen = isatty(STDERR_FILENO) == 1

    /// Whether text on standard output may be coloured: on a terminal, and not where NO_COLOR is set.
    static let isColored =
        isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    /// The characters in a line of standard output: those of the terminal, or what COLUMNS says; `nil` where standard
    /// output is neither.
    static let columns: Int? = {
        if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 0 {
            return columns
        }
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }()

    /// Writes a warning to standard error.
    static func warn(_ message: String) { write("warning: \(message)\n", to: STDERR_FILENO) }

    /// Writes text as it is. A reader that has gone away is no failure.
    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}

/// Shows how far a command has come, on a terminal only.
struct ProgressLine: Sendable {
    let isShown: Bool

    init(quiet: Bool) { isShown = !quiet && Terminal.errorsAreSeen }

    func show(_ text: String) {
        if isShown { Terminal.write("\r\u{1B}[K\(text)", to: STDERR_FILENO) }
    }

    func clear() {
        if isShown { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
