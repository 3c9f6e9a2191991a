import Chronology
import Foundation
import Geometry
import Testing

@testable import ServiceRequests

/// Rows that are left out, against a table that was made without them.
@Suite struct LeftOutRowsTests {
    /// More rows than share one base of a column of texts.
    private func requests(_ count: Int) -> [ServiceRequest] {
        (0..<count).map { index in
            var request = ServiceRequest(id: String(repeating: "x", count: index % 5) + "\(index)")
            request.category = index % 7 == 0 ? nil : "Kind \(index % 3)"
            request.address = index % 11 == 0 ? nil : "\(index % 900) Oak St\(index % 2 == 0 ? ", rear" : "")"
            request.opened = index % 13 == 0 ? nil : Timestamp(secondsSince1970: Int64(index) * 60)
            request.position = Coordinate(longitude: Double(index), latitude: 1)
            request.positionState = .recorded
            request.assigned = [index % 4 == 0 ? nil : "\(index % 4)"]
            return request
        }
    }

    @Test(arguments: [0, 1, 3, 4_096, 9_000, 20_000])
    func `a table without some rows is that which never had them`(step: Int) {
        let requests = requests(20_000)
        func isLeftOut(_ row: Int) -> Bool { step > 0 && (row % step == step / 2 || row / 5_000 == 1) }
        var table = RequestTable(requests, layerCount: 1)
        let whole = table
        table.leaveOut(where: isLeftOut)
        let rows = requests.indices.filter { !isLeftOut($0) }
        #expect(table.count == rows.count && whole.count == requests.count)
        for (row, old) in rows.enumerated() {
            #expect(
                table.id(at: row) == requests[old].id && table.address(at: row) == whole.address(at: old)
                    && table.categories[row] == whole.categories[old]
                    && table.opened[row] == whole.opened[old]
                    && table.longitudes[row] == Double(old)
                    && table.assigned[0][row] == whole.assigned[0][old]
                    && table.lines[row] == whole.lines[old])
        }
        // The other table is as it was.
        #expect(whole.id(at: 19_999) == requests[19_999].id)
    }

    private func table(_ rows: [(id: String, category: String, day: Int?)]) -> RequestTable {
        RequestTable(
            rows.map { row in
                var request = ServiceRequest(id: row.id)
                request.category = row.category
                request.opened = row.day.map { Timestamp(secondsSince1970: Int64($0) * 86_400) }
                return request
            }, layerCount: 0)
    }

    private func idsLeft(of table: RequestTable) -> [String] {
        var table = table
        table.leaveOut { $0 == "Wellness Check" }
        return (0..<table.count).map(table.id)
    }

    @Test(arguments: [
        ("x1", "x1"), ("x1", "X1"), ("1001", "1001.0"), ("7", "007"), ("SR 12", "sr12"), ("#12", "12"),
        ("0", "0"), ("x1", "x1\u{a0}"), ("x1", "x1\u{200b}"), ("x1", "ｘ１"), ("1234567", "'1234567"),
        ("1234567", "1,234,567"), ("1234567", "1.234.567,00"), ("1234567", "1234567.00"), ("1001", "1,001.0"),
        ("1234567", "1.234567E+6"), ("24-17", "24\u{2013}17"), ("24-17", "24\u{2212}17"),
        ("24-17", "24\u{2011}17"), ("ab12-cd", "{AB12-CD}"), ("É7", "e7"),
    ])
    func
        `a request that one row gives a category is left out with all of its rows, however its id is spelled`(
            one: String, other: String
        )
    {
        for (first, second) in [(one, other), (other, one)] {
            #expect(
                idsLeft(
                    of: table([
                        (first, "Noise", 5), ("x2", "Noise", 5), (second, "Wellness Check", 5),
                        (first, "Pothole", 6), (first, "Noise", nil),
                    ])) == ["x2"])
        }
    }

    @Test func `an id that was given again, or none, makes no request one of another category`() {
        let rows = [
            ("x1", "Noise", 5), ("x1", "Wellness Check", 8), ("", "Noise", 5), ("", "Wellness Check", 5),
            ("1-23", "Noise", 5), ("12-3", "Wellness Check", 5), ("10", "Noise", 5),
            ("1", "Wellness Check", 5), ("1.23E+06", "Noise", 5), ("1230000", "Wellness Check", 5),
            ("1.25", "Noise", 5), ("125", "Wellness Check", 5),
        ]
        #expect(
            idsLeft(of: table(rows.map { ($0, $1, $2) })) == ["x1", "", "1-23", "10", "1.23E+06", "1.25"])
    }

    @Test func `an earlier state that no row has leaves its request out`() {
        var table = table([("x1", "Noise", 5), ("x2", "Noise", 5)])
        table.intake.otherStates = [
            StatedCategory(id: "x1", opened: 5 * 86_400, category: "Wellness Check"),
            StatedCategory(id: "x2", opened: 5 * 86_400, category: "Pothole"),
        ]
        #expect(idsLeft(of: table) == ["x2"])
    }

    private func facts(of rows: [(id: String, category: String, day: Int?)]) throws -> CityFacts {
        var facts = CityFacts(wardline: "0", city: "A")
        facts.forEverybody = CityFacts.Public(
            withheld: ["Wellness Check"], days: nil, defaultPoints: [], filling: nil, fullHundreds: nil,
            repeatedRows: [], privateRequests: table(rows).requests { $0 == "Wellness Check" })
        // As a file of facts has them.
        let data = try JSONEncoder().encode(facts)
        let read = try JSONDecoder().decode(CityFacts.self, from: data)
        #expect(read == facts)
        return read
    }

    @Test func `facts know a request that another file gives a private category, in all that went before`()
        throws
    {
        let monday: [(id: String, category: String, day: Int?)] = [
            ("x1", "Noise", 5), ("x2", "Noise", 5), ("x3", "Noise", nil), ("x4", "Noise", 5),
        ]
        let tuesday: [(id: String, category: String, day: Int?)] = [
            ("X1", "Wellness Check", 5), ("x3", "Wellness Check", 5), ("x4", "Wellness Check", 8),
        ]
        for known in [tuesday, monday + tuesday, tuesday + monday] {
            var part = table(monday)
            #expect(idsLeft(of: part) == ["x1", "x2", "x3", "x4"])
            part.facts = try facts(of: known)
            // An id that was given again is another request.
            #expect(idsLeft(of: part) == ["x2", "x4"])
        }
    }

    @Test func `facts have sixteen characters for each private request, and no id`() throws {
        let rows = (0..<1_000).map { (id: "SR-\($0)", category: "Wellness Check", day: Optional($0)) }
        let text = String(
            decoding: try JSONEncoder().encode(table(rows).requests { _ in true }), as: UTF8.self)
        #expect(text.filter { $0 != "\\" }.count == 16_000 + 2 && !text.contains("SR-"))
    }

    @Test func `facts that know not each private request tell nothing to everybody`() throws {
        var facts = try facts(of: [("x1", "Wellness Check", 5)])
        #expect(facts.withoutPrivate(["Wellness Check"]) != nil && facts.areForEverybody)
        facts.forEverybody?.privateRequests = nil
        #expect(facts.withoutPrivate(["Wellness Check"]) == nil && !facts.areForEverybody)
    }
}
