import Boundaries
import CasePages
import Chronology
import City
import Disclosure
import Geometry
import Locating
import PageLanguage
import Records
import WorkSharing

extension WardlineCity {
    /// Which cases are shown, and to whom.
    public struct CaseQuestion: Sendable {
        /// Who may see what is shown.
        public enum Audience: String, Sendable, CaseIterable {
            /// Everybody: blocks instead of houses, no ids, no free text, and of private categories no more than a band.
            case everybody = "public"
            /// The people who work with the cases.
            case staff = "internal"
        }

        /// Which cases are shown.
        public enum Status: String, Sendable, CaseIterable {
            /// Those that are open.
            case open
            /// Those that are closed.
            case closed
            /// All.
            case all
        }

        /// The layer of the areas; `nil` for the only one.
        public var layer: String?
        /// Who may see what is shown.
        public var audience = Audience.everybody
        /// Which cases are shown.
        public var status = Status.open
        /// Only these categories; empty for all that the audience may see.
        public var categories: [String] = []
        /// The day whose state is shown, as in `2025-06-30`; `nil` for the last day of the data.
        public var asOf: String?
        /// The language of the pages: `en`, `es`, or the path of a catalogue in gettext's form.
        public var language = "en"
        /// Whether a page holds no more than a map, a sentence and the cases that have waited longest.
        public var isBrief = false

        /// Asks for the open cases of the only layer, for everybody.
        public init() {}
    }

    /// Returns a city's cases by area, ready to be drawn.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - question: Which cases are shown, and to whom.
    /// - Throws: ``WardlineError``, with ``WardlineError/Part/privacy`` where something private would be published, or
    ///   `CancellationError` as soon as the task is cancelled.
    public func cases(
        _ requests: String, _ question: CaseQuestion = CaseQuestion()
    ) async throws -> CityCases {
        let words: PageWords
        do {
            words = try PageWords(language: question.language)
        } catch {
            throw WardlineError(reason: error)
        }
        let day = try question.asOf.map { (text) throws(WardlineError) in try QuestionDay.day(text) }
        return try await run { file, options in
            let work = try CasesWork(
                requests, city: file, layerName: question.layer, asOf: day, options: options
            ) { day in
                var settings = MapSettings(asOf: day)
                settings.audience = question.audience.disclosed
                settings.status = question.status.shown
                settings.categories = question.categories
                settings.words = words
                settings.extent = question.isBrief ? .brief : .packet
                return settings
            }
            return try CityCases(work: work, inputs: options.inputs(requests, of: file))
        }
    }
}

extension WardlineCity.CaseQuestion.Audience {
    /// The audience as all that publishes knows it.
    var disclosed: Disclosure.Audience { self == .everybody ? .public : .internal }
}

extension WardlineCity.CaseQuestion.Status {
    /// The same as pages know it.
    fileprivate var shown: MapSettings.Status {
        switch self {
        case .open: .open
        case .closed: .closed
        case .all: .all
        }
    }
}

extension CityCases.Format {
    /// The same as pages know it.
    fileprivate var drawn: MapFormat {
        switch self {
        case .pdf: .pdf
        case .svg: .svg
        case .png: .png
        case .html: .html
        case .geojson: .geojson
        }
    }
}

/// A case as its audience may see it.
public struct CityCase: Sendable, Hashable {
    /// The category, as the file has it.
    public let category: String
    /// The block for everybody, the address for staff; empty where nothing may be told.
    public let place: String
    /// The status in words.
    public let status: String
    /// Degrees east of where it is drawn; `nil` for a case without a place on the map.
    public let longitude: Double?
    /// Degrees north of where it is drawn.
    public let latitude: Double?
    /// Days from its opening; `nil` where that is not known.
    public let daysOpen: Int?
    /// Days past what was due; `nil` where it is not overdue or nothing says when it is due.
    public let daysOverdue: Int?
    /// How often the problem came back at this place.
    public let timesReturned: Int
}

/// The cases of one area.
public struct AreaCases: Sendable, Hashable {
    /// The area's code.
    public let code: String
    /// What the area is called.
    public let title: String
    /// Its cases, those on the map first.
    public let cases: [CityCase]

    fileprivate init(_ area: Ordinal<Area>, of atlas: CityAtlas) {
        code = atlas.layer.edition.areas[area].code
        title = atlas.layer.title(area)
        cases = AreaPacket(atlas, area: area).toldCases.map { told in
            CityCase(
                category: told.category, place: told.place, status: told.status,
                longitude: told.position?.longitude, latitude: told.position?.latitude,
                daysOpen: told.daysOpen, daysOverdue: told.daysOverdue, timesReturned: told.timesReturned)
        }
    }
}

/// A city's cases, area by area in the order of the map.
public struct CityCases: Sendable, RandomAccessCollection {
    private let held: Held<CasesWork>
    private var work: CasesWork { held.value }
    private let areas: [AreaCases]
    private let inputs: [String]

    init(work: CasesWork, inputs: [String]) throws(CancellationError) {
        held = Held(work)
        self.inputs = inputs
        var areas: [AreaCases] = []
        for index in 0..<work.atlas.layer.areaCount {
            try Cancellation.check()
            areas.append(AreaCases(Ordinal(index), of: work.atlas))
        }
        self.areas = areas
    }

    /// How an area's page is written.
    public enum Format: String, Sendable, CaseIterable {
        /// The map, the list and the counts, to print or mail.
        case pdf
        /// The map.
        case svg
        /// The map.
        case png
        /// A map to search, in one file.
        case html
        /// The cases and the area, for a GIS.
        case geojson
    }

    /// The day whose state is shown, as in `2025-06-30`.
    public var asOf: String { "\(work.atlas.asOf)" }

    /// The index of the first area.
    public var startIndex: Int { 0 }
    /// The index after the last area.
    public var endIndex: Int { areas.count }

    /// The area at an index.
    public subscript(index: Int) -> AreaCases { areas[index] }

    /// Draws an area's page and writes it.
    ///
    /// - Parameters:
    ///   - area: The area's code.
    ///   - path: A file whose ending names a ``Format``.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(area: String, to path: String) async throws {
        let (work, inputs) = (work, inputs)
        try await OwnThread.run {
            try KitOutput.write(path, endings: MapFormat.allCases.map(\.rawValue), inputs: inputs) {
                _ = try work.write(area: area, as: MapFormat(ending: path) ?? .pdf, to: $0)
            }
        }
    }

    /// Draws the pages of all areas and an index, and writes them into a folder.
    ///
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func writeAll(_ formats: [Format] = [.pdf, .html], into folder: String) async throws {
        let work = work
        try await OwnThread.run {
            _ = try work.writeAll(formats.map(\.drawn), into: folder)
        }
    }
}
