import Wording

/// A city file while it is written: lines, each with what it rests on.
struct DraftText: Sendable {
    private(set) var lines: [String] = []

    /// A comment that would make its line longer stands above it.
    private static let width = 118

    /// Adds a line with a remark behind it, or above it where it is long.
    mutating func add(_ text: String, indent: Int, because remark: String? = nil) {
        let space = String(repeating: " ", count: indent)
        let line = space + text
        guard let remark, !remark.isEmpty else { return lines.append(line) }
        let whole = "\(line)  # \(Self.plain(remark))"
        if whole.count <= Self.width { return lines.append(whole) }
        comment(remark, indent: indent)
        lines.append(line)
    }

    /// Adds a line that is only offered: it counts when its sign of a comment is taken away.
    mutating func offer(_ text: String, indent: Int, because remark: String) {
        comment(remark, indent: indent)
        lines.append(String(repeating: " ", count: indent) + "# " + text)
    }

    /// Adds a comment, in as many lines as it needs.
    mutating func comment(_ text: String, indent: Int = 0) {
        let space = String(repeating: " ", count: indent)
        var line = space + "#"
        for word in Self.plain(text).split(separator: " ") {
            if line.count + 1 + word.count > Self.width, line.count > indent + 1 {
                lines.append(line)
                line = space + "#"
            }
            line += " " + word
        }
        lines.append(line)
    }

    mutating func blank() { lines.append("") }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// A remark on one line, whatever stands in a file's name.
    private static func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
    }

    // MARK: Values

    static func list(_ texts: [String]) -> String {
        "[\(texts.map { YAMLText.value($0) }.joined(separator: ", "))]"
    }
}
