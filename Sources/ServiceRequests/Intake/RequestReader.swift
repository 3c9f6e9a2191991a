package import Chronology
package import DelimitedText
package import Geometry
package import WorkSharing

/// Reads a requests file into a table, block by block and on several threads.
///
/// The answer is the same for any number of threads. Memory is that of the table and of a block for each thread.
package struct RequestReader: Sendable {
    package let source: TextSource
    package let selection: ColumnSelection
    /// The file's names of the columns that hold what the CRM assigned, one for each layer.
    package let layers: [String]
    /// The file's names of columns that are passed on as they are.
    package let carrying: [String]
    package let clock: CityClock
    package let jobs: Int
    package let descriptions: Descriptions
    /// What the city file says that statuses mean.
    package let statuses: StatusWordList
    /// What the city file says of its dates.
    package let dates: DateSettings
    package let purpose: Purpose
    package let keeping: KeptColumns
    /// What all of the city's requests tell: it stands in the place of what these rows tell.
    package var facts: CityFacts?
    /// What is known of the file before it is opened, as of a part of a longer one.
    package var known = KnownShape()
    /// What is known of its text.
    package var text = TextHints()
    /// Files with the same columns whose rows follow.
    package var further: [TextSource] = []
    /// Whether facts are to be made of the table.
    package var isMakingFacts = false
    /// Whether each different address is kept once, as suits work that looks all of them up.
    package var sharesAddresses = false
    /// How much memory there is for the requests and what is found in them; `nil` where nobody knows.
    package var room: MemoryRoom?
    /// What will be done with the requests, which takes more or less of it.
    package var work = MemoryNeed.Work.judging
    /// Gives the box around the city's areas, `nil` where it has none. It is asked for only where nothing in the file tells which
    /// number of its positions comes first.
    package var city: (@Sendable () -> Box<Coordinate>?)?
    /// Whether an area of a layer, an index into ``layers``, bears a code. It is asked only for codes that stand for nothing
    /// elsewhere, such as `NA`; `nil` where no area does.
    package var isArea: (@Sendable (_ layer: Int, _ code: String) -> Bool)?
    /// Whether the city file marks a category private, so that also rows that cannot be read whole are asked for it; `nil` where it
    /// marks none.
    package var isPrivate: (@Sendable (String) -> Bool)?
    /// The length of a block in bytes. Only tests need another.
    var blockLength = 1 << 20

    package init(
        source: TextSource, columns: ColumnSelection = ColumnSelection(), layers: [String] = [],
        carrying: [String] = [], clock: CityClock,
        jobs: Int = 1, descriptions: Descriptions = .skip, statuses: StatusWordList = StatusWordList(),
        dates: DateSettings = DateSettings(), purpose: Purpose = .requests,
        keeping: KeptColumns = KeptColumns()
    ) {
        self.purpose = purpose
        self.keeping = keeping
        self.source = source
        selection = columns
        self.layers = layers
        self.carrying = carrying
        self.clock = clock
        self.jobs = jobs
        self.descriptions = descriptions
        self.statuses = statuses
        self.dates = dates
    }

    /// What the rows are read for.
    package enum Purpose: Sendable {
        /// Each row is a request with an id, a category and a time of opening; rows that are one request count once.
        case requests
        /// Each row lies somewhere, whatever else it is; lines stand for ids.
        case places
    }

    /// Reads the whole file.
    ///
    /// - Parameter progress: Called at most ten times a second, on any thread.
    /// - Throws: Where not one row can be read. Rows that cannot be read among others that can are in
    ///   ``RequestTable/rejections``.
    package func read(
        progress: (@Sendable (ReadingProgress) -> Void)? = nil
    ) throws(RequestError) -> RequestTable {
        let file = try open()
        let beginning = try look(at: file)
        let shape = beginning.shape
        let plan = beginning.plan
        let meter = ProgressMeter(byteCount: shape.byteCount, report: progress)
        let sink = TableBuilder(
            plan: plan, dataLine: shape.dataLine, byteCount: shape.byteCount, source: source.name, room: room,
            work: work, sharesAddresses: sharesAddresses, isArea: isArea)
        var builder = try read(
            file.makeBlockReader(blockLength: blockLength), plan: plan, grid: beginning.grid, into: sink,
            meter: meter)
        var fileDay = shape.modified
        for source in further {
            let more = try open(source)
            guard more.shape.header == shape.header else {
                throw .otherColumns(source: source.name, first: self.source.name)
            }
            fileDay = max(fileDay, more.shape.modified)
            builder.beginFile(dataLine: more.shape.dataLine)
            let plan = IntakePlan(
                map: beginning.map, dialect: more.shape.dialect, descriptions: descriptions,
                dates: beginning.dates, positions: beginning.plan.positions, labels: beginning.plan.labels,
                isPrivate: isPrivate)
            builder = try read(
                more.makeBlockReader(blockLength: blockLength), plan: plan, grid: beginning.grid,
                into: builder,
                meter: ProgressMeter(byteCount: nil, report: progress))
        }
        var table = builder.finish()
        complete(&table, beginning, settlement: builder.settlement, fileDay: fileDay)
        try check(table, shape)
        table.intake.note(written: Timestamp(secondsSince1970: fileDay), rows: table.rowsInFile)
        if beginning.map.columns[.id] != nil {
            try foldRepeatedRows(
                &table, map: beginning.map, sample: beginning.sample, firstRows: builder.firstRows)
        }
        keepColumns(of: &table, beginning)
        return table
    }

    /// Reads what only the whole of the rows, or facts of them, can tell of each.
    func complete(
        _ table: inout RequestTable, _ beginning: Beginning, settlement: DateOrderSettlement, fileDay: Int64
    ) {
        table.facts = facts
        table.intake.dateOrder = settlement.settle(
            &table, readers: beginning.dates, settings: knownDates, shown: beginning.finder,
            fileDay: fileDay, clock: clock)
        table.readMidnights(knownDates, clock: clock)
        table.intake.precision = UsualDecimals.restore(
            &table.positionDecimals, states: table.positionStates, known: facts.map(\.knownPrecision))
        readStatuses(of: &table, beginning)
        let placeless = table.positionStates.count { $0 != .recorded }
        summarize(&table.intake, beginning, isPlaceless: placeless * 2 > table.count)
    }

    func readStatuses(of table: inout RequestTable, _ beginning: Beginning) {
        table.readStatuses(
            by: StatusWords(
                city: statuses, profile: beginning.map.profile?.statuses ?? StatusWordList()))
    }

    /// Parts the columns that are kept from those that are passed on.
    func keepColumns(of table: inout RequestTable, _ beginning: Beginning) {
        table.kept = Array(table.carried[beginning.carriedCount...])
        table.carried.removeSubrange(beginning.carriedCount...)
    }

    /// What the first MiB of a file shows, and how its records are read.
    struct Beginning: Sendable {
        let shape: TextShape
        let map: ColumnMap
        /// How many columns are passed on; those behind them are kept.
        let carriedCount: Int
        let sample: ColumnSample
        let grid: GridSystem?
        let finder: DateLayoutFinder
        let dates: [RequestField: DateColumnReader]
        let plan: IntakePlan
    }

    func look(at file: borrowing DelimitedFile) throws(RequestError) -> Beginning {
        do throws(RequestError) {
            return try beginning(of: file)
        } catch {
            throw error.ofSheet(in: file.shape)
        }
    }

    private func beginning(of file: borrowing DelimitedFile) throws(RequestError) -> Beginning {
        let shape = file.shape
        guard !shape.header.isEmpty else { throw .noLineEnd(source: source.name) }
        guard shape.header.count > 1 else {
            throw .noTable(source: source.name, line: shape.headerLine, text: shape.header.first ?? "")
        }
        let sample = ColumnSample(file)
        var map = try columns(shape, above: sample)
        if let facts {
            map.takeLocation(facts.columns.fields[RequestField.location.rawValue])
        } else {
            map.findLocation(texts: sample.texts)
        }
        if purpose == .places, !map.hasPlaces {
            throw .noPlaces(
                source: source.name, header: sample.isBelowHeader ? shape.header : [])
        }
        let carriedCount = map.carried.count
        try map.keep(keeping, source: source.name)
        let grid = try GridSystem(map)
        let finder = findDateLayouts(file.sampleBlock(), dialect: shape.dialect, map: map)
        let dates = readers(finder, map, countsFrom1904: shape.countsFrom1904)
        let positions = try positionForm(
            file, map: map, isInMetres: grid?.isInMetres ?? false)
        return Beginning(
            shape: shape, map: map, carriedCount: carriedCount, sample: sample, grid: grid, finder: finder,
            dates: dates,
            plan: IntakePlan(
                map: map, dialect: shape.dialect, descriptions: descriptions, dates: dates,
                positions: positions, labels: sample.labels(of: map), isPrivate: isPrivate))
    }

    private func columns(_ shape: TextShape, above sample: ColumnSample) throws(RequestError) -> ColumnMap {
        switch purpose {
        case .requests:
            try ColumnMap(
                header: shape.header, line: shape.headerLine, source: source.name, selection: selection,
                layers: layers, carrying: carrying, above: sample.columns)
        case .places: try ColumnMap(placesUnder: shape.header, selection: selection)
        }
    }

    /// Leaves one row for each request, and refuses a column of ids that are none.
    private func foldRepeatedRows(
        _ table: inout RequestTable, map: ColumnMap, sample: ColumnSample, firstRows: [Int]
    ) throws(RequestError) {
        let rows = table.count
        table.foldRepeatedRows(jobs: jobs, clock: clock, notingRowsOf: isMakingFacts ? firstRows : nil)
        // What the column holds was judged by all of the requests.
        guard facts == nil else { return }
        let repeated = table.repeatedIDRows.count { !table.hasDamagedID(at: $0) }
        try checkRepeats(repeated, of: rows, map: map, sample: sample)
    }

    /// Refuses a column of ids of which too many repeat.
    func checkRepeats(
        _ repeated: Int, of rows: Int, map: ColumnMap, sample: ColumnSample
    ) throws(RequestError) {
        guard repeated >= Self.fewRepeats, repeated * 5 > rows, let column = map.columns[.id] else { return }
        throw .idsRepeat(
            column: map.header.names[column], source: source.name, repeated: repeated, rows: rows,
            others: sample.isBelowHeader
                ? sample.columnsWithoutRepeats(except: column) : [])
    }

    /// Fewer requests with one id are a mistake in the data rather than in the choice of the column.
    private static let fewRepeats = 3

    /// Looks at the file's beginning.
    package func shape() throws(RequestError) -> TextShape { try open().shape }

    func open() throws(RequestError) -> DelimitedFile { try open(source) }

    private var knownShape: KnownShape {
        var shape = known
        shape.text = textHints
        return shape
    }

    /// What the city file says of the text, else facts.
    private var textHints: TextHints {
        var hints = text
        hints.encoding = hints.encoding ?? facts?.dialect?.foundEncoding
        return hints
    }

    /// Opens one of the files; what is known of the first is not so of the others.
    func open(_ source: TextSource) throws(RequestError) -> DelimitedFile {
        var known = knownShape
        if source != self.source {
            known = KnownShape()
            known.text = textHints
        }
        let selection = selection
        let layers = layers
        do throws(DelimitedTextError) {
            return try DelimitedFile(source, known: known) { cells in
                let header = HeaderNames(cells)
                let spelled = (Array(selection.columns.values) + layers).count { header.contains($0) }
                return max(spelled, ColumnProfile.known.map { $0.fit(header) }.max() ?? 0)
            }
        } catch {
            throw .text(error)
        }
    }

    private func read(
        _ blocks: sending BlockReader, plan: IntakePlan, grid: GridSystem?, into sink: TableBuilder,
        meter: ProgressMeter
    ) throws(RequestError) -> TableBuilder {
        try foldStream(
            jobs: jobs, source: blocks, into: sink,
            pull: { (blocks: inout BlockReader, spent) throws(RequestError) -> TextBlock? in
                do throws(DelimitedTextError) {
                    return try blocks.next(reusing: spent)
                } catch {
                    throw .text(error)
                }
            },
            makeWorker: { () throws(RequestError) -> ChunkReader in
                ChunkReader(plan: plan, grid: try grid?.makeReader())
            },
            work: { (reader: inout ChunkReader, block: inout TextBlock) in reader.read(&block) },
            fold: { (builder: inout TableBuilder, chunk) throws(RequestError) in
                try builder.append(chunk)
                meter.report(bytesRead: builder.bytesRead, rows: builder.table.count)
            })
    }

    /// Looks at the dates of the file's first MiB.
    private func findDateLayouts(
        _ sample: TextBlock, dialect: Dialect, map: ColumnMap
    ) -> DateLayoutFinder {
        let fields = IntakePlan.dates.filter { map.columns[$0] != nil }
        let wanted = Set(
            fields.compactMap { map.columns[$0] } + map.times.values + map.dateParts.values.joined()
        ).sorted()
        let joined = JoinedDate.all(map) { wanted.firstIndex(of: $0) }
        let layout = RecordLayout(columnCount: map.header.names.count, requiredCount: 1, wanted: wanted)
        var scanner = RecordScanner(dialect: dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        var finder = DateLayoutFinder()
        var block = sample
        while scanner.next(of: &block, into: &batch) {
            for field in fields {
                guard let slot = map.columns[field].flatMap({ wanted.firstIndex(of: $0) }) else { continue }
                if let parts = joined[field] {
                    for row in 0..<batch.count {
                        parts.text(row, of: batch, block).withUnsafeBufferPointer {
                            finder.look(at: $0, in: field)
                        }
                    }
                    continue
                }
                batch.withFields(slot: slot, of: block) { texts in
                    for row in 0..<texts.count { finder.look(at: texts[row], in: field) }
                }
            }
        }
        return finder
    }

    var knownDates: DateSettings {
        var settings = dates
        settings.known = facts?.dates
        return settings
    }

    private func readers(
        _ finder: DateLayoutFinder, _ map: ColumnMap, countsFrom1904: Bool
    ) -> [RequestField: DateColumnReader] {
        var settings = knownDates
        settings.countsFrom1904 = countsFrom1904
        return Dictionary(
            uniqueKeysWithValues: IntakePlan.dates.filter { map.columns[$0] != nil }.map {
                ($0, finder.reader(for: $0, clock: clock, settings: settings))
            })
    }

    private func check(_ table: RequestTable, _ shape: TextShape) throws(RequestError) {
        try check(
            rows: table.count, rejected: table.rejections.count, first: table.rejections.first, shape)
    }

    /// Refuses a file of which nothing can be read.
    func check(rows: Int, rejected: Int, first: Rejection?, _ shape: TextShape) throws(RequestError) {
        // A part of a file may hold nothing that can be read; an export of a quiet night has a header and no rows.
        guard rows == 0, known.header == nil, let first else { return }
        throw RequestError.nothingReadable(
            source: source.name, rows: rejected, first: first, header: shape.headerLine
        ).ofSheet(in: shape)
    }

    /// - Parameter isPlaceless: Whether more than half of the rows have no usable position.
    func summarize(_ intake: inout IntakeSummary, _ beginning: Beginning, isPlaceless: Bool) {
        let (shape, map, dates) = (beginning.shape, beginning.map, beginning.dates)
        intake.sourceName = source.name
        intake.profile = map.profile?.name
        intake.gridSystem = map.hasGrid ? map.coordinateSystem : nil
        intake.columns = map.columns.mapValues { shape.header[$0] }
        intake.dateParts = map.dateParts.mapValues { $0.map { shape.header[$0] } }
        intake.assignedColumns = map.assigned.map { shape.header[$0] }
        intake.doubledColumns = map.doubledNames
        intake.addressParts = map.addressParts.map { shape.header[$0] }
        if isPlaceless { intake.unusedPlaces = map.unusedPlaces(texts: beginning.sample.texts) }
        intake.dialect = shape.title(mixingLineEnds: intake.mendedLineEnds > 0)
        intake.dialectOfMost = shape.titleOfMost
        intake.remarks = shape.notes + beginning.plan.positions.remarks + map.remarks
        intake.remarks += IntakePlan.dates.compactMap { field in
            guard let column = map.columns[field],
                DateSample(beginning.sample.texts(column), clock: clock).lostHalvesOfDay(clock: clock)
            else { return nil }
            return
                "\(field.rawValue): all its hours lie between 1 and 12; were AM and PM lost? Then many times are 12 hours"
                + " early"
        }
        intake.remarks += intake.midnights?.remarks ?? []
        intake.remarks += intake.encodings.compactMap(\.remark)
        if isPlaceless, let remark = map.gridRemark(texts: beginning.sample.texts) {
            intake.remarks.append(remark)
        }
        intake.headerLine = shape.headerLine
        intake.header = shape.header
        intake.writing = shape.dialect
        intake.known = knownShape
        intake.positionForm = CityFacts.KeptPositionForm(beginning.plan.positions)
        intake.dateLayouts = dates.mapValues { $0.layouts.map(\.name) }
        intake.dateFormats = Dictionary(
            uniqueKeysWithValues: dates.map { field, reader in
                // Which of the numbers is the day was settled after the readers were made.
                let order = intake.dateOrder?.order(of: field)
                return (field, reader.layouts.map { $0.isPlainNumbers ? order ?? $0.title : $0.title })
            })
    }
}
