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
}
