package import Boundaries
package import Chronology
package import City
package import Disclosure
package import Locating
package import ServiceLevels
package import ServiceRequests
import WorkSharing

/// Whether closed requests were solved: closed fast, in bulk, before they were opened, as duplicates of open ones, reported
/// again, reopened, on time, and what the file cannot tell.
package struct ClosureSurvey: Sendable {
    package let city: CityFile
    package let table: RequestTable
    package let settings: ClosureSettings
    package let history: CaseHistory
    package let layer: AreaLayer?
    package let fast: FastClosings
    package let bulk: BulkClosings
    package let duplicates: [Duplicate]
    /// The followed ends of episodes.
    package let ends: [EpisodeEnd]
    package let returns: ReturnSummary
    package let onTime: OnTimeLines
    package let clock: ClockCheck
    package let sample: SampleCheck
    /// Rows with a default point, and rows without a usable position.
    package let defaultPoints: Int
    package let withoutPosition: Int
    /// Requests with a closing before 1970, which stands for none.
    package let closedBefore1970: Int
    package let slowTypes: SlowTypes
    /// The city's quarters, and the years of residents' requests; beside these, where there are such, those of staff.
    package let quarters: PeriodSeries
    package let quarterSpan: PeriodSpan
    package let residentYears: PeriodSeries
    package let staffYears: PeriodSeries?
    private let cityYears: PeriodSeries?
    package let yearSpan: PeriodSpan
    /// What an audience may be told, once it was asked for.
    private var found: (audience: Audience, told: ToldClosures)?

    /// - Parameters:
    ///   - layer: The layer of the areas; `nil` where none is asked for.
    ///   - home: Returns the area that a row is counted in; `none` where there is none.
    ///   - missing: Returns why a row has no recorded position that can be used; `nil` where it has one.
    package init(
        _ table: RequestTable, city: CityFile, clock cityClock: CityClock, asOf: CivilDate,
        settings: ClosureSettings = ClosureSettings(), layer: AreaLayer? = nil, jobs: Int = 1,
        missing: @escaping @Sendable (Int) -> MissingPosition?,
        home: @escaping @Sendable (Int) -> Ordinal<Area> = { _ in .none }
    ) throws(ServiceLevelError) {
        self.city = city
        self.table = table
        self.settings = settings
        self.layer = layer
        let history = CaseHistory(
            table, city: city, clock: cityClock, asOf: asOf, jobs: jobs, isPlaced: { missing($0) == nil },
            home: home)
        self.history = history
        let reasons = (0..<table.count).compactMap(missing)
        defaultPoints = reasons.count { $0 == .defaultPoint }
        withoutPosition = reasons.count - defaultPoints
        closedBefore1970 = history.cases.count {
            $0.isOpen && table.isClosedBefore1970(at: Int($0.row))
        }
        fast = try FastClosings(history, settings: settings, channel: { table.channels[$0] })
        bulk = BulkClosings(history, settings: settings, jobs: jobs, address: { table.addressNumber($0) })
        let members = Self.membersByCategory(history)
        duplicates = DuplicateFinder(history: history, table: table, settings: settings, jobs: jobs)
            .find(members)
        ends = ReturnFinder(history: history, settings: settings, table: table, jobs: jobs).ends(members)
        returns = ReturnSummary(ends, history: history, settings: settings)
        clock = ClockCheck(history)
        sample = SampleCheck(history, table: table, duplicates: duplicates)
        let cameBack = ends.lazy.filter { [returns] end in
            end.cameBack && returns.isResidents(end)
        }.map(\.index)
        onTime = OnTimeLines(
            history, notSolved: Set(fast.fastForTheirKind).union(cameBack),
            hasStaff: history.cases.contains { $0.isStaff })
        slowTypes = try SlowTypes(history, jobs: jobs)
        let spans = [
            PeriodSpan(history, by: .quarter),
            PeriodSpan(history, by: .year, fiscalYearMonth: city.fiscalYearMonth),
        ]
        (quarterSpan, yearSpan) = (spans[0], spans[1])
        let hasStaff = history.cases.contains { $0.isStaff }
        let series = try mapSlices(
            count: hasStaff ? 4 : 2, sliceLength: 1, jobs: jobs,
            makeWorker: { () throws(ServiceLevelError) in }
        ) { (_: inout Void, range: Range<Int>) throws(ServiceLevelError) -> PeriodSeries in
            switch range.lowerBound {
            case 0: return try PeriodSeries(history.cases, of: history, span: spans[0])
            case 1:
                return try PeriodSeries(history.cases.lazy.filter(\.isResidents), of: history, span: spans[1])
            case 2: return try PeriodSeries(history.cases.lazy.filter(\.isStaff), of: history, span: spans[1])
            default: return try PeriodSeries(history.cases, of: history, span: spans[1])
            }
        }
        (quarters, residentYears) = (series[0], series[1])
        staffYears = hasStaff ? series[2] : nil
        cityYears = hasStaff ? series[3] : nil
    }

    /// Finds what an audience may be told, once for all that tells it something.
    package mutating func tell(_ audience: Audience) {
        found = (audience, ToldClosures(self, audience: audience))
    }

    /// Returns what an audience may be told.
    package func told(to audience: Audience) -> ToldClosures {
        if let found, found.audience == audience { return found.told }
        return ToldClosures(self, audience: audience)
    }

    /// Returns what an audience may be told of the years of residents' requests: those of all stand in a report, and less these they
    /// would tell staff's.
    package func toldYears(to audience: Audience) -> ToldSeries {
        guard let staffYears, let cityYears else {
            return ToldSeries(residentYears, span: yearSpan, audience: audience)
        }
        return ToldSeries(
            residentYears, besides: [staffYears], of: cityYears, span: yearSpan, audience: audience)
    }

    private static func membersByCategory(_ history: CaseHistory) -> [[Int32]] {
        var members = [[Int32]](repeating: [], count: history.names.count)
        for (index, own) in history.cases.enumerated() where own.marks.contains(.placed) {
            members[Int(own.category)].append(Int32(index))
        }
        return members
    }

    /// Cases closed before they were opened, by index.
    package var closedBeforeOpened: [Int32] {
        history.cases.indices.filter { history.cases[$0].end == .closedBeforeOpened }.map { Int32($0) }
    }

    /// Cases that were opened again, by their status or by a closing time that an open one has.
    package var reopened: [Int32] {
        history.cases.indices.filter { history.cases[$0].marks.contains(.reopened) }.map { Int32($0) }
    }

    package func name(_ category: Int) -> String { history.names[category] }

    package func row(_ index: Int32) -> Int { Int(history.cases[Int(index)].row) }
}

extension ClosureSurvey {
    /// Returns the kinds of which more comes back than would have anyway and which may be named, the most excess first: sentences, headings
    /// and tables count the same ones.
    package func standingOut(for privacy: PrivateCategories) -> [CategoryReturns] {
        returns.categories.filter { $0.standsOut && !privacy.isWithheld(name($0.category)) }.sorted {
            ($1.excess.excess, name($0.category)) < ($0.excess.excess, name($1.category))
        }
    }
}
