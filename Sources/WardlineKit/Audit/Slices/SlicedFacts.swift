import Boundaries
import Chronology
import City
import Geocoding
import Geometry
import Locating
import RoutingAudit
import ServiceRequests
import WorkSharing

/// What slices of a file have to know of each other so that each is judged as within the whole, made by looking at all slices
/// several times: ``FactsWork`` makes the same of a file that is in memory.
///
/// What one look needs of the one before: default points need the rows that are requests of their own, how numbers fill ranges
/// needs the default points' count of rows, errors of positions need both, and findings need those errors.
struct SlicedFacts {
    private(set) var facts: CityFacts
    let census: RowCensus
    /// How many rows are requests of their own.
    let rows: Int
    private(set) var layers: [PreparedLayer] = []
    /// The most frequent first.
    private(set) var placeholders: [Placeholder] = []
    /// `nil` where the city names no streets to look addresses up in.
    private(set) var numbering: LearntNumbering?
    private(set) var measured: MeasuredUncertainty?
    /// No row, and the texts of all rows.
    private(set) var texts = RequestTable()

    /// Those of the blocks that findings ask; `nil` until all slices were heard.
    private var witnesses: KnownWitnesses?

    private let ground: AuditGround
    private var reader: RequestReader
    private let bytes: Int
    /// Where the addresses are that were looked up.
    private let addresses: AddressMemory

    /// - Parameters:
    ///   - reader: Reads the file without facts.
    ///   - bytes: The length of a slice in the file, about.
    init(_ ground: AuditGround, reader: RequestReader, bytes: Int) throws {
        self.ground = ground
        self.reader = reader
        self.bytes = bytes
        // About an eighth of what a slice's rows take (``SliceSize``).
        addresses = AddressMemory(indexBytes: bytes / 2)
        let options = ground.work.options
        var search = PlaceholderSearch(ground.placeholderFinder)
        census = try RowCensus(reader, bytes: bytes, progress: { options.show($0.stage) }) { slice in
            search.count(slice)
            try Cancellation.check()
        }
        RequestLoader.warn(ofRowsMissingIn: census.intake, options)
        facts = census.facts(wardline: WardlineVersion.current, city: ground.city.name)
        rows = census.rows - census.repeatedIDs.reduce(0) { $0 + $1.others.count }
        facts.rows = rows
        try findPlaces(search)
        try measure()
        try judge()
    }

    /// Calls a closure with each slice, read by what is known so far.
    func eachSlice(_ body: (RequestTable) throws -> Void) throws {
        var reader = reader
        reader.facts = facts
        reader.facts?.areOfThisFile = true
        var slices = try RequestSlices(reader, state: .folded, bytes: bytes)
        while let slice = try slices.next() {
            try body(slice)
            try Cancellation.check()
        }
    }

    /// Returns what judges a slice by what is known so far.
    ///
    /// - Parameter looksUp: Whether addresses are looked up.
    func work(on slice: RequestTable, looksUp: Bool = true) throws -> AuditWork {
        let options = ground.work.options
        let placeholders = ground.placeholderFinder.find(in: slice, jobs: options.jobs)
        let addresses = (looksUp ? numbering : nil).map {
            locator($0).locate(slice, placeholders: placeholders)
        }
        try Cancellation.check()
        return try AuditWork(
            slice, of: ground, layers: layers, placeholders: placeholders, addresses: addresses,
            numbering: nil, decisions: ClerkDecisions(),
            lastDay: facts.days.flatMap { CivilDate(iso: $0.last) }, witnesses: witnesses)
    }

    private func locator(_ numbering: LearntNumbering) -> AddressLocator {
        AddressLocator(
            Geocoder(reference: numbering.reference), jobs: ground.work.options.jobs, memory: addresses)
    }

    // MARK: The looks

    /// Finds the default points, the last day, and what shows how numbers fill their ranges and where requests lie.
    private mutating func findPlaces(_ first: PlaceholderSearch) throws {
        let options = ground.work.options
        var search = first
        var sample = AddressSample(rows: rows)
        var positions: [Coordinate] = []
        var apart = ApartAreaSearch(ground.city.layers, editions: ground.read.map(\.editions))
        var firstRow = 0
        var texts = RequestTable()
        var columns = RequestChoice.ColumnCensus(ground.choice)
        // Openings and closings of all rows, which are let go of before any others are kept (``SliceSize``).
        var dates = RequestTable()
        dates.reserveSummarized(rows)
        if let written = census.intake.written { dates.note(written: written) }
        let step = max(1, rows / CityWork.sampleSize)
        try eachSlice { slice in
            search.group(slice, jobs: options.jobs)
            sample.add(slice)
            let start = (firstRow + step - 1) / step * step - firstRow
            apart.look(at: slice)
            positions += slice.recordedPositions(ofRows: stride(from: start, to: slice.count, by: step))
            dates.appendSummarized(slice)
            firstRow += slice.count
            texts = slice.textsAlone()
            columns.look(at: slice)
        }
        self.texts = texts
        facts.days = CityFacts.Days(of: dates, clock: ground.work.clock)
        ground.warn(ofTextsUnknownIn: texts)
        ground.warn(ofUnmetIn: columns)
        layers = try ground.preparedLayers(rows: rows)
        placeholders = search.found
        facts.defaultPoints = placeholders.map {
            CityFacts.DefaultPoint(
                longitude: $0.coordinate.longitude, latitude: $0.coordinate.latitude, requests: $0.requests,
                streets: $0.streets)
        }
        numbering = try ground.work.numberingIfNamed(
            for: sample, ReferenceCheck(editions: ground.editions, positions: positions))
        facts.filling = numbering?.filling
        facts.fullHundreds = numbering?.hundreds?.facts
        ground.work.warn(about: ground.read)
        ground.warnWhereFarAway(
            positions, inGrid: census.intake.gridSystem, beside: numbering?.reference)
        for warning in apart.warnings(texts: texts) { options.warn(warning) }
    }

    /// Measures how far recorded positions are off.
    private mutating func measure() throws {
        guard let numbering else { return }
        let options = ground.work.options
        options.show(.lookingUpAddresses(requests: rows))
        var errors = MeasuredErrors()
        let locator = locator(numbering)
        try eachSlice { slice in
            let placeholders = ground.placeholderFinder.find(in: slice, jobs: options.jobs)
            errors.add(locator.locate(slice, placeholders: placeholders), table: slice)
        }
        let measured = MeasuredUncertainty(errors, of: texts)
        self.measured = measured
        facts.positionErrors = measured.facts(of: texts)
        facts.addressAgreement = measured.agreement.fact
    }

    /// Judges all requests to learn what findings take from each other.
    private mutating func judge() throws {
        var found = FindingFacts(layerCount: layers.count)
        ground.work.options.show(.judging(requests: rows))
        try eachSlice { slice in
            try work(on: slice).auditor.count(slice, into: &found)
        }
        if found.asksWitnesses {
            try eachSlice { slice in
                try work(on: slice, looksUp: false).auditor.hear(slice, into: &found)
            }
        }
        let auditor = try work(on: texts, looksUp: false).auditor
        auditor.add(found, to: &facts, texts: texts)
        witnesses = auditor.known(&found, texts: texts)
    }
}
