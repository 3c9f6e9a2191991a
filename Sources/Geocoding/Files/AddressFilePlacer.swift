package import City
package import DelimitedText
package import Records
import Synchronization
import WorkSharing

/// Places the addresses of a table: the same rows come out, with the result's columns appended.
package struct AddressFilePlacer {
    /// Is told how many addresses are placed, and how much of the input that is, in hundredths.
    package typealias Progress = @Sendable (_ count: Int, _ share: Int?) -> Void

    private let geocoder: Geocoder
    private let city: CityFile
    /// The columns that make up the address; none to find it.
    private let columns: [String]
    /// How many places of each address are rows of their own; `nil` for one row an address.
    private let candidates: Int?
    /// What is known of the file before it is opened.
    private let known: KnownShape
    private let jobs: Int

    package init(
        _ geocoder: Geocoder, city: CityFile, columns: [String] = [], candidates: Int? = nil,
        known: KnownShape = KnownShape(), jobs: Int
    ) {
        self.known = known
        self.geocoder = geocoder
        self.city = city
        self.columns = columns
        self.candidates = candidates
        self.jobs = jobs
    }

    /// What came of a file.
    package struct Outcome: Sendable {
        package let tally: GeocodeTally
        /// How the file is written.
        package let dialect: String
    }

    /// Places the rows of a source.
    ///
    /// - Parameters:
    ///   - rows: Where the rows go, with their columns; `nil` to count only.
    ///   - rejects: Where the rows go that could not be read or placed, with line and reason.
    /// - Throws: ``AddressFileError``, or what reading and writing throw.
    package func place(
        _ source: TextSource, rows: OutputDestination?, rejects: OutputDestination?,
        progress: @escaping Progress = { _, _ in }
    ) throws -> Outcome {
        let file = try DelimitedFile(
            source, known: known, rating: AddressColumns.rating(named: columns, city: city))
        let shape = file.shape
        let added = GeocodeColumns.names + [GeocodeColumns.rank]
        if let repeated = shape.header.first(where: { added.contains($0.lowercased()) }) {
            throw AddressFileError.repeatedColumn(repeated, source: source.name)
        }
        let found = try AddressColumns(named: columns, city: city, header: shape.header, source: source.name)
        let placer = RowPlacer(
            shape: shape, columns: found, geocoder: geocoder, candidates: candidates,
            writesRows: rows != nil, writesRejects: rejects != nil)
        var writer = PlacedRowWriter(
            rows: try rows.map { try OutputFile($0) }, rejects: try rejects.map { try OutputFile($0) },
            dataLine: shape.dataLine, byteCount: shape.byteCount, progress: progress)
        try writer.begin(placer.header)
        let isReaderGone = Atomic<Bool>(false)
        writer = try foldStream(
            jobs: jobs, source: file.makeBlockReader(), into: writer,
            pull: { (blocks: inout BlockReader, spent) throws -> TextBlock? in
                isReaderGone.load(ordering: .relaxed) ? nil : try blocks.next(reusing: spent)
            },
            makeWorker: { () throws in placer.worker() },
            work: { (worker: inout RowPlacer.Worker, block: inout TextBlock) in worker.placed(&block) },
            fold: { (writer: inout PlacedRowWriter, rows: consuming PlacedRows) throws in
                try writer.take(rows)
                if writer.isReaderGone { isReaderGone.store(true, ordering: .relaxed) }
            })
        return Outcome(tally: try writer.finish(), dialect: shape.fullTitle)
    }
}
