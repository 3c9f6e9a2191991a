import TableFiles

/// Turns text of another encoding into UTF-8 piece by piece.
protocol TextTranscoder {
    /// Appends the text of some bytes: at most three bytes for each.
    mutating func append(_ bytes: ArraySlice<UInt8>, isLast: Bool, to text: inout [UInt8])
}

extension UTF16Transcoder: TextTranscoder {}

/// Text of one of the older encodings.
struct CodePageTranscoder: TextTranscoder {
    private let converter: CodePageConverter

    init(_ converter: CodePageConverter) { self.converter = converter }

    mutating func append(_ bytes: ArraySlice<UInt8>, isLast: Bool, to text: inout [UInt8]) {
        converter.append(bytes, isLast: isLast, to: &text)
    }
}
