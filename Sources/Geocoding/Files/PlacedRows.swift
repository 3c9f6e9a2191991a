import DelimitedText

/// The rows of a block with what came of their addresses.
struct PlacedRows: Sendable {
    /// The rows as they are written.
    var bytes: [UInt8] = []
    var rejects: [Reject] = []
    var tally = GeocodeTally()
    var lineCount = 0
    var fileBytesRead = 0

    /// A row that could not be read (`rejected`) or placed (`none`, `tie`).
    struct Reject: Sendable {
        /// From 0 in the block.
        let line: Int
        let kind: String
        let reason: String
    }
}

extension PlacedRows {
    mutating func add(_ fault: RecordFault) {
        tally.unreadable.append(fault.line)
        rejects.append(Reject(line: fault.line, kind: "rejected", reason: Self.text(fault.problem)))
    }

    private static func text(_ problem: RecordFault.Problem) -> String {
        switch problem {
        case .tooManyFields(let found): "\(found) fields, more than the header has"
        case .tooFewFields(let found): "\(found) fields, fewer than the header has"
        case .unclosedQuote: "a quote is not closed"
        case .recordTooLong: "the row is longer than 1 MiB"
        case .textAfterQuote:
            "text follows a closing quote, and the row has not the header's number of fields"
        case .brokenLines(let lines):
            "\(lines) lines have the header's number of fields only together: a line end within a field that is not quoted?"
        case .doubtfulLines(let lines):
            "a quote closes \(lines) lines later, some of which look like rows of their own"
        }
    }
}
