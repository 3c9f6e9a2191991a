package import TableFiles

/// How a file delimits its fields and records.
package struct Dialect: Sendable, Hashable {
    package enum LineEnd: Sendable, Hashable {
        /// LF, and CRLF with it.
        case lineFeed
        /// CR alone, as old spreadsheets on the Macintosh write.
        case carriageReturn
        /// ASCII's record separator, as rows out of workbooks, JSON and XML have it.
        case recordSeparator

        package var byte: UInt8 {
            switch self {
            case .lineFeed: 0x0A
            case .carriageReturn: 0x0D
            case .recordSeparator: TableText.rowEnd
            }
        }
    }

    package var delimiter: UInt8
    package var lineEnd: LineEnd
    package var encoding: TextEncoding
    /// What stands around fields that hold a delimiter: `"`, seldom `'`.
    package var quote: UInt8
    /// Whether some lines end in LF or both and others in CR alone; see ``LineEndMender``.
    package var mixesLineEnds = false

    package init(
        delimiter: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .lineFeed, encoding: TextEncoding = .utf8,
        quote: UInt8 = Self.quote
    ) {
        self.delimiter = delimiter
        self.lineEnd = lineEnd
        self.encoding = encoding
        self.quote = quote
    }

    /// The ones that prose has least first: they win where two cut the rows alike.
    package static let delimiters: [UInt8] = ["\t", "|", ";", ","].map { UInt8(ascii: $0) }
    package static let quote = UInt8(ascii: "\"")
    /// That of rows that were no delimited text.
    static let rows = Dialect(
        delimiter: TableText.delimiter, lineEnd: .recordSeparator, quote: TableText.quote)
    static let apostrophe = UInt8(ascii: "'")

    /// A record's largest length in bytes. A quote that nothing closes within it is no quote, so that one stray quote
    /// does not swallow the rest of the file.
    static let largestRecord = 1 << 20
    /// How many lines one record without quotes may be broken into, and be known for one.
    static let brokenLines = 16
}

/// How a file's characters are stored.
package enum TextEncoding: Sendable, Hashable {
    /// UTF-8, where a text that is not valid is read as Windows-1252.
    case utf8
    case utf8WithMark
    case utf16LittleEndian
    case utf16BigEndian
    /// One of the older encodings.
    case codePage(CodePage)
}

extension Dialect: CustomStringConvertible {
    /// The dialect in words, for a summary.
    package var description: String {
        let delimiters: [UInt8: String] = [
            UInt8(ascii: ","): "comma", UInt8(ascii: ";"): "semicolon", UInt8(ascii: "\t"): "tab",
            UInt8(ascii: "|"): "pipe",
        ]
        var words = [(delimiters[delimiter] ?? String(Unicode.Scalar(delimiter))) + "-separated"]
        if quote == Self.apostrophe { words.append("single quotes") }
        if mixesLineEnds {
            words.append("lines end in LF and in CR")
        } else if lineEnd == .carriageReturn {
            words.append("lines end in CR")
        }
        switch encoding {
        // What is to be said of an older encoding is said once for the whole file.
        case .utf8, .codePage: break
        case .utf8WithMark: words.append("byte order mark")
        case .utf16LittleEndian, .utf16BigEndian: words.append("UTF-16")
        }
        return words.joined(separator: ", ")
    }
}
