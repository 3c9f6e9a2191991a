import TestSupport
import Testing

@testable import ServiceRequests

struct BrokenRowsTests {
    private static let header = "id,category,status,opened,note,district\n"

    private func read(_ text: String) throws -> RequestTable {
        try ScratchFile(text).read(zone: "America/New_York", dates: DateSettings())
    }

    @Test func `a row that a bare line end broke is rejected whole, with its lines`() throws {
        let table = try read(
            Self.header
                + "R1,a,Closed,2024-03-01,,1\nR2,a,Closed,2024-03-02,one\ntwo,2\nR3,a,Closed,2024-03-03,,3\n")
        #expect(table.count == 2)
        #expect(Array(table.rejections) == [Rejection(line: 3, reason: .brokenLines(2))])
    }

    @Test func `rows whose last fields are left out are no broken ones`() throws {
        let table = try read(
            Self.header + "R1,a,Closed,2024-03-01\nR2,a,Closed\nR3,a,Closed,2024-03-03,x,3\n")
        #expect(!table.rejections.contains { $0.reason == .brokenLines(2) })
    }

    @Test func `a byte order mark hides no header that comes again`() throws {
        let rows = "R1,a,Closed,2024-03-01,,1\n"
        let table = try read(
            "\u{FEFF}" + Self.header + rows + "\u{FEFF}" + Self.header + "S1,a,Closed,2024-03-02,,1\n")
        #expect(table.count == 2 && table.rejections.map(\.reason) == [.header])
    }

    @Test func `a line of totals is no request`() throws {
        let table = try read(Self.header + "R1,a,Closed,2024-03-01,,1\nGrand Total,,,,,1\n")
        #expect(table.count == 1 && table.rejections.map(\.reason) == [.total])
    }
}
