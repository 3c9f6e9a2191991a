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
import ServiceRequests
import WorkSharing

/// What somebody asks of a city's closures.
package struct ClosureQuestion: Sendable {
    /// The layer of the areas; `nil` for the only one, or none where there are several.
    package var layer: String?
    package var settings = ClosureSettings()
    /// The day whose state is shown; `nil` for the last day of the data.
    package var asOf: CivilDate?
    /// For whom the list and the measures are.
    package var audience = PublishedOutput.callBackList.usualAudience

    package init() {}
}

/// Reads what a city's closures are judged by, and judges them.
package struct ClosureWork: Sendable {
    package let survey: ClosureSurvey
    package let list: CallBackList
    package let privacy: PrivateCategories
    package let sentences: ClosureSentences
    /// All that is told of private categories; `nil` where none are withheld.
    package let privateCounts: PrivateCounts?
    private let streets: PublicStreets?

    /// - Parameter source: The file of requests, or `-` for standard input.
    package init(
        _ source: String, city: CityFile, question: ClosureQuestion, options: WorkOptions
    ) throws {
        let settings =
            try question.layer == nil && city.layers.count != 1
            ? nil : city.layer(namedOrOnly: question.layer)
        let work = try CityWork(city: city, options: options)
        let told = try PublicRequests(
            work.requests(source, layers: settings.flatMap { $0.assigned == nil ? nil : [$0] } ?? []),
            city: city, audience: question.audience)
        let table = told.table
        (privacy, privateCounts) = (told.privacy, told.counts)
        for note in privacy.notes { options.warn("\(note)") }
        let asOf = try question.asOf ?? work.lastDay(of: table, shownOn: "list")
        let reference = try settings == nil ? nil : work.referenceIfNamed(for: table)
        options.show(.locating(requests: table.count))
        let places = RequestPlacer(
            namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
        ).places(in: table, lookup: .allAddresses)
        try Cancellation.check()
        let layer = try settings.map {
            try AreaLayer($0, city: city, rows: table.count, asOf: asOf, jobs: options.jobs)
        }
        for note in layer?.notes ?? [] { options.warn(note) }
        let routed = try layer.map {
            try RoutedRequests(table, in: $0, places: places, clock: work.clock, jobs: options.jobs)
        }
        try Cancellation.check()
        let bases = places.bases
        let states = table.positionStates
        survey = try ClosureSurvey(
            table, city: city, clock: work.clock, asOf: asOf, settings: question.settings, layer: layer,
            jobs: options.jobs,
            missing: { row in
                switch bases[row] {
                case .recorded: nil
                case .missing(let reason): reason
                // The address has a place; the recorded position is missing or a default point.
                case .address: MissingPosition(states[row]) ?? .defaultPoint
                }
            }, home: { routed?.placements.home(ofRow: $0) ?? -1 })
        try Cancellation.check()
        list = CallBackList(survey)
        sentences = ClosureSentences(survey, list: list, categories: privacy)
        let isPublic = question.audience == .public && !list.entries.isEmpty
        streets =
            isPublic
            ? PublicStreets(try work.streetLines(), houses: reference?.houses ?? []) : nil
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
