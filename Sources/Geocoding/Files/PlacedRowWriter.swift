import DelimitedText
import Records

/// Writes placed rows in the order of the file, and keeps count.
struct PlacedRowWriter: ~Copyable, Sendable {
    private var rows: OutputFile?
    private var rejects: OutputFile?
    private var tally = GeocodeTally()
    private var line: Int
    /// Whether nobody reads the rows any more.
    private(set) var isReaderGone = false
    private let byteCount: Int?
    private let progress: AddressFilePlacer.Progress

    init(
        rows: consuming OutputFile?, rejects: consuming OutputFile?, dataLine: Int, byteCount: Int?,
        progress: @escaping AddressFilePlacer.Progress
    ) {
        self.rows = rows
        self.rejects = rejects
        line = dataLine
        self.byteCount = byteCount
        self.progress = progress
    }

    mutating func begin(_ header: [UInt8]) throws {
        try rows?.write(header)
        try rejects?.write("line,kind,reason\n")
    }

    mutating func take(_ placed: PlacedRows) throws {
        try rows?.write(placed.bytes)
        isReaderGone = rows?.isReaderGone ?? false
        var buffer = DelimitedBuffer()
        for reject in placed.rejects {
            buffer.append(line + reject.line)
            buffer.append(reject.kind)
            buffer.append(reject.reason)
            buffer.endRecord()
        }
        try rejects?.write(buffer.bytes)
        tally.add(placed.tally, firstLine: line)
        line += placed.lineCount
        progress(tally.rows, share(placed.fileBytesRead))
    }

    /// In hundredths; `nil` where the input's length is not known.
    private func share(_ bytesRead: Int) -> Int? {
        guard let byteCount, byteCount > 0 else { return nil }
        return min(100, 100 * bytesRead / byteCount)
    }

    consuming func finish() throws -> GeocodeTally {
        let counts = tally
        if let file = rows.take() { try file.commit() }
        if let file = rejects.take() { try file.commit() }
        return counts
    }
}
