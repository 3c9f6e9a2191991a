import Records
import Foundation
import Synchronization

/// Writes to the terminal: data and summaries to standard output, progress and warnings to standard error.
enum Terminal {
    static let errorsAreSeen = isatty(STDERR_FILENO) == 1 && !isDumb

    /// A terminal that only writes what it is sent.
    private static let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"

    /// Whether text on standard output may be coloured: on a terminal, and not where NO_COLOR is set.
    static let isColored =
        isatty(STDOUT_FILENO) == 1 && !isDumb
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

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
    static func warn(_ message: String) {
        let message = TerminalText.oneLine(message)
        told.withLock { $0.append(message) }
        write("warning: \(message)\n", to: STDERR_FILENO)
    }

    /// The warnings that were written, in their order.
    static var warnings: [String] { told.withLock { $0 } }

    private static let told = Mutex<[String]>([])

    /// Writes text for people: control characters of data are shown, not obeyed. A reader that has gone away is no
    /// failure; standard output that takes no more, as on a full disk, ends the program.
    static func write(_ text: String, to descriptor: Int32) {
        guard let reason = writeAll(TerminalText.shown(text), to: descriptor), descriptor == STDOUT_FILENO
        else { return }
        _ = writeAll("Error: standard output could not be written to its end: \(reason)\n", to: STDERR_FILENO)
        exit(1)
    }

    /// Shows how far a command has come, in place of what was shown before.
    fileprivate static func show(progress: String) {
        _ = writeAll("\r\u{1B}[K" + TerminalText.shown(progress), to: STDERR_FILENO)
    }

    /// Writes text as it is, and returns why it could not; `nil` also where the reader has gone away.
    private static func writeAll(_ text: String, to descriptor: Int32) -> String? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return errno == EPIPE ? nil : String(cString: strerror(errno))
            }
        }
        return nil
    }

    static func bold(_ text: String) -> String {
        isColored ? TerminalText.boldStart + text + TerminalText.boldEnd : text
    }

    /// Returns text for a terminal without what only a terminal understands.
    static func plain(_ text: String) -> String {
        text.replacing(TerminalText.boldStart, with: "").replacing(TerminalText.boldEnd, with: "")
    }
}

/// Shows how far a command has come, on a terminal only.
struct ProgressLine: Sendable {
    let isShown: Bool

    init(quiet: Bool) { isShown = !quiet && Terminal.errorsAreSeen }

    func show(_ text: String) {
        if isShown { Terminal.show(progress: text) }
    }

    func clear() {
        if isShown { Terminal.show(progress: "") }
    }
}
