import Boundaries
import Chronology
import Locating
import RoutingAudit
import ServiceRequests
import Testing

private typealias Town = AddressedTown

@Suite struct PositionErrorsTests {
    /// 98 requests at their address (8 m west of the middle of Oak St), and two at the namesake of theirs.
    private var table: RequestTable {
        let right = (0..<98).map { index in
            Town.request("125 Oak St", at: (892, 99), assigned: "2", channel: index < 50 ? "Phone" : "App")
        }
        let wrong = (0..<2).map { _ in
            Town.request("125 N Main St", at: (-592, -99), assigned: "1", channel: "Phone")
        }
        return RequestTable(right + wrong, layerCount: 1)
    }

    @Test func `errors are told by percentile, channel and street, with what a street was taken for`() throws
    {
        let errors = Town.book(table).positionErrors(in: table, longest: 8)
        let all = try #require(errors.all)
        #expect(all.count == 100)
        #expect(all.median < 10)
        #expect(all.percentile90 < 10)
        // The 99th of 100 is the smaller of the two large ones: √(1092² + 198²) m and a few.
        #expect(abs(all.percentile99 - 1110) < 15)
        #expect(all.far == 2)
        #expect(errors.channels.map(\.name) == ["Phone", "App"])
        #expect(errors.channels.map(\.spread.far) == [2, 0])
        #expect(errors.channels.map(\.spread.count) == [52, 48])
        #expect(errors.streets.map(\.name) == ["N Main St"])
        #expect(errors.streets.first?.takenFor == "S Main St")
    }

    @Test func `the median of two errors lies between them`() throws {
        func median(_ places: [(Double, Double)]) throws -> Double {
            let table = RequestTable(
                places.map { Town.request("125 Oak St", at: $0, assigned: "2") }, layerCount: 1)
            return try #require(Town.book(table).positionErrors(in: table, longest: 8).all).median
        }
        let (near, far) = (try median([(892, 99)]), try median([(850, 99)]))
        #expect(far > near + 30)
        #expect(abs(try median([(892, 99), (850, 99)]) - (near + far) / 2) < 1e-3)
    }

    @Test func `requests without a position are counted by what became of them`() {
        let requests = [
            Town.request("125 Oak St", at: nil, assigned: "2"),
            Town.request("5 Willow Ln", at: nil, assigned: "2"),
            Town.request("City Hall", at: nil, assigned: "2"), Town.request(nil, at: nil, assigned: "2"),
            Town.request("125 Oak St", at: (892, 99), assigned: "2"),
        ]
        let table = RequestTable(requests, layerCount: 1)
        let use = Town.book(table).use(in: table, placeholders: PlaceholderFinder().find(in: table))
        #expect(use.placed == [.range: 1])
        #expect(use.tied == 1)
        #expect(use.notFound == 1)
        #expect(use.withoutAddress == 1)
        #expect(use.total == 4)
    }

    // Planted: the radius that was to hold 95 in 100 positions held half of them, since 20 m was taken off each distance.
    @Test func `what positions and houses are off is taken apart by squares`() throws {
        func radius(_ distance: Double) throws -> Double {
            let requests = (0..<200).map { _ in
                Town.request("7 Quay St", at: (-9 + distance, 100), assigned: "1")
            }
            let table = RequestTable(requests, layerCount: 1)
            let book = Town.book(table, geocoder: Town.quay)
            return try #require(MeasuredUncertainty(book, table: table).all).radius
        }
        // √(29² − 20²) is 21.
        #expect(try radius(29) == 25)
        #expect(try radius(19) == 10)
    }

