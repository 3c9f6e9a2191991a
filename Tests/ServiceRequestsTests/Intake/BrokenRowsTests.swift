import Chronology
import DelimitedText
import TestSupport
import Testing
import Wording

@testable import ServiceRequests

struct BrokenRowsTests {
    private static let header = "id,category,status,opened,note,district\n"

    private func read(_ text: String) throws -> RequestTable {
        try ScratchFile(text).read(zone: "America/New_York", dates: DateSettings())
    }

    @Test(arguments: [
        "R1,Secret", "R1,SECRET,Open,2024-03-01,,1,more", "r1,wellness,Secret,Open,2024-03-01,,1,more",
        "R1,Secret,Open,2024-03-01,\"never closed", "R1,Secret,Closed,2024-03-02,one\ntwo,2",
    ])
    func `a private row that cannot be read whole keeps its request out of what everybody is told`(
        row: String
    )
        throws
    {
        let file = try ScratchFile(
            Self.header + "R1,a,Closed,2024-03-01,,1\nR2,a,Closed,2024-03-02,,2\n\(row)\n")
        var reader = RequestReader(source: .file(file.path), clock: .utc)
        reader.isPrivate = { NameKey($0) == NameKey("Secret") }
        var table = try reader.read()
        #expect(table.count == 2 && !table.rejections.isEmpty && table.intake.otherStates.count == 1)
        table.leaveOut { $0 == "Secret" || $0 == "SECRET" }
        #expect((0..<table.count).map(table.id) == ["R2"])
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
