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
        rejects.append(Reject(line: fault.line, kind: "rejected", reason: fault.problem.description))
    }
}
