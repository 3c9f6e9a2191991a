import TestSupport
import Testing

@testable import WardlineKit

struct RowJoinTests {
    @Test func `a folder among the parts is named`() throws {
        let folder = try ScratchFolder()
        let part = try folder.write("line,reason\n2,no id\n", to: "part-1.csv")
        let path = folder("")
        #expect(throws: MergeError.unreadable(path: path)) {
            try RowJoin([part, path], hasHeader: true, order: .asGiven)
        }
    }

    @Test func `a part with other line ends is told as one, and not as one of other columns`() throws {
        let folder = try ScratchFolder()
        let first = try folder.write("line,reason\n2,no id\n", to: "part-1.csv")
        let other = try folder.write("line,reason\r\n3,no id\r\n", to: "part-2.csv")
        defer { withExtendedLifetime(folder) {} }
        #expect(throws: MergeError.otherLineEnds(path: other, first: first)) {
            try RowJoin([first, other], hasHeader: true, order: .asGiven)
        }
    }
}
