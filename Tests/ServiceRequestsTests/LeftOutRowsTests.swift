import Chronology
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
}
