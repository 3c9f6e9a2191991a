import DelimitedText
import Records

/// Places the rows of blocks of a file.
struct RowPlacer: Sendable {
    private let dialect: Dialect
    private let output: Dialect
    private let names: [String]
    private let layout: RecordLayout
    private let assembly: AddressAssembly
    private let geocoder: Geocoder
    private let candidates: Int?
    private let writesRows: Bool
    private let writesRejects: Bool

    init(
        shape: TextShape, columns: AddressColumns, geocoder: Geocoder, candidates: Int?, writesRows: Bool,
        writesRejects: Bool
    ) {
        dialect = shape.dialect
        output = dialect.forOutput
        names = shape.header
        let wanted = Set(columns.indices + [columns.zip].compactMap(\.self)).sorted()
        layout = RecordLayout(columnCount: names.count, requiredCount: 1, wanted: wanted)
        assembly = AddressAssembly(
            slots: columns.indices.compactMap { wanted.firstIndex(of: $0) },
            crossing: columns.crossing,
            zipSlot: columns.zip.flatMap { wanted.firstIndex(of: $0) })
        var settings = geocoder.settings
        settings.candidateLimit = max(settings.candidateLimit, candidates ?? 0)
        self.geocoder = Geocoder(reference: geocoder.reference, parser: geocoder.parser, settings: settings)
        self.candidates = candidates
        self.writesRows = writesRows
        self.writesRejects = writesRejects
    }

    /// The header's row with the added columns.
    var header: [UInt8] {
        var buffer = DelimitedBuffer(delimiter: output.delimiter)
        let rank = candidates == nil ? [] : [GeocodeColumns.rank]
        buffer.appendRecord(names + rank + GeocodeColumns.names)
        let mark = output.encoding == .utf8WithMark ? DelimitedBuffer.fileStart(.spreadsheet) : []
        return mark + buffer.bytes
    }

    func worker() -> Worker { Worker(placer: self) }

    /// What one thread keeps for itself.
    struct Worker {
        private let placer: RowPlacer
        private var scanner: RecordScanner
        private var batch: FieldBatch

        init(placer: RowPlacer) {
            self.placer = placer
            scanner = RecordScanner(dialect: placer.dialect, layout: placer.layout)
            batch = FieldBatch(slotCount: placer.layout.slotCount)
        }

        mutating func placed(_ block: inout TextBlock) -> PlacedRows {
            var rows = PlacedRows()
            rows.fileBytesRead = block.fileBytesRead
            // Scanning changes quoted fields in place; rows are written as they were.
            let written = block
            scanner.restart()
            while scanner.next(of: &block, into: &batch) {
                for row in 0..<batch.count {
                    placer.place(row, batch: batch, block: block, written: written, rows: &rows)
                }
            }
            for fault in scanner.faults { rows.add(fault) }
            rows.rejects.sort { $0.line < $1.line }
            rows.lineCount = scanner.lineCount
            return rows
        }
    }

    private func place(
        _ row: Int, batch: FieldBatch, block: TextBlock, written: TextBlock, rows: inout PlacedRows
    ) {
        let address = assembly.address(row, batch: batch, block: block)
        let result = geocoder.geocode(address)
        rows.tally.add(result)
        if writesRejects, result.status != .match {
            rows.rejects.append(
                PlacedRows.Reject(
                    line: Int(batch.lines[row]), kind: result.status.name, reason: Self.reason(result)))
        }
        guard writesRows else { return }
        let record = dialect.output(
            written.bytes(of: batch.records[row]), ofRow: row, in: batch, columns: names.count)
        let missing = names.count - Int(batch.fieldCounts[row])
        guard let candidates else {
            return append(record, missing: missing, to: &rows.bytes) {
                GeocodeColumns.append(result, to: &$0)
            }
        }
        let shown = result.candidates.prefix(candidates)
        if shown.isEmpty {
            append(record, missing: missing, to: &rows.bytes) {
                $0.appendEmpty()
                GeocodeColumns.append(result, to: &$0)
            }
        }
        for (rank, candidate) in shown.enumerated() {
            append(record, missing: missing, to: &rows.bytes) {
                $0.append(rank + 1)
                GeocodeColumns.append(candidate, status: result.status, to: &$0)
            }
        }
    }

    /// Appends a row as it is in the file, with empty fields for those that it lacks, and then the added ones.
    private func append(
        _ record: some Sequence<UInt8>, missing: Int, to bytes: inout [UInt8],
        _ added: (inout DelimitedBuffer) -> Void
    ) {
        bytes.append(contentsOf: record)
        for _ in 0...max(0, missing) { bytes.append(output.delimiter) }
        var buffer = DelimitedBuffer(delimiter: output.delimiter)
        added(&buffer)
        buffer.endRecord()
        bytes.append(contentsOf: buffer.bytes)
    }

    private static func reason(_ result: GeocodedAddress) -> String {
        guard let reason = result.reason else {
            return "\(result.tieCount) places fit: \(result.ties.map(\.matched).joined(separator: " | "))"
        }
        return reason.name
    }
}
