import Boundaries
import CasePages
import Geocoding
package import Chronology
package import City
package import Closures
package import Disclosure
import Locating
package import PageLanguage
package import Records
package import ReportPages
import RoutingAudit
import ServiceLevels
import ServiceRequests
import WorkSharing

/// What somebody asks of a city's closures.
package struct ClosureWorkQuestion: Codable, Sendable {
    /// The layer of the areas; `nil` for the only one, or none where there are several.
    package var layer: String?
    package var settings = ClosureSettings()
    /// The day whose state is shown; `nil` for the last day of the data.
    package var asOf: CivilDate?
    /// For whom the list and the measures are.
    package var audience = PublishedOutput.callBackList.usualAudience
    /// Whether somebody named for whom they are: else pages are for others than tables.
    package var isAudienceNamed = true

    package init() {}
}

/// The requests that closures are judged on, placed: read from one file, or put together from the sums of parts.
struct PlacedClosures: Sendable {
    let table: RequestTable
    let privacy: PrivateCategories
    /// All that is told of private categories; `nil` where none are withheld.
    let privateCounts: PrivateCounts?
    /// How many requests each category has that is not told of.
    let withheld: [String: Int]
    let layer: AreaLayer?
    let asOf: CivilDate
    /// For each row the area that it is counted in, −1 for none.
    let homes: [RequestHome]
    /// For each row why it has no recorded position that can be used; `nil` where it has one.
    let missing: [MissingPosition?]
}

