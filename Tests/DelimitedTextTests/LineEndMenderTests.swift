import TestSupport
import Testing

@testable import DelimitedText

/// Files that were put together of parts whose lines end in LF, in CR, or in both.
struct LineEndMenderTests {
    private func rows(_ numbers: ClosedRange<Int>, _ end: String, address: String = "1 Main St") -> String {
        numbers.map { "\($0),Pothole,\"\(address), Apt \($0)\",2024-03-01\(end)" }.joined()
    }

    @Test(arguments: [("\n", "\r"), ("\r", "\n"), ("\r\n", "\r"), ("\r", "\r\n")])
    func `a part whose lines end otherwise is read row by row wherever it begins`(
        first: String, second: String
    ) throws {
        // The first part is longer than what is looked at beforehand.
        let address = String(repeating: "Long Street ", count: 100)
        let text =
            "id,category,address,opened" + first + rows(1...1_000, first, address: address)
            + rows(1_001...2_000, second, address: address) + rows(2_001...2_100, first)
        let file = try ScratchFile(text)
        for blockLength in [1 << 20, 100_000] {
            let read = try ReadText(file, blockLength: blockLength)
            #expect(read.rows.map { $0[0] } == (1...2_100).map(String.init))
            #expect(read.rows.allSatisfy { $0[3] == "2024-03-01" })
            #expect(read.faults.isEmpty && read.blankLines == 0)
            #expect(read.lines == Array(2...2_101))
        }
        let blocks = try DelimitedFile(.file(file.path)).makeBlockReader()
        var mended = 0
        while let block = try blocks.next(reusing: nil) { mended = block.mendedLineEnds }
        // Of CR and LF in a file of returns the first ends the line, and the other is a space of the next.
        #expect((mended > 0) != (first == "\r" && second == "\r\n"))
    }

    @Test func `a stray return within a text stays text where another part's lines end in returns`() throws {
        let text =
            "id,category,address,opened\n" + rows(1...20, "\n")
            + "21,Pothole,12 Main\rSt,2024-03-01\n" + rows(22...60, "\r") + rows(61...80, "\n")
        let read = try ReadText(ScratchFile(text))
        #expect(read.rows.map { $0[0] } == (1...80).map(String.init))
        #expect(read.rows[20][2] == "12 Main\rSt")
        #expect(read.faults.isEmpty)
    }

    @Test func `a line that returns cut into what are no rows stays one`() throws {
        let note = "7,Pothole,\"seen\r8,Light\rnobody, there\",2024-03-01\n"
        let read = try ReadText(
            ScratchFile("id,category,address,opened\n" + rows(1...6, "\n") + note + rows(8...9, "\n")))
        #expect(read.rows.map { $0[0] } == ["1", "2", "3", "4", "5", "6", "7", "8", "9"])
        #expect(read.rows[6][2] == "seen\r8,Light\rnobody, there")
    }

    @Test func `one line end of another kind parts two rows`() throws {
        let read = try ReadText(
            ScratchFile(
                "id,category,address,opened\n" + rows(1...6, "\n") + rows(7...7, "\r") + rows(8...9, "\n")))
        #expect(read.rows.map { $0[0] } == (1...9).map(String.init))
        #expect(read.lines == Array(2...10))
    }
}
