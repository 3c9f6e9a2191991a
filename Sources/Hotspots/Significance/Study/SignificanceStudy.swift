package import Chronology
package import City
package import Disclosure
package import Geocoding
package import Geometry
import GeometryEngine
import Records
package import ServiceRequests

/// The requests of a test, among all requests of the same dates and area: where anybody reports at all, and how much.
package struct SignificanceStudy {
    package let settings: SignificanceSettings
    let jobs: Int
    package let clock: CityClock
    /// The requests that were asked for, as people call them: `Pothole` or `all requests`.
    package let subject: String
    /// The file that the requests come from.
    package let source: String
    /// Positions in metres, and moments of opening, of all requests in use; for everybody those of their public places.
    let positions: [ProjectedPoint]
    let opened: [Timestamp?]
    /// The last second of the requests' last day; `nil` where none has a date.
    private let lastSecond: Timestamp?
    /// When the requests begin, until that second; `nil` where none has a date.
    private let firstDay: FirstDay?
    /// Which of these are the ones that were asked for.
    let events: [Int]
    /// Whether no category was asked for, so that nothing tells how many requests there could be.
    package let isWholeFile: Bool
    private let namer: PlaceNamer
    /// Names places for everybody; `nil` for an internal audience.
    private let publicPlaces: PublicPlaces?
    /// What everybody may know of private categories; `nil` where nothing is withheld.
    package let privateCounts: PrivateCounts?
    private let transformation: CityTransformation

    /// - Parameters:
    ///   - choice: Which requests, by category, date and area; categories that are named take part also where they are
    ///     private.
    /// - Throws: ``HotspotError`` for a category that no request has, and where no request is left.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, reference: StreetReference?,
        streetLines: [StreetLine] = [], choice: HotspotSettings, settings: SignificanceSettings,
        test: SignificanceTest, privateCounts: PrivateCounts? = nil, jobs: Int
    ) throws {
        self.settings = settings
        self.jobs = jobs
        self.clock = clock
        source = table.intake.sourceName
        let chosen: Set<String>?
        do throws(UnknownCategory) {
            chosen = try CategoryNames.chosen(
                choice.categories, among: table.categories.values, source: source)
        } catch {
            throw HotspotError.unknownCategory(error)
        }
        isWholeFile = chosen == nil
        subject = chosen.map { $0.sorted().joined(separator: ", ") } ?? "all requests"
        var background = choice
        background.categories = []
        background.grouping = .acrossCategories
        let scope = try RowScope(
            table, city: city, clock: clock, settings: background, namedToo: chosen ?? [],
            reference: reference, jobs: jobs)
        let order = RowOrder(table: table).sortedRows(jobs: jobs) ?? (0..<Int32(table.count)).map { $0 }
        let rows = order.map(Int.init).filter { scope.selection.standings[$0].isUsed }
        opened = rows.map { table.opened[$0] }
        let lastSecond = choice.end(of: table, clock: clock)
        self.lastSecond = lastSecond
        firstDay = FirstDay(
            of: MomentSeconds(opened.lazy.compactMap { $0?.secondsSince1970 }),
            until: lastSecond?.secondsSince1970 ?? .max, clock: clock)
        events = rows.indices.filter { index in
            chosen.map { $0.contains(table.categories[rows[index]] ?? "") } ?? true
        }
        namer = PlaceNamer(table: table, streets: reference.map { StreetFinder($0) })
        let publicPlaces =
            choice.audience == .public
            ? scope.publicPlaces(streetLines, houses: reference?.houses ?? []) : nil
        self.publicPlaces = publicPlaces
        self.privateCounts = privateCounts
        let transformation = try scope.projected.projection.makeTransformation()
        self.transformation = transformation
        // A cell may be as small as a house: what everybody sees is counted where everybody may see it.
        positions = rows.map { row in
            guard let publicPlaces, let position = scope.position(at: row) else {
                return scope.projected.positions[row]
            }
            return transformation.project(
                publicPlaces.place(ofAddress: table.address(at: row), at: position).position)
        }
        guard !events.isEmpty else {
            throw HotspotError.nothingToTest(test: test.rawValue, subject: subject)
        }
    }

    package var eventCount: Int { events.count }

    // MARK: Places and times

    /// The grid's cells that hold any request.
    func places() throws(SignificanceError) -> GridPlaces {
        try GridPlaces(
            grid: PlaceGrid(shape: settings.grid, cellSize: settings.cellSize), points: positions)
    }

    /// Looks for places that stand out among all requests, as often by chance as the settings allow.
    var spotFinder: SpotFinder {
        var finder = SpotFinder()
        finder.replications = settings.replications
        finder.seed = settings.seed
        finder.jobs = jobs
        return finder
    }

    /// Which requests are the ones that were asked for.
    var isEvent: [Bool] {
        var isEvent = [Bool](repeating: false, count: positions.count)
        for event in events { isEvent[event] = true }
        return isEvent
    }

    /// What was opened years before all others, and takes no part in a test of times; `nil` for nothing.
    package var early: EarlyOpenings? { firstDay?.early }

    /// Whether a moment of opening may be of the requests' days.
    private func isOfDays(_ moment: Timestamp) -> Bool {
        moment.secondsSince1970 >= firstDay?.opening ?? .min && moment <= lastSecond ?? moment
    }

    /// The events with a date that may be of the requests' days, and how many have none.
    var datedEvents: (events: [Int], undated: Int) {
        let dated = events.filter { opened[$0].map(isOfDays) ?? false }
        return (dated, events.count - dated.count)
    }

    /// Returns equal slices from the first to the last day of the requests.
    func slices() throws(SignificanceError) -> TimeSlices {
        let moments = opened.compactMap(\.self).filter(isOfDays)
        guard let first = moments.min(), let last = moments.max() else {
            throw .invalidSetting(
                name: "time", value: "without dates",
                allowed: "dates of opening; see requests: columns: opened")
        }
        let end = clock.startOfDay(
            CivilDate(daysSince1970: clock.date(at: last).daysSince1970 + 1))
        let count = Int(end.days(since: first)) / settings.sliceDays
        guard count >= Self.fewestSlices else {
            let nearest = max(1, Int(end.days(since: first)) / Self.fewestSlices)
            throw .invalidSetting(
                name: "slice-days", value: "\(settings.sliceDays)",
                allowed:
                    "so short that \(Self.fewestSlices) fit into the \(Int(end.days(since: first))) days of the "
                    + "requests; the nearest is \(nearest)")
        }
        return try TimeSlices(ending: end, days: settings.sliceDays, count: count)
    }

    /// A trend over fewer has no p-value to speak of.
    private static let fewestSlices = 10

    /// The first and the last day of opening; `nil` where no request has a date.
    package var dates: ClosedRange<CivilDate>? {
        let moments = opened.compactMap(\.self)
        guard let first = moments.min(), let last = moments.max() else { return nil }
        return clock.date(at: first)...clock.date(at: last)
    }

    // MARK: Where places are

    package func position(_ point: ProjectedPoint) -> Coordinate { transformation.unproject(point) }

    /// Returns what people call a place; `nil` where nothing tells.
    package func name(_ point: ProjectedPoint) -> String? {
        guard let publicPlaces else {
            return namer.name(of: [], at: [position(point)], around: position(point))
        }
        let title = publicPlaces.place(ofAddress: nil, at: position(point)).title
        return title.isEmpty ? nil : title
    }

    func outline(_ polygon: Polygon<ProjectedPoint>) -> RecordGeometry {
        .surface(MultiPolygon([polygon]).map(position))
    }
}
