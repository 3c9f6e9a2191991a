/// Words of a command line as a shell takes them.
package enum ShellText {
    /// Returns a path as one word: with control characters in the quotes that bash, zsh and ksh have for them.
    package static func quoted(_ path: String) -> String {
        if path.unicodeScalars.contains(where: TerminalText.isControl) {
            return "$'\(path.unicodeScalars.map(escaped).joined())'"
        }
        return path.contains { $0.isWhitespace || "'\"$&;()*?<>|\\`".contains($0) }
            ? "'\(path.replacing("'", with: "'\\''"))'" : path
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\t": "\\t"
        case "'", "\\": "\\\(scalar)"
        default:
            TerminalText.isControl(scalar)
                ? String(scalar).utf8.map { byte in
                    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }.joined() : String(scalar)
        }
    }
}
