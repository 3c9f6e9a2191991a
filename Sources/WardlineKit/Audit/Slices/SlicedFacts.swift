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

    private let ground: AuditGround
    private var reader: RequestReader
    private let bytes: Int

    /// - Parameters:
    ///   - reader: Reads the file without facts.
    ///   - bytes: The length of a slice in the file, about.
    init(_ ground: AuditGround, reader: RequestReader, bytes: Int) throws {
        self.ground = ground
        self.reader = reader
        self.bytes = bytes
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
            AddressLocator(Geocoder(reference: $0.reference), jobs: options.jobs)
                .locate(slice, placeholders: placeholders)
        }
        try Cancellation.check()
        return try AuditWork(
            slice, of: ground, layers: layers, placeholders: placeholders, addresses: addresses,
            numbering: nil, decisions: ClerkDecisions())
    }

    // MARK: The looks

    /// Finds the default points, the last day, and what shows how numbers fill their ranges and where requests lie.
    private mutating func findPlaces(_ first: PlaceholderSearch) throws {
        let options = ground.work.options
        var search = first
        var sample = AddressSample(rows: rows)
        var positions: [Coordinate] = []
        var (lastOpened, last, firstRow) = (Int64.min, Int64.min, 0)
        var texts = RequestTable()
        let step = max(1, rows / CityWork.sampleSize)
        try eachSlice { slice in
            search.group(slice, jobs: options.jobs)
            sample.add(slice)
            let start = (firstRow + step - 1) / step * step - firstRow
            positions += slice.recordedPositions(ofRows: stride(from: start, to: slice.count, by: step))
            lastOpened = max(lastOpened, slice.opened.seconds.max() ?? .min)
            last = max(last, slice.opened.seconds.max() ?? .min, slice.closed.seconds.max() ?? .min)
            firstRow += slice.count
            texts = slice.textsAlone()
        }
        self.texts = texts
        if lastOpened != TimestampColumn.missing {
            let day = ground.work.clock.date(at: Timestamp(secondsSince1970: last)).description
            facts.days = CityFacts.Days(first: day, last: day, usual: nil)
        }
        ground.warn(ofTextsUnknownIn: texts)
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
        ground.warnWhereFarAway(positions, beside: numbering?.reference)
    }

    /// Measures how far recorded positions are off.
    private mutating func measure() throws {
        guard let numbering else { return }
        let options = ground.work.options
        options.show(.lookingUpAddresses(requests: rows))
        var errors = MeasuredErrors()
        let locator = AddressLocator(Geocoder(reference: numbering.reference), jobs: options.jobs)
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
        try work(on: texts, looksUp: false).auditor.add(found, to: &facts, texts: texts)
    }
}
