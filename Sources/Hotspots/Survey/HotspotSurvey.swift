package import Chronology
package import City
package import Disclosure
package import Geocoding
package import Locating
package import ServiceRequests
import WorkSharing

/// A city's clusters, and what was left out of the search for them.
package struct HotspotSurvey: Sendable {
    package let table: RequestTable
    package let clock: CityClock
    package let groups: HotspotGroups
    /// Which requests take part, and why others do not.
    package let selection: RowSelection
    /// The default points that requests lie at; none where they are kept.
    package let defaultPoints: [Placeholder]
    package let settings: HotspotSettings
    let ground: ClusterGround
    /// What everybody may know of private categories; `nil` where nothing is withheld.
    package let privateCounts: PrivateCounts?
    package let clustering: Clustering
    /// How many clusters were cut, since they were too wide to be one place.
    package let chainsCut: Int
    /// The addresses that hold many categories.
    package let catchAlls: CatchAlls
    package let reports: ReportColumns
    /// What the file tells of closings.
    package let closings: KnownClosings
    /// For each row its episode and its role.
    package let histories: ClusterHistories
    /// In the order of the rank asked for.
    package let clusters: RankedClusters
    /// The first and the last opening of all requests that may be of their days, until the end of their last day or of the day that was asked for; `nil` where
    /// none has a date.
    package let span: ClosedRange<Timestamp>?
    private let rowsOfLabel: ClusterRows

    package var isPublic: Bool { settings.audience == .public }

    /// - Parameter table: For everybody without the requests of private categories: no figure, day or default point
    ///   can hold what is not there.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, settings: HotspotSettings,
        reference: StreetReference? = nil, streetLines: [StreetLine] = [],
        privateCounts: PrivateCounts? = nil, jobs: Int
    ) throws {
        let scope = try RowScope(
            table, city: city, clock: clock, settings: settings, reference: reference, jobs: jobs)
        try Cancellation.check()
        let ground = FoundGround(
            scope: scope, streets: reference.map { StreetFinder($0) },
            publicPlaces: settings.audience == .public
                ? scope.publicPlaces(streetLines, houses: reference?.houses ?? []) : nil)
        let (clustering, chainsCut) = try Self.clustering(scope, settings, jobs: jobs)
        try Cancellation.check()
        let rows = ClusterRows(clustering, jobs: jobs)
        self.init(
            SurveyedRows(
                table: table, clock: clock, groups: scope.groups, selection: scope.selection,
                defaultPoints: scope.placeholders.all, clustering: clustering, rows: rows,
                chainsCut: chainsCut, catchAlls: CatchAlls(scope, rows, jobs: jobs)),
            ground: .found(ground), settings: settings, privateCounts: privateCounts, jobs: jobs)
        try Cancellation.check()
    }

    /// Tells the histories of clusters, and ranks them.
    init(
        _ rows: SurveyedRows, ground: ClusterGround, settings: HotspotSettings,
        privateCounts: PrivateCounts?, jobs: Int
    ) {
        let table = rows.table
        self.table = table
        clock = rows.clock
        groups = rows.groups
        selection = rows.selection
        defaultPoints = rows.defaultPoints
        self.ground = ground
        self.settings = settings
        self.privateCounts = privateCounts
        clustering = rows.clustering
        chainsCut = rows.chainsCut
        catchAlls = rows.catchAlls
        rowsOfLabel = rows.rows
        span = Self.span(
            of: table.opened.seconds, until: settings.end(of: table, clock: rows.clock), clock: rows.clock)
        reports = ReportColumns(table, clock: clock)
        closings = KnownClosings(table, clock: clock)
        let order = RowOrder(table: table)
        histories = ClusterHistories(
            clustering, rowsOfLabel, reports: reports, rules: groups.groups.map(\.episodes),
            span: span ?? Timestamp(secondsSince1970: 0)...Timestamp(secondsSince1970: 0), jobs: jobs,
            isBefore: { order.isBefore($0, $1) })
        clusters = RankedClusters(clustering, histories.histories, by: settings.rank)
    }

    /// Returns a cluster's rows, in order of opening.
    package func rows(of cluster: HotspotCluster) -> [Int32] {
        let order = RowOrder(table: table)
        var ordered = OrderedReports(reports) { order.isBefore($0, $1) }
        ordered.order(rowsOfLabel[cluster.label])
        return ordered.rows
    }

    private static func clustering(
        _ scope: RowScope, _ settings: HotspotSettings, jobs: Int
    ) throws -> (clustering: Clustering, chainsCut: Int) {
        let (table, standings) = (scope.table, scope.selection.standings)
        let (groups, categories) = (scope.groups, table.categories)
        let groupOfRow: [Int32] = filledArray(count: table.count, jobs: jobs) { rows, group in
            for row in rows { group[row] = standings[row].isUsed ? groups.group(of: row, categories) : -1 }
        }
        let points = ClusterPoints(
            positions: scope.projected.positions, groups: groupOfRow, rules: scope.groups.groups.map(\.rule))
        let order = RowOrder(table: table)
        var clustering =
            switch settings.method {
            case .dbscan: Clustering.byDensity(points, jobs: jobs) { order.isBefore($0, $1) }
            case .hdbscan: Clustering.byHierarchy(points, jobs: jobs)
            }
        guard let cap = settings.greatestDiameter else {
            // HDBSCAN has no radius to tell a chain by.
            let cut =
                settings.method == .dbscan
                ? clustering.splitChains(points, radii: Self.chainRadii, jobs: jobs) : 0
            return (clustering, cut)
        }
        do throws(ClusterError) {
            return (clustering, try clustering.split(points, greatestDiameter: cap, jobs: jobs))
        } catch {
            throw HotspotError.setting(error)
        }
    }

    /// A cluster wider than so many radii is a chain of places along a street, and is cut unless another diameter is
    /// asked for.
    private static let chainRadii = 4.0

    private static func span(
        of openings: MomentSeconds, until end: Timestamp?, clock: CityClock
    ) -> ClosedRange<Timestamp>? {
        let end = end?.secondsSince1970 ?? .max
        guard let first = FirstDay(of: openings, until: end, clock: clock)?.opening else { return nil }
        let last = openings.reduce(first) { $1 <= end ? max($0, $1) : $0 }
        return Timestamp(secondsSince1970: first)...Timestamp(secondsSince1970: last)
    }
}

/// A city's requests with their clusters: found among the requests, or put together from the sums of parts.
struct SurveyedRows {
    let table: RequestTable
    let clock: CityClock
    let groups: HotspotGroups
    let selection: RowSelection
    let defaultPoints: [Placeholder]
    let clustering: Clustering
    let rows: ClusterRows
    let chainsCut: Int
    let catchAlls: CatchAlls
}
