import Testing

@testable import ServiceRequests

struct TextMarksTests {
    @Test func `the rows whose texts hold a byte are known without reading the texts again`() {
        let texts = ["", "a,b", "ab", ",", "", "b,,b", "b"]
        let many = Array(repeating: texts, count: 1_000).joined()
        let column = TextColumn(many)
        let marks = column.marks(of: UInt8(ascii: ","))
        #expect(many.enumerated().allSatisfy { marks.contains($0) == $1.contains(",") })
        #expect(!marks.contains(many.count))
        #expect(!marks.isEmpty)
        #expect(column.marks(of: UInt8(ascii: ";")).isEmpty)
        #expect(TextColumn().marks(of: UInt8(ascii: ",")).isEmpty)
    }

    @Test func `rows that share texts are marked as rows with texts of their own`() {
        let column = TextColumn(TextColumn(["a", "b,c"]), numbers: [1, TextColumn.blank, 0, 1])
        let marks = column.marks(of: UInt8(ascii: ","))
        #expect((0..<5).map(marks.contains) == [true, false, false, true, false])
    }
}
