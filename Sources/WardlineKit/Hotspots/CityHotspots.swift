import Chronology
import City
import Disclosure
public import Foundation
import Geometry
import Hotspots
import Records
import ServiceRequests
import WorkSharing

extension WardlineCity {
    /// Which requests make clusters, and what the worst has most of.
    public struct HotspotQuestion: Sendable {
        /// What the worst place has most of.
        public enum Rank: String, Sendable, CaseIterable {
            /// Occurrences of the problem, each reported once or more.
            case episodes
            /// Reports of any kind.
            case reports
            /// Occurrences that followed a repair within its life.
            case recurrences
            /// Days on which the problem was open.
            case daysOpen = "days-open"
        }

        /// Only these categories; empty for all that are not private.
        public var categories: [String] = []
        /// What the worst place has most of.
        public var rank = Rank.episodes
        /// The radius of a cluster, metres; `nil` for what is set for each category.
        public var radius: Double?
        /// The fewest requests that make a cluster; `nil` for what is set for each category.
        public var minimum: Int?
        /// Who sees the places: for everybody they are blocks, and no private category takes part.
        public var audience = CaseQuestion.Audience.staff

        /// Asks for all categories with their own settings.
        public init() {}
    }

    /// Finds the places that keep being reported.
    ///
    /// - Parameters:
    ///   - requests: The file of requests, or `-` for standard input.
    ///   - question: Which requests make clusters.
    /// - Throws: ``WardlineError``, or `CancellationError` as soon as the task is cancelled.
    public func hotspots(
        _ requests: String, _ question: HotspotQuestion = HotspotQuestion()
    ) async throws -> CityHotspots {
        try await run { file, options in
            let work = try HotspotWork(
                requests, city: file, for: question.audience.disclosed, options: options)
            var settings = HotspotSettings()
            settings.categories = question.categories
            settings.rank = question.rank.ranked
            settings.radius = question.radius
            settings.minimum = question.minimum
            settings.audience = question.audience.disclosed
            return try CityHotspots(
                survey: try work.survey(settings), inputs: options.inputs(requests, of: file),
                jobs: options.jobs)
        }
    }
}

extension WardlineCity.HotspotQuestion.Rank {
    /// The same as a survey knows it.
    fileprivate var ranked: HotspotSettings.Rank {
        switch self {
        case .episodes: .episodes
        case .reports: .reports
        case .recurrences: .recurrences
        case .daysOpen: .daysOpen
        }
    }
}

/// A place that keeps being reported.
public struct Hotspot: Sendable, Hashable {
    /// Its number by the usual order, from 1 for the worst.
    public let number: Int
    /// The category; several with their group's name.
    public let category: String
    /// What people call the place; `nil` where nothing tells.
    public let place: String?
    /// The middle of its reports, degrees east.
    public let longitude: Double
    /// The middle of its reports, degrees north.
    public let latitude: Double
    /// The greatest distance between two of its reports, metres.
    public let diameter: Double
    /// How many requests it has.
    public let reports: Int
    /// How often the problem occurred; `nil` here and below where too many closings have no time to tell.
    public let episodes: Int?
    /// How often it came back within a repair's life.
    public let recurrences: Int?
    /// How many reports were made while it was open.
    public let duplicates: Int?
    /// The days between a closing and the next occurrence, half less, half more; `nil` where it never came back.
    public let medianDaysToReturn: Double?
    /// The days on which it was open.
    public let daysOpen: Double?
    /// How many of its requests are open; `nil` where nothing says which are.
    public let openNow: Int?
    /// The first and the last opening; `nil` where no request has a date.
    public let opened: ClosedRange<Date>?
    /// The ids of its requests, in order of opening; none for everybody.
    public let requestIDs: [String]
}

/// The places that keep being reported, the worst first.
public struct CityHotspots: Sendable, RandomAccessCollection {
    private let held: Held<HotspotSurvey>
    private var survey: HotspotSurvey { held.value }
    private let hotspots: [Hotspot]
    private let inputs: [String]
    private let jobs: Int

    init(survey: HotspotSurvey, inputs: [String], jobs: Int) throws {
        held = Held(survey)
        self.inputs = inputs
        self.jobs = jobs
        hotspots = Array(
            try mapSlices(
                count: survey.clusters.count, sliceLength: 64, jobs: jobs,
                makeWorker: { () throws in try HotspotPlaces(survey) },
                body: { (places: inout HotspotPlaces, range: Range<Int>) throws in
                    survey.clusters[range].map { Hotspot($0, at: places.place(of: $0), in: survey) }
                }
            ).joined())
    }

    /// The index of the first place.
    public var startIndex: Int { 0 }
    /// The index after the last place.
    public var endIndex: Int { hotspots.count }

    /// The place at an index.
    public subscript(index: Int) -> Hotspot { hotspots[index] }

    /// Writes the places, as `wardline hotspots -o` does.
    ///
    /// - Parameter path: A file that ends in `.csv`, `.json`, `.jsonl`, `.xlsx`, or in `.geojson` or `.gpkg`, which have
    ///   outlines.
    /// - Throws: ``WardlineError``, also for a path that names no format or would replace what was read.
    public func write(to path: String) async throws {
        let (survey, jobs, inputs) = (survey, jobs, inputs)
        try await OwnThread.run {
            try KitOutput.write(path, formats: RecordFormat.tables, inputs: inputs) {
                try HotspotWriter(survey: survey, writer: $1, jobs: jobs).write(to: $0, summary: "")
            }
        }
    }

    /// Writes for each request its cluster, its episode and its role there.
    ///
    /// - Parameter path: A file that ends in `.csv`.
    /// - Throws: ``WardlineError`` with ``WardlineError/Part/privacy`` where everybody may see the places.
    public func writeAssignments(to path: String) async throws {
        let (survey, jobs, inputs) = (survey, jobs, inputs)
        guard !survey.isPublic else {
            throw WardlineError(reason: AudienceError.assignmentsForEverybody)
        }
        try await OwnThread.run {
            try KitOutput.write(path, endings: ["csv"], inputs: inputs) {
                try AssignmentsWriter(survey: survey).write(to: $0, jobs: jobs)
            }
        }
    }
}

extension Hotspot {
    init(_ cluster: HotspotCluster, at place: ClusterPlace, in survey: HotspotSurvey) {
        let (history, told) = (cluster.history, survey.told(cluster))
        number = cluster.number
        category = survey.groups.groups[cluster.group].name
        self.place = place.name
        longitude = place.center.longitude
        latitude = place.center.latitude
        diameter = place.diameter
        reports = history.reports
        episodes = told.episodes
        recurrences = told.recurrences
        duplicates = told.duplicates
        medianDaysToReturn = told.medianDaysToReturn
        daysOpen = told.daysOpen
        openNow = told.openNow
        opened = history.first.flatMap { first in
            history.last.map { Self.date(first)...Self.date(max($0, first)) }
        }
        requestIDs = survey.isPublic ? [] : place.rows.map { survey.table.id(at: Int($0)) }
    }

    private static func date(_ moment: Timestamp) -> Date {
        Date(timeIntervalSince1970: Double(moment.secondsSince1970))
    }
}
