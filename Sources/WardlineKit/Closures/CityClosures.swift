import Locating
import Boundaries
import Chronology
import City
import Closures
import Disclosure
public import Foundation
import Records
import ServiceLevels
import ServiceRequests

extension WardlineCity {
    /// What counts as closed too fast and as reported again.
    public struct ClosureQuestion: Sendable {
        /// The layer of the areas; `nil` for the only one, or none where there are several.
        public var layer: String?
        /// A request closed within fewer minutes was closed fast.
        public var fastMinutes = ClosureSettings().fastMinutes
        /// A report within so many days after a closing came back.
        public var returnDays = ClosureSettings().returnDays
        /// How far from a request the windows lie that tell what would have come anyway, days.
        public var controlDays = ClosureSettings().controlDays
        /// Requests of one category within so many metres are neighbours.
        public var radius = ClosureSettings().radius
        /// The first day of closing that is listed, as `2025-06-30`; `nil` for 90 days before the day that is shown.
        public var since: String?
        /// The day whose state is shown, as `2025-06-30`; `nil` for the last day of the data.
        public var asOf: String?
        /// Who may see the cases, measures and pages: for everybody they have no ids, blocks for addresses, days for moments,
        /// and nothing of private categories. `nil` is for staff, but pages are drawn for an audience that is named.
        public var audience: CaseQuestion.Audience?

        /// Asks with the usual settings.
        public init() {}
    }

    /// Asks whether closed requests were solved.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - question: What counts as closed too fast and as reported again.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func closures(
        _ requests: String, _ question: ClosureQuestion = ClosureQuestion()
    ) async throws -> CityClosures {
        var asked = ClosureWorkQuestion()
        asked.layer = question.layer
        asked.audience = question.audience?.disclosed ?? asked.audience
        asked.isAudienceNamed = question.audience != nil
        do throws(ClosureSettingError) {
            try asked.settings.takeFast(minutes: question.fastMinutes)
        } catch {
            throw WardlineError(reason: error)
        }
        asked.settings.returnDays = question.returnDays
        asked.settings.controlDays = question.controlDays
        asked.settings.radius = question.radius
        asked.settings.since = try question.since.map { (text) throws(WardlineError) in
            try QuestionDay.day(text)
        }
        if let problem = asked.settings.problem {
            throw WardlineError(reason: problem)
        }
        asked.asOf = try question.asOf.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        if let problem = ShownDayError(asked.asOf, before: asked.settings.since) {
            throw WardlineError(reason: problem)
        }
        return try await run { [asked] file, options in
            let work = try ClosureWork(requests, city: file, question: asked, options: options)
            return CityClosures(work: work, inputs: options.inputs(requests, of: file))
        }
    }
}

/// A closed request that somebody should ask about.
public struct CallBackCase: Sendable, Hashable {
    /// Its id; empty for everybody.
    public let requestID: String
    /// Its category.
    public let category: String
    /// The code of the area it is counted in; `nil` for none.
    public let area: String?
    /// When it was opened; for everybody the beginning of that day.
    public let opened: Date
    /// When it was closed; for everybody the beginning of that day.
    public let closed: Date
    /// `fast_for_its_kind`, `came_back`, `duplicate_of_open` or `closed_before_opened`, one or more.
    public let reasons: [String]
    /// What speaks for each reason, with its figures.
    public let evidence: [String]
    /// The id of the request that was reported afterwards, or of the open original; `nil` for everybody.
    public let nextRequestID: String?
}

/// Whether closed requests were solved: the cases to ask about, more reasons first.
public struct CityClosures: Sendable, RandomAccessCollection {
    private let held: Held<ClosureWork>
    private let cases: [CallBackCase]
    private let inputs: [String]

    init(work: ClosureWork, inputs: [String]) {
        held = Held(work)
        self.inputs = inputs
        let survey = work.survey
        cases = work.callBacks.shown.map { entry in
            let own = survey.history.cases[Int(entry.index)]
            let row = Int(own.row)
            let isPublic = work.privacy.audience == .public
            let clock = survey.history.clock
            func told(_ seconds: Int64) -> Date {
                let moment = Timestamp(secondsSince1970: seconds)
                let told = isPublic ? clock.startOfDay(clock.date(at: moment)) : moment
                return Date(timeIntervalSince1970: Double(told.secondsSince1970))
            }
            return CallBackCase(
                requestID: isPublic ? "" : survey.table.id(at: row),
                category: survey.name(Int(own.category)),
                area: own.area.exists ? survey.layer?.edition.areas[own.area].code : nil,
                opened: told(own.opened),
                closed: told(survey.table.closed[row]?.secondsSince1970 ?? own.closed),
                reasons: entry.reasons.map(\.rawValue), evidence: entry.evidence.map { $0.text() },
                nextRequestID: isPublic || entry.next < 0
                    ? nil : survey.table.id(at: survey.row(entry.next)))
        }
    }

    /// The day at whose end requests are seen, as in `2025-06-30`.
    public var asOf: String { "\(held.value.survey.history.asOf)" }

    /// What a manager should know first: at most five sentences, the worst first, last what the file cannot say.
    public var sentences: [String] { held.value.sentences.all }

    /// The index of the first case.
    public var startIndex: Int { 0 }
    /// The index after the last case.
    public var endIndex: Int { cases.count }

    /// The case at an index.
    public subscript(index: Int) -> CallBackCase { cases[index] }

    /// Writes the call-back list, as `wardline closures -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws { try await write(to: path) { [$0.callBacks.table] } }

    /// Writes the measures, as `wardline closures --measures` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx` or `.gpkg`.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writeMeasures(to path: String) async throws {
        try await write(to: path) { [$0.measures.table] }
    }

    /// Draws the pages and writes them, as `wardline closures -o closures.html` does, for the audience that was named.
    ///
    /// - Parameters:
    ///   - path: A file that ends in `.html` or `.pdf`.
    ///   - language: `en`, `es`, or the path of a catalogue in gettext's form.
    /// - Returns: What should be known of the typeface before a PDF is sent to people, one sentence each.
    /// - Throws: ``WardlineError``, with ``WardlineError/Part/privacy`` where nobody said for whom the pages are.
    @discardableResult
    ///
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writePages(to path: String, language: String = "en") async throws -> [String] {
        let (work, inputs) = (held.value, inputs)
        guard work.question.isAudienceNamed else {
            throw WardlineError(reason: AudienceError.notNamed)
        }
        return try await OwnThread.run {
            try KitOutput.writePages(to: path, language: language, inputs: inputs) { work.pages(in: $0) }
        }
    }

    private func write(
        to path: String, _ tables: @escaping @Sendable (ClosureWork) -> [RecordTable]
    ) async throws {
        let (work, inputs) = (held.value, inputs)
        try await OwnThread.run {
            try KitOutput.write(path, formats: RecordFormat.lists, inputs: inputs) {
                try $1.write(work.document(tables(work), summary: ""), to: $0)
            }
        }
    }
}
