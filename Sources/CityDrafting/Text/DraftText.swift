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

    /// Returns a text as a value of YAML, in quotes where it could be read as something else.
    static func value(_ text: String) -> String {
        let isPlain =
            text.wholeMatch(of: /[A-Za-z_\/.][A-Za-z0-9_ \/.+-]*/) != nil && text.last != " "
            && !text.contains(" #") && !reserved.contains(text.lowercased()) && Double(text) == nil
        if isPlain { return text }
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default:
                if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                    let digits = String(scalar.value, radix: 16)
                    quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return "\"\(quoted)\""
    }

    static func list(_ texts: [String]) -> String {
        "[\(texts.map { value($0) }.joined(separator: ", "))]"
    }

    private static let reserved: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf", "nan", "inf",
        "infinity",
    ]
}
