import Boundaries
import Chronology
import Geometry
import GeometryEngine
import Locating
import ServiceRequests
import Testing

@testable import RoutingAudit

/// Signs that the map of the city file and that of the CRM are not the same one.
struct MapSignsTests {
    private let layer: PreparedLayer

    init() throws {
        let areas = [(-71.0, -70.99), (-70.99, -70.98)].map { west, east in
            let box = Box<MapPoint>(minX: west, minY: 42, maxX: east, maxY: 42.01)
            return MultiPolygon([Polygon(exterior: LinearRing(box.corners))])
        }
        let table = AreaCodeTable(codes: ["1", "2"])
        let edition = PreparedEdition(
            name: "zones", from: nil, codes: ["1", "2"],
            ground: try EditionGround(
                shapes: areas, referenceSystem: .wgs84, nearDistance: 10, cells: 32),
            area: { table.index(of: $0).map(Ordinal.init) })
        layer = PreparedLayer(name: "zone", title: "Zone", uncertainty: 10, editions: [edition])
    }

    /// A request a day from 2024-01-01 on; every tenth lies in a strip of zone 1 along the border.
    private func table(days: Int = 400, assigned: (_ day: Int, _ isInStrip: Bool) -> String) -> RequestTable {
        let first = CivilDate(iso: "2024-01-01")?.daysSince1970 ?? 0
        return RequestTable(
            (0..<days).map { day in
                let isInStrip = day % 10 == 0
                var request = ServiceRequest(id: "\(day)")
                request.position = Coordinate(
                    longitude: isInStrip ? -70.9905 : day % 2 == 0 ? -70.985 : -70.997, latitude: 42.005)
                request.positionState = .recorded
                request.opened = Timestamp(secondsSince1970: Int64(first + day) * 86_400 + 43_200)
                request.assigned = [assigned(day, isInStrip)]
                return request
            }, layerCount: 1)
    }

    private func truth(_ day: Int, _ isInStrip: Bool) -> String {
        isInStrip || day % 2 == 1 ? "1" : "2"
    }

    private func audit(_ table: RequestTable) throws -> AuditResult {
        try RoutingAuditor(
            layers: [layer], calendars: [EditionCalendar(starts: [nil])],
            placeholders: PlaceholderFinder().find(in: table), jobs: 1
        ).audit(table)
    }

    private func findings(_ table: RequestTable) throws -> SummaryFindings {
        SummaryFindings(try audit(table), of: table, layers: [layer])
    }

    private func change(_ table: RequestTable) throws -> MapChange? {
        try findings(table).mapChange(ofLayer: Ordinal(0), layer, in: table, clock: .utc)
    }

    @Test func `disagreements that begin on a day are told with the day and the areas`() throws {
        let table = table { day, isInStrip in isInStrip && day >= 200 ? "2" : truth(day, isInStrip) }
        let change = try #require(try change(table))
        #expect(change.kind == .begins)
        // The first in the strip after the CRM's map changed: day 200.
        #expect(change.day.description == "2024-07-19")
        #expect(change.pairs == [.init(assigned: "2", expected: "1")])
        #expect((change.within, change.all) == (20, 20))
    }

    @Test func `disagreements that end on a day are told too, and a stray one hides nothing`() throws {
        let table = table(days: 800) { day, isInStrip in
            isInStrip && (day <= 200 || day == 390) ? "2" : truth(day, isInStrip)
        }
        let change = try #require(try change(table))
        #expect(change.kind == .ends)
        #expect(change.day.description == "2024-07-19")
        #expect((change.within, change.all) == (21, 22))
    }

    @Test func `disagreements all along the time, or a few of them, are no change`() throws {
        #expect(try change(table { day, isInStrip in isInStrip ? "2" : truth(day, isInStrip) }) == nil)
        let few = table { day, isInStrip in isInStrip && day >= 300 ? "2" : truth(day, isInStrip) }
        #expect(try audit(few).layers[0][.misrouted] == 10)
        #expect(try change(few) == nil)
        let chance = table { day, isInStrip in
            isInStrip && day * 7919 % 1000 < 600 ? "2" : truth(day, isInStrip)
        }
        #expect(try audit(chance).layers[0][.misrouted] >= 12)
        #expect(try change(chance) == nil)
    }

    @Test func `areas that no request is assigned to are a sign of a newer map`() throws {
        let table = table { _, _ in "1" }
        let sign = try #require(findings(table).newerMap(ofLayer: Ordinal(0), layer, in: table))
        #expect(sign.areas == ["2"])
        #expect((sign.within, sign.all) == (160, 160))
        let known = self.table(assigned: truth)
        #expect(try findings(known).newerMap(ofLayer: Ordinal(0), layer, in: known) == nil)
    }
}

/// How many requests were opened before a moment, without sorting them.
struct OpeningRanksTests {
    @Test(arguments: [[], [5], [5, 5, 5], Array(0..<3_000).map { Int64($0 * 7_919 % 3_001) * 90_000 }])
    func `the number before a moment is that of a count`(seconds: [Int64]) {
        let ranks = OpeningRanks(TimestampColumn(seconds: seconds + [TimestampColumn.missing]))
        #expect(ranks.count == seconds.count)
        var moments: [Int64] = [-1, 0, 4, 1 << 40]
        for known in seconds.prefix(200) { moments += [known - 1, known, known + 1] }
        for moment in moments {
            let before = seconds.count { $0 < moment }
            #expect(ranks.number(before: moment) == before)
        }
    }
}

@Test func `each verdict and cause has the place that the list of all has`() {
    #expect(Verdict.allCases.map(\.ordinal) == Array(Verdict.allCases.indices))
    #expect(Cause.allCases.map(\.ordinal) == Array(Cause.allCases.indices))
}

@Test func `the rules that can explain a verdict come in the order of the causes`() {
    for verdict in Verdict.allCases {
        let rules = CauseRules.explaining(verdict)
        let expected = CauseRules.inOrder.filter { $0.explains.contains(verdict) }
        #expect(rules.map { $0.cause } == expected.map { $0.cause })
    }
}
