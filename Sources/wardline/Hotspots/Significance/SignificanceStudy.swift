import WardlineKit
import Chronology
import City
import Geocoding
import Geometry
import GeometryEngine
import Hotspots
import Records
import ServiceRequests

/// The requests of a test, among all requests of the same dates and area: where anybody reports at all, and how much.
struct SignificanceStudy {
    let options: SignificanceOptions
    let jobs: Int
    /// How many rows the table on the terminal shows.
    let top: Int
    let clock: CityClock
    /// The requests that were asked for, as people call them: `Pothole` or `all requests`.
    let subject: String
    let source: String
    /// Positions in metres, and moments of opening, of all requests in use.
    let positions: [ProjectedPoint]
    let opened: [Timestamp?]
    /// Which of these are the ones that were asked for.
    let events: [Int]
    let isWholeFile: Bool
    private let namer: PlaceNamer
    private let transformation: LocalTransformation

    init(_ run: HotspotWork, _ settings: HotspotSettings, _ options: SignificanceOptions, top: Int) throws {
        self.options = options
        self.top = top
        jobs = run.options.jobs
        clock = run.clock
        source = run.table.intake.sourceName
        let chosen = try CategoryNames.chosen(
            settings.categories, among: run.table.categories.values, source: source)
        isWholeFile = chosen == nil
        subject = chosen.map { $0.sorted().joined(separator: ", ") } ?? "all requests"
        var background = settings
        background.categories = []
        background.grouping = .acrossCategories
        let scope = try RowScope(
            run.table, city: run.city, clock: run.clock, settings: background, namedToo: chosen ?? [],
            reference: run.reference, jobs: jobs)
        let order = RowOrder(table: run.table).sortedRows(jobs: jobs) ?? run.table.rowNumbers
        let rows = order.map(Int.init).filter { scope.selection.standings[$0].isUsed }
        positions = rows.map { scope.projected.positions[$0] }
        opened = rows.map { run.table.opened[$0] }
        events = rows.indices.filter { index in
            chosen.map { $0.contains(run.table.categories[rows[index]] ?? "") } ?? true
        }
        namer = PlaceNamer(table: run.table, streets: run.reference.map { StreetFinder($0) })
        transformation = try scope.projected.projection.makeTransformation()
        guard !events.isEmpty else {
            throw HotspotError.nothingToTest(test: options.significance?.rawValue ?? "", subject: subject)
        }
    }

    /// Runs the test that was asked for.
    func findings(_ test: SignificanceTest) throws -> SignificanceFindings {
        do throws(SignificanceError) {
            switch test {
            case .giStar: return try GiStarTable(study: self).findings()
            case .emerging: return try EmergingTable(study: self).findings()
            case .scan: return try ScanTable(study: self).findings()
            case .nearRepeats: return try NearRepeatTable(study: self).findings()
            }
        } catch {
            throw HotspotError.significance(error, test: test.rawValue)
        }
    }

    // MARK: Places and times

    /// The grid's cells that hold any request.
    func places() throws(SignificanceError) -> GridPlaces {
        try GridPlaces(
            grid: PlaceGrid(shape: options.grid, cellSize: options.cellSize), points: positions)
    }

    var cells: String {
        options.grid == .hexagonal
            ? "hexagons \(metres(options.cellSize)) across" : "squares of \(metres(options.cellSize))"
    }

    /// The events with a date, and how many have none.
    var datedEvents: (events: [Int], undated: Int) {
        let dated = events.filter { opened[$0] != nil }
        return (dated, events.count - dated.count)
    }

    /// Returns equal slices that end with the last day of the requests.
    func slices() throws(SignificanceError) -> TimeSlices {
        let moments = opened.compactMap(\.self)
        guard let first = moments.min(), let last = moments.max() else {
            throw .invalidSetting(
                name: "time", value: "without dates",
                allowed: "dates of opening; see requests: columns: opened")
        }
        let end = clock.startOfDay(
            CivilDate(daysSince1970: clock.date(at: last).daysSince1970 + 1))
        let count = Int(end.days(since: first)) / options.sliceDays
        guard count >= Self.fewestSlices else {
            let nearest = max(1, Int(end.days(since: first)) / Self.fewestSlices)
            throw .invalidSetting(
                name: "slice-days", value: "\(options.sliceDays)",
                allowed:
                    "so short that \(Self.fewestSlices) fit into the \(Int(end.days(since: first))) days of the "
                    + "requests; the nearest is \(nearest)")
        }
        return try TimeSlices(ending: end, days: options.sliceDays, count: count)
    }

    /// A trend over fewer has no p-value to speak of.
    private static let fewestSlices = 10

    func position(_ point: ProjectedPoint) -> Coordinate { transformation.unproject(point) }

    func name(_ point: ProjectedPoint) -> String? {
        namer.name(of: [], at: [position(point)], around: position(point))
    }

    /// Returns a place's name, or its longitude and latitude where nothing names it.
    func label(_ point: ProjectedPoint) -> String {
        if let name = name(point) { return name }
        let position = position(point)
        return "\(DegreeText.of(position.longitude)), \(DegreeText.of(position.latitude))"
    }

    func outline(_ polygon: Polygon<ProjectedPoint>) -> [UInt8] {
        GeoJSONGeometryText.surface(MultiPolygon([polygon]).map(position))
    }

    // MARK: Words

    func metres(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value)) m" : "\(NumberText.decimal(value)) m"
    }

    var dates: (String, String) {
        let moments = opened.compactMap(\.self)
        let days = [moments.min(), moments.max()].map { $0.map { clock.date(at: $0).description } ?? "–" }
        return (days[0], days[1])
    }
}

extension RequestTable {
    var rowNumbers: [Int32] { (0..<Int32(count)).map { $0 } }
}
