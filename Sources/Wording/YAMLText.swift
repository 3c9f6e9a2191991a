/// Texts as values of YAML, such as city files have.
package enum YAMLText {
    /// Returns a text as it is, or in quotes where it could be read as something else.
    ///
    ///     YAMLText.value("Main St")  // Main St
    ///     YAMLText.value("12")       // "12"
    package static func value(_ text: String) -> String {
        let isPlain =
            text.wholeMatch(of: /[A-Za-z_\/.][A-Za-z0-9_ \/.+-]*/) != nil && text.last != " "
            && !text.contains(" #") && !reserved.contains(text.lowercased()) && Double(text) == nil
        return isPlain ? text : quoted(text)
    }

    /// Returns a text in quotes, whatever is in it.
    package static func quoted(_ text: String) -> String {
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

    private static let reserved: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf", "nan", "inf",
        "infinity",
    ]
}
