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
        let writer = PlacedRowWriter(
            rows: try output.map { try OutputFile(OutputDestination(argument: $0)) },
            rejects: try rejectsFile(),
            dataLine: shape.dataLine, byteCount: shape.byteCount, progress: streets.progress)
        try writer.begin(placer.header)
        let result = try foldStream(
            jobs: streets.jobs, source: file.makeBlockReader(), into: writer,
            pull: { (blocks: inout BlockReader, spent) throws(DelimitedTextError) -> TextBlock? in
                writer.isReaderGone ? nil : try blocks.next(reusing: spent)
            },
            makeWorker: { () throws(DelimitedTextError) in placer.worker() },
            work: { (worker: inout RowPlacer.Worker, block: inout TextBlock) in worker.place(&block) },
            fold: { (writer: inout PlacedRowWriter, rows) in writer.take(rows) })
        let tally = try result.finish()
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

/// Writes placed rows in the order of the file, and keeps count. What goes wrong with writing is kept until the end.
struct PlacedRowWriter: Sendable {
    private final class State: Sendable {
        let rows: Mutex<OutputFile?>
        let rejects: Mutex<OutputFile?>
        let tally = Mutex(GeocodeTally())
        let failure = Mutex<(any Error)?>(nil)
        let isReaderGone = Atomic<Bool>(false)

        init(_ rows: sending OutputFile?, _ rejects: sending OutputFile?) {
            self.rows = Mutex(rows)
            self.rejects = Mutex(rejects)
        }
    }

    private let state: State
    private var line: Int
    private let byteCount: Int?
    private let progress: ProgressLine

    init(
        rows: sending OutputFile?, rejects: sending OutputFile?, dataLine: Int, byteCount: Int?,
        progress: ProgressLine
    ) {
        state = State(rows, rejects)
        line = dataLine
        self.byteCount = byteCount
        self.progress = progress
    }

    /// Whether nobody reads the rows any more.
    var isReaderGone: Bool { state.isReaderGone.load(ordering: .relaxed) }

    func begin(_ header: [UInt8]) throws {
        try state.rows.withLock { try $0?.write(header) }
        try state.rejects.withLock { try $0?.write("line,kind,reason\n") }
    }

    mutating func take(_ rows: PlacedRows) {
        do {
            try state.rows.withLock { file in
                try file?.write(rows.bytes)
                if file?.isReaderGone == true { state.isReaderGone.store(true, ordering: .relaxed) }
            }
            var buffer = DelimitedBuffer()
            for reject in rows.rejects {
                buffer.append(line + reject.line)
                buffer.append(reject.kind)
                buffer.append(reject.reason)
                buffer.endRecord()
            }
            try state.rejects.withLock { try $0?.write(buffer.bytes) }
        } catch {
            state.failure.withLock { $0 = $0 ?? error }
            state.isReaderGone.store(true, ordering: .relaxed)
        }
        let first = line
        line += rows.lineCount
        let count = state.tally.withLock { tally in
            tally.add(rows.tally, firstLine: first)
            return tally.rows
        }
        progress.show("\(NumberText.count(count)) addresses placed" + share(rows.fileBytesRead))
    }

    private func share(_ bytesRead: Int) -> String {
        guard let byteCount, byteCount > 0 else { return "" }
        return ", \(min(100, 100 * bytesRead / byteCount)) %"
    }

    func finish() throws -> GeocodeTally {
        progress.clear()
        if let failure = state.failure.withLock({ $0 }) { throw failure }
        try state.rows.withLock { try $0?.commit() }
        try state.rejects.withLock { try $0?.commit() }
        return state.tally.withLock { $0 }
    }
}