/// Reads what a city's closures are judged by, and judges them.
package struct ClosureWork: Sendable {
    package let survey: ClosureSurvey
    package let list: CallBackList
    package let sentences: ClosureSentences
    let placed: PlacedClosures
    package let question: ClosureWorkQuestion
    private let streets: PublicStreets?

    package var privacy: PrivateCategories { placed.privacy }
    /// All that is told of private categories; `nil` where none are withheld.
    package var privateCounts: PrivateCounts? { placed.privateCounts }

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - isPart: Whether its sums will be put together with those of other parts.
    package init(
        _ source: String, city: CityFile, question: ClosureWorkQuestion, isPart: Bool = false,
        options: WorkOptions
    ) throws {
        let settings = try Self.layer(question, city: city)
        let work = try CityWork.begin(city, options: options)
        let told = try work.requests(
            source, layers: settings.flatMap { $0.assigned == nil ? nil : [$0] } ?? [],
            for: settings == nil ? .comparing : .comparingPlaced, toldTo: question.audience)
        let table = told.table
        for note in told.privacy.notes { options.warn("\(note)") }
        let (asOf, doubt) = try Self.day(question, table: table, work: work)
        // Of a part's days nothing can be said that holds for the whole.
        if let doubt, !isPart { options.warn(doubt) }
        let layer = try settings.map {
            try AreaLayer($0, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        }
        let reference = try layer.flatMap { try work.referenceIfNamed(for: table, beside: [$0.edition]) }
        options.show(.locating(requests: table.count))
        let places = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
        ).places(in: table, lookup: .allAddresses)
        try Cancellation.check()
        for note in layer?.notes ?? [] { options.warn(note) }
        if let layer, let settings {
            work.warn(of: layer.edition, in: settings, farFrom: table, beside: reference)
        }
        let routed = try layer.map {
            try RoutedRequests(table, in: $0, places: places, clock: work.clock, jobs: options.jobs)
        }
        try Cancellation.check()
        let (bases, states) = (places.bases, table.positionStates)
        let missing = bases.indices.map { row -> MissingPosition? in
            switch bases[row] {
            case .recorded: nil
            case .missing(let reason): reason
            // The address has a place; the recorded position is missing or a default point.
            case .address: MissingPosition(ofUnused: states[row])
            }
        }
        try self.init(
            PlacedClosures(
                table: table, privacy: told.privacy, privateCounts: told.counts, withheld: told.withheld,
                layer: layer, asOf: asOf,
                homes: (0..<table.count).map { RequestHome(routed?.placements.area(ofRow: $0) ?? .none) },
                missing: missing), question: question, work: work, houses: { reference?.houses ?? [] })
        if !isPart, let early = survey.history.early {
            options.warn(early.warning(of: .series, in: options.terms))
        }
        if !isPart {
            let notes = [
                ServiceLevelSurvey.holidayNote(
                    work.city, of: survey.table, until: survey.history.asOf),
                ServiceLevelSurvey.closedSince(survey.table, clock: work.clock)?
                    .note(in: options.terms),
            ]
            for note in notes.compactMap(\.self) { options.warn(note) }
        }
    }

    /// Judges the closures of requests that are placed.
    ///
    /// - Parameter houses: Returns the addresses that the city's reference knows.
    init(
        _ placed: PlacedClosures, question: ClosureWorkQuestion, work: CityWork,
        houses: () throws -> [KnownHouse]
    ) throws {
        self.placed = placed
        self.question = question
        let (homes, missing) = (placed.homes, placed.missing)
        var survey = try ClosureSurvey(
            placed.table, city: work.city, clock: work.clock, asOf: placed.asOf, settings: question.settings,
            layer: placed.layer, jobs: work.options.jobs, missing: { missing[$0] }, home: { homes[$0].area })
        survey.tell(placed.privacy.audience)
        self.survey = survey
        try Cancellation.check()
        list = CallBackList(survey)
        sentences = ClosureSentences(survey, list: list, categories: placed.privacy)
        let isPublic = question.audience == .public && !list.entries.isEmpty
        streets =
            try isPublic
            ? PublicStreets(
                work.streetLines(), houses: houses(),
                pieceAt: GroundPieces(of: work.city, jobs: work.options.jobs).piece) : nil
    }

    /// The layer of the areas; `nil` where none is asked for, and the city has not one alone.
    static func layer(_ question: ClosureWorkQuestion, city: CityFile) throws -> CityFile.LayerSettings? {
        try question.layer == nil && city.layers.count != 1 ? nil : city.layer(namedOrOnly: question.layer)
    }

    /// The day whose state is shown, and what is doubtful of it.
    static func day(
        _ question: ClosureWorkQuestion, table: RequestTable, work: CityWork
    ) throws(RequestSourceError) -> (CivilDate, doubt: String?) {
        if let day = question.asOf { return (day, nil) }
        let last = try work.foundLastDay(of: table, shownOn: "list")
        return (last.day, last.doubt(shownOn: "list", in: work.options.terms))
    }

    /// The call-back list, as `wardline closures -o` writes it.
    package var callBacks: CallBackRecords {
        callBacks(in: .english)
    }

    private func callBacks(in words: PageWords) -> CallBackRecords {
        CallBackRecords(survey, list: list, privacy: privacy, words: words) { block(ofRow: $0, words) }
    }

    /// The measures, as `wardline closures --measures` writes them.
    package var measures: ClosureMeasures { ClosureMeasures(survey, list: list, privacy: privacy) }

    /// Returns the closures as pages in a language.
    package func pages(in words: PageWords = .english) -> ReadyPages {
        ClosurePages(
            survey, privacy: privacy,
            sentences: ClosureSentences(survey, list: list, categories: privacy, words: words),
            callBacks: callBacks(in: words), privateCounts: privateCounts, words: words
        ).pages
    }

    /// Returns the tables as one document, the one that is asked for first.
    package func document(_ tables: [RecordTable], summary: String) -> RecordDocument {
        RecordDocument(
            title: "Closures of \(survey.city.name)", tables: tables, summary: summary,
            timeZone: survey.city.timeZone)
    }

    private func block(ofRow row: Int, _ words: PageWords) -> String? {
        guard let position = survey.table.recordedPositions(ofRows: [row]).first else { return nil }
        return streets?.place(ofAddress: survey.table.address(at: row), near: position)?.name.text(words)
    }
}
