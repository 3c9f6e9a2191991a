import TestSupport
import Testing
import Wording

@testable import ServiceRequests

struct CarriedColumnTests {
    private let header = "id,category,status,opened,closed,Ward Office,crew\n"

    @Test func `carried columns are as the file has them, once each and in the order asked for`() throws {
        let table = try ScratchFile(
            header + "1,a,Open,2024-01-01,, N/A ,7\n2,a,Open,2024-01-02,,\"Hall, East\",\n"
        ).read(carrying: ["crew", "wardoffice", "Ward Office"])
        #expect(table.carried.map(\.name) == ["crew", "Ward Office"])
        #expect((0..<2).map { table.carried[0].texts[$0] } == ["7", ""])
        #expect((0..<2).map { table.carried[1].texts[$0] } == ["N/A", "Hall, East"])
    }

    @Test func `a column that has a meaning is carried beside it`() throws {
        let table = try ScratchFile(header + "1,a,Open,01/02/2024,,x,7\n2,a,Open,01/13/2024,,x,7\n")
            .read(carrying: ["opened"])
        #expect(table.carried[0].texts[1] == "01/13/2024")
        #expect(table.opened[1] != nil)
    }

    @Test func `a request that stands on several rows carries what its last state has`() throws {
        let file = try ScratchFile(
            header
                + "1,a,Open,2024-01-01,,x,6\n2,a,Open,2024-01-01,,y,7\n1,a,Closed,2024-01-01,2024-01-05,z,8\n"
        )
        let table = try file.read(carrying: ["crew"])
        #expect((0..<table.count).map { table.id(at: $0) } == ["2", "1"])
        #expect((0..<table.count).map { table.carried[0].texts[$0] } == ["7", "8"])
        // What is carried does not tell whether rows are one request.
        #expect(try table.foldedRows == file.read().foldedRows)
    }

    @Test func `a column that the file does not have is named with the one that was meant`() throws {
        let error = #expect(throws: RequestError.self) {
            try ScratchFile(header + "1,a,Open,2024-01-01,,x,7\n").read(carrying: ["crews"])
        }
        #expect(
            error?.description.contains("has no column crews for carrying it (did you mean crew?)") == true)
    }

    @Test func `any number of threads and blocks carries the same`() throws {
        let rows = (0..<3_000).map { "\($0),a,Open,2024-01-01,,office \($0 % 7),\($0 * 31)\n" }.joined()
        let file = try ScratchFile(header + rows)
        let one = try file.read(carrying: ["crew", "Ward Office"])
        let many = try file.read(carrying: ["crew", "Ward Office"], jobs: 4, blockLength: 512)
        #expect(one.carried == many.carried)
        #expect(many.carried[0].texts[2_999] == "92969")
    }
}
