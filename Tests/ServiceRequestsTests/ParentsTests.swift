import Testing

@testable import ServiceRequests

struct ParentsTests {
    @Test func `nothing, zeros, minus one and its own id name no request that another repeats`() {
        let rows = ["", "0", "0000", "-1", "5", "0"].enumerated().map { index, parent in
            var request = ServiceRequest(id: "\(index + 1)")
            request.parent = parent.isEmpty ? nil : parent
            return request
        }
        let table = RequestTable(rows, layerCount: 0)
        #expect((0..<6).map(table.namesParent) == [false, false, false, false, false, false])
        var child = rows
        child[0].parent = "6"
        #expect(RequestTable(child, layerCount: 0).namesParent(at: 0))
    }
}