    @Test func `only what is beyond doubt is a certain repair`() throws {
        let requests = [
            Town.request("125 Oak St", at: (892, 100), assigned: "1"),
            // Recorded at 125 S Main St, which its address may have meant: neither house is known to be there.
            Town.request("125 N Main St", at: (-600, -100), assigned: "1"),
            Town.request("125 Border St", at: (6, 100), assigned: "2"),
            Town.request("125 Border St", at: (1, 100), assigned: "2"),
            Town.request("125 Oak St", at: nil, assigned: nil),
            Town.request("125 Oak St", at: (892, 100), assigned: "2"),
        ]
        let repairs = try Town.audit(requests).map(\.repair)
        #expect(
            repairs.map { $0?.confidence } == [.certain, .likely, .certain, .doubtful, .certain, nil])
        #expect(repairs.map { $0?.area.index } == [1, 1, 0, 0, 1, nil])
        // The recorded position stays where it is right.
        #expect(repairs.map { $0?.position == nil } == [true, false, false, false, false, true])
    }

    // Planted: 16 m beyond the border by its position, 45 m by a place between house numbers that may be off by 52.
    @Test func `a place between house numbers supports nothing nearer to a border than it may be off`() throws
    {
        let near = try Town.edition(border: 870)
        let requests = [Town.request("125 Oak St", at: (892, 100), assigned: "1")]
        let found = try #require(try Town.audit(requests, editions: [near]).first)
        #expect(found.verdict == .misrouted && found.cause == .zoneTable)
        #expect(found.repair?.confidence == .likely)
        let unassigned = [Town.request("125 Oak St", at: (892, 100), assigned: nil)]
        #expect(try Town.audit(unassigned, editions: [near]).first?.repair?.confidence == .likely)
    }

    // Planted: rough positions and streets with ranges alone, where a railway ends a zone between two crossings.
    @Test func `an unknown radius and a place between house numbers near the assigned area ask`()
        throws
    {
        let near = try Town.edition(border: 870)
        let request = Town.request("125 Oak St", at: (892, 100), assigned: "1")
        #expect(try Town.audit([request], editions: [near]).first?.verdict == .misrouted)
        let layer = PreparedLayer(
            name: "zone", title: "Zone", uncertainty: 10, isUncertaintyStated: false, editions: [near])
        let found = try #require(try Town.audit([request], in: layer).first)
        #expect(found.verdict == .uncertain)
        #expect(
            found.evidenceText(in: layer)
                == "125 Oak St, known within 80 m, lies 22 m from zone 1, the assigned one")
        let far = Town.request("125 Oak St", at: (892, 100), assigned: "1")
        let wide = PreparedLayer(
            name: "zone", title: "Zone", uncertainty: 10, isUncertaintyStated: false,
            editions: [try Town.edition()])
        #expect(try Town.audit([far], in: wide).first?.verdict == .misrouted)
    }

    @Test func `months in which misrouting was frequent are told, apart by origin`() throws {
        let months = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]
        let requests = months.enumerated().flatMap { month, name in
            (0..<100).map { index in
                // In March and April one in five goes to the wrong zone.
                let isWrong = (2...3).contains(month) && index % 5 == 0 || index == 0
                var request = Town.request("125 Oak St", at: (892, 100), assigned: isWrong ? "1" : "2")
                request.category = index % 2 == 0 ? "Missed" : "Other"
                request.opened = CivilDate(iso: "\(name)-15").map {
                    Timestamp(secondsSince1970: Int64($0.daysSince1970) * 86_400)
                }
                return request
            }
        }
        let table = RequestTable(requests, layerCount: 1)
        let layer = Town.layer([try Town.edition()])
        let result = try RoutingAuditor(
            layers: [layer], calendars: [EditionCalendar(starts: [nil])],
            placeholders: PlaceholderFinder().find(in: table), addresses: Town.book(table), jobs: 1
        ).audit(table)
        let findings = SummaryFindings(result, of: table, layers: [layer])
        let summary = findings.summaries(of: [layer], table: table, clock: .utc, longest: 8, jobs: 1)[0]
        let period = try #require(summary.periods.first)
        #expect(summary.periods.count == 1)
        #expect("\(period.first)" == "2024-03-01")
        #expect("\(period.last)" == "2024-04-01")
        #expect(period.misrouted == 40)
        #expect(period.opened == 200)
        #expect(abs(period.usualShare - 0.01) < 1e-12)
        #expect(period.causes.map(\.cause) == [.zoneTable])
        #expect(period.category?.name == "Missed")
        #expect(period.category?.misrouted == 20)
    }
}
