import Chronology
import City
import Geocoding
import Geometry
import GeometryEngine
import Hotspots
import RoutingAudit
import ServiceRequests
import WorkSharing

/// A city's clusters, and what was left out of the search for them.
struct HotspotSurvey: Sendable {
    let table: RequestTable
    let clock: CityClock
    /// What names places by the city's streets; `nil` where its city file names none.
    let streets: StreetFinder?
    let settings: HotspotSettings
    let groups: HotspotGroups
    let selection: RowSelection
    let placeholders: Placeholders?
    let projected: ProjectedRows
    let clustering: Clustering
    let reports: ReportColumns
    /// For each row its episode and its role.
    let histories: ClusterHistories
    /// In the order of the rank asked for.
    let clusters: [HotspotCluster]
    /// The first and the last opening of all requests; `nil` where none has a date.
    let span: ClosedRange<Timestamp>?
    private let rowsOfLabel: ClusterRows

    init(
        _ table: RequestTable, city: CityFile, clock: CityClock, settings: HotspotSettings,
        streets: StreetFinder? = nil, isInArea: [Bool]? = nil, jobs: Int
    ) throws {
        self.table = table
        self.clock = clock
        self.streets = streets
        self.settings = settings
        groups = try HotspotGroups(
            table.categories, settings: settings, city: city, source: table.intake.sourceName)
        placeholders =
            settings.defaultPoints == .remove
            ? PlaceholderFinder(named: city.requests.placeholders).find(in: table, jobs: jobs) : nil
        var selection = RowSelection(
            table, groups: groups, window: try Self.window(settings, clock), placeholders: placeholders,
            jobs: jobs)
        if let isInArea { selection.keep { isInArea[$0] } }
        self.selection = selection
        projected = try ProjectedRows(table, selection, jobs: jobs)
        clustering = try Self.clustering(table, selection, groups, projected, settings, jobs: jobs)
        span = Self.span(of: table)
        reports = ReportColumns(table)
        rowsOfLabel = ClusterRows(clustering)
        let order = RowOrder(table: table)
        histories = ClusterHistories(
            clustering, rowsOfLabel, reports: reports, repairLives: groups.groups.map(\.repairLife),
            span: span ?? Timestamp(secondsSince1970: 0)...Timestamp(secondsSince1970: 0), jobs: jobs,
            isBefore: { order.isBefore($0, $1) })
        clusters = Self.ranked(clustering, histories, by: settings.rank)
    }

    func position(at row: Int) -> Coordinate {
        Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
    }

    /// Returns a cluster's rows, in order of opening.
    func rows(of cluster: HotspotCluster) -> [Int32] {
        let order = RowOrder(table: table)
        var opening = OpeningOrder(reports) { order.isBefore($0, $1) }
        var rows: [Int32] = []
        opening.sort(rowsOfLabel[cluster.label], into: &rows)
        return rows
    }

    /// Returns the moments of opening that were asked for.
    private static func window(_ settings: HotspotSettings, _ clock: CityClock) throws -> Range<Timestamp>? {
        guard settings.since != nil || settings.until != nil else { return nil }
        let start = settings.since.map(clock.startOfDay) ?? Timestamp(secondsSince1970: .min + 1)
        let end = settings.until.map { clock.startOfDay(CivilDate(daysSince1970: $0.daysSince1970 + 1)) }
        return start..<(end ?? Timestamp(secondsSince1970: .max))
    }

    private static func clustering(
        _ table: RequestTable, _ selection: RowSelection, _ groups: HotspotGroups, _ projected: ProjectedRows,
        _ settings: HotspotSettings, jobs: Int
    ) throws -> Clustering {
        let groupOfRow = (0..<table.count).map { row in
            selection.standings[row] == .used ? groups.groupOfRow(table.categories, row) : -1
        }
        let points = ClusterPoints(
            positions: projected.positions, groups: groupOfRow, rules: groups.groups.map(\.rule))
        let order = RowOrder(table: table)
        var clustering =
            switch settings.method {
            case .dbscan: Clustering.byDensity(points, jobs: jobs) { order.isBefore($0, $1) }
            case .hdbscan: Clustering.byHierarchy(points, jobs: jobs)
            }
        guard let cap = settings.greatestDiameter else { return clustering }
        do throws(ClusterError) {
            try clustering.split(points, greatestDiameter: cap)
        } catch {
            throw Failure("--\(error)")
        }
        return clustering
    }

    /// Returns the clusters in the order asked for, numbered by the usual one.
    private static func ranked(
        _ clustering: Clustering, _ histories: ClusterHistories, by rank: HotspotSettings.Rank
    ) -> [HotspotCluster] {
        var clusters = HotspotSettings.Rank.episodes.worstFirst(
            histories.histories.enumerated().map { label, history in
                HotspotCluster(label: label, group: Int(clustering.groups[label]), history: history)
            })
        for place in clusters.indices { clusters[place].number = place + 1 }
        return rank == .episodes ? clusters : rank.worstFirst(clusters)
    }

    private static func span(of table: RequestTable) -> ClosedRange<Timestamp>? {
        var (first, last) = (Int64.max, Int64.min)
        for opened in table.opened.seconds where opened != TimestampColumn.missing {
            first = min(first, opened)
            last = max(last, opened)
        }
        guard first <= last else { return nil }
        return Timestamp(secondsSince1970: first)...Timestamp(secondsSince1970: last)
    }
}
