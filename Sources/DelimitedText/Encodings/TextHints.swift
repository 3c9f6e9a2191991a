/// What is known of a file's text before it is opened.
package struct TextHints: Sendable, Hashable {
    /// The encoding of text that is no Unicode with a mark; `nil` to find it by its bytes.
    package var encoding: FoundEncoding?
    /// The city's time zone, which tells what is usual there.
    package var timeZone: String?
    /// The sheet of a workbook; `nil` for the first that is a table.
    package var sheet: String?

    package init(encoding: FoundEncoding? = nil, timeZone: String? = nil, sheet: String? = nil) {
        self.encoding = encoding
        self.timeZone = timeZone
        self.sheet = sheet
    }
}
