/// Tells names and labels from numbers and days.
package enum LabelText {
    /// Whether a text has more letters than digits, as `varchar(20)` has, and `Opened at`.
    package static func isWords(_ text: some Sequence<UInt8>) -> Bool {
        var (letters, digits) = (0, 0)
        for byte in text {
            switch byte {
            case 48...57: digits += 1
            case 65...90, 97...122, 0x80...: letters += 1
            default: break
            }
        }
        return letters > digits
    }
}
