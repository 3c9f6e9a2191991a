import DelimitedText
import Foundation
import Geocoding
import Records
import Synchronization
import WorkSharing

/// Places the addresses of a CSV file: the same rows come out, with the result's columns appended.
struct AddressFile {
    let path: String
    /// The columns that make up the address; none to find it.
    let columns: [String]
    let candidates: Int?
    let output: String?
    let rejects: String?
    let streets: StreetIndex

    func place() throws {
        let source = TextSource(argument: path)
        let file = try DelimitedFile(
            source, rating: AddressColumns.rating(named: columns, city: streets.city))
        let shape = file.shape
        try refuseRepeatedColumns(shape, source)
        let found = try AddressColumns(
            named: columns, city: streets.city, header: shape.header, source: source.name)
        let placer = RowPlacer(
            shape: shape, columns: found, geocoder: streets.geocoder, candidates: candidates,
            writesRows: output != nil, writesRejects: rejects != nil)
        var writer = PlacedRowWriter(
            rows: try output.map { try OutputFile(OutputDestination(argument: $0)) },
            rejects: try rejectsFile(),
            dataLine: shape.dataLine, byteCount: shape.byteCount, progress: streets.progress)
        try writer.begin(placer.header)
        let isReaderGone = Atomic<Bool>(false)
        defer { streets.progress.clear() }
        writer = try foldStream(
            jobs: streets.jobs, source: file.makeBlockReader(), into: writer,
            pull: { (blocks: inout BlockReader, spent) throws -> TextBlock? in
                isReaderGone.load(ordering: .relaxed) ? nil : try blocks.next(reusing: spent)
            },
            makeWorker: { () throws in placer.worker() },
            work: { (worker: inout RowPlacer.Worker, block: inout TextBlock) in worker.place(&block) },
            fold: { (writer: inout PlacedRowWriter, rows: consuming PlacedRows) throws in
                try writer.take(rows)
                if writer.isReaderGone { isReaderGone.store(true, ordering: .relaxed) }
            })
        let tally = try writer.finish()
        let summary = GeocodeSummary(source: source.name, tally: tally, dialect: shape.dialect).text
        let rowsAreData = output == "-" || rejects == "-"
        Terminal.write(summary, to: rowsAreData ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func rejectsFile() throws -> OutputFile? {
        guard let rejects else { return nil }
        guard rejects != output else { throw Failure("-o and --rejects both name \(rejects)") }
        return try OutputFile(OutputDestination(argument: rejects))
    }

    private func refuseRepeatedColumns(_ shape: TextShape, _ source: TextSource) throws {
        let added = GeocodeColumns.names + [GeocodeColumns.rank]
        guard let repeated = shape.header.first(where: { added.contains($0.lowercased()) }) else { return }
        throw Failure(
            "\(source.name) has a column \(repeated) already; take out the geocode_ columns before placing it again"
        )
    }
}

/// Writes placed rows in the order of the file, and keeps count.
struct PlacedRowWriter: ~Copyable, Sendable {
    private var rows: OutputFile?
    private var rejects: OutputFile?
    private var tally = GeocodeTally()
    private var line: Int
    /// Whether nobody reads the rows any more.
    private(set) var isReaderGone = false
    private let byteCount: Int?
    private let progress: ProgressLine

    init(
        rows: consuming OutputFile?, rejects: consuming OutputFile?, dataLine: Int, byteCount: Int?,
        progress: ProgressLine
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
        progress.show("\(NumberText.count(tally.rows)) addresses placed" + share(placed.fileBytesRead))
    }

    private func share(_ bytesRead: Int) -> String {
        guard let byteCount, byteCount > 0 else { return "" }
        return ", \(min(100, 100 * bytesRead / byteCount)) %"
    }

    consuming func finish() throws -> GeocodeTally {
        let counts = tally
        if let file = rows.take() { try file.commit() }
        if let file = rejects.take() { try file.commit() }
        return counts
    }
}
