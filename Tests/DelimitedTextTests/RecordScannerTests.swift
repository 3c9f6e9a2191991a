import TestSupport
import Testing

@testable import DelimitedText

struct RecordScannerTests {
    @Test(arguments: [
        ("id,name\n1,a\n2,b\n", [["1", "a"], ["2", "b"]]),
        ("id,name\r\n1,a\r\n2,b", [["1", "a"], ["2", "b"]]),
        ("id,name\r1,a\r2,b\r", [["1", "a"], ["2", "b"]]),
        ("id;name\n1;a,b\n", [["1", "a,b"]]),
        ("id\tname\n1\ta b\n", [["1", "a b"]]),
        ("id|name|c\n1|a|\n", [["1", "a", ""]]),
        ("id,name\n1,\"a,b\"\n", [["1", "a,b"]]),
        ("id,name\n1,\"a\nb\"\n2,c\n", [["1", "a\nb"], ["2", "c"]]),
        ("id,name\n1,\"say \"\"hi\"\"\"\n", [["1", "say \"hi\""]]),
        ("id,name\n1,a \"quoted\" word\n", [["1", "a \"quoted\" word"]]),
        ("id,name\n1,\"a\"b\n", [["1", "ab"]]),
        ("id,name\n1,\"a\"b\"c\r\n2,d\r\n", [["1", "ab\"c"], ["2", "d"]]),
        ("id,name\n1,\"\"\n\"\",\"x\"\r\n", [["1", ""], ["", "x"]]),
        ("id,name\n1,\"a\"\"\n", [] as [[String]]),
        ("\u{FEFF}id,name\n1,é\n", [["1", "é"]]),
        ("id,name\n\n\r\n1,a\n\n", [["1", "a"]]),
        ("id,name\n1,a,,\n", [["1", "a"]]),
        ("id,name\n1\n", [["1", ""]]),
    ])
    func `fields are found as RFC 4180 and the usual departures from it have them`(
        text: String, rows: [[String]]
    ) throws {
        #expect(try ReadText(ScratchFile(text)).rows == rows)
    }

    @Test func `each row knows its line, also after line breaks in quotes and blank lines`() throws {
        let read = try ReadText(ScratchFile("id,\"na\nme\"\n1,\"a\nb\nc\"\n\n2,b\n3,c\n"))
        #expect(read.header == ["id", "na me"])
        #expect(read.lines == [3, 7, 8])
        #expect(read.blankLines == 1)
    }

    @Test func `a record with more fields than the header is a fault, unless they are empty`() throws {
        let read = try ReadText(ScratchFile("id,name\n1,a,b\n2,b, ,\n3,c\n"))
        #expect(read.rows == [["2", "b"], ["3", "c"]])
        #expect(read.faults == [RecordFault(line: 2, problem: .tooManyFields(found: 3))])
    }

    @Test func `a record without the required fields is a fault`() throws {
        let read = try ReadText(ScratchFile("id,name,c\n1,a,x\n2,b\n3\n"), requiredCount: 2)
        #expect(read.rows == [["1", "a", "x"], ["2", "b", ""]])
        #expect(read.faults == [RecordFault(line: 4, problem: .tooFewFields(found: 1))])
    }

    @Test(arguments: [64, 1000, 1 << 20])
    func `a quote that nothing closes costs one line, not the file`(blockLength: Int) throws {
        var text = "id,name\n1,\"open\n"
        for row in 2...60_000 { text += "\(row),some words without a quote\n" }
        let read = try ReadText(ScratchFile(text), blockLength: blockLength)
        #expect(read.rows.count == 59_999)
        #expect(read.lines.first == 3)
        #expect(read.faults == [RecordFault(line: 2, problem: .unclosedQuote)])
    }

    @Test func `a quote that closes within the largest record is one field however long`() throws {
        let words = String(repeating: "word\n", count: 200_000)
        let read = try ReadText(ScratchFile("id,name\n1,\"\(words)\"\n2,b\n"), blockLength: 4096)
        #expect(read.rows.map { $0[0] } == ["1", "2"])
        #expect(read.rows[0][1].utf8.count == words.utf8.count - 1)
        #expect(read.lines == [2, 200_003])
    }

    @Test func `a line longer than a record may be is one fault, and memory stays small`() throws {
        let long = String(repeating: "x", count: 5_000_000)
        let read = try ReadText(ScratchFile("id,name\n1,a\n2,\(long)\n3,c\n"), blockLength: 4096)
        #expect(read.rows == [["1", "a"], ["3", "c"]])
        #expect(read.faults == [RecordFault(line: 3, problem: .recordTooLong)])
    }

    @Test func `random text gives what a plain reading byte by byte gives, in blocks of any length`() throws {
        var numbers = SeededNumbers(20)
        let pieces = ["a", "1", "\"", "\"", ",", ",", "\n", "\r\n", " ", "x"]
        for _ in 0..<400 {
            var bytes = Array("id,name,c\n".utf8)
            for _ in 0..<Int.random(in: 0...200, using: &numbers) {
                bytes += Array((pieces.randomElement(using: &numbers) ?? "").utf8)
            }
            bytes.append(contentsOf: Array("1,2,3\n".utf8))
            let file = try ScratchFile(bytes)
            guard let whole = try? ReadText(file, blockLength: 4096), whole.header == ["id", "name", "c"]
            else { continue }
            let plain = PlainReading(bytes)
            #expect(whole.rows == plain.rows, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            #expect(whole.faults.count == plain.faultCount)
            for blockLength in [1, 2, 7, 64] {
                #expect(try ReadText(file, blockLength: blockLength) == whole)
            }
        }
    }
}

/// A reading of comma-separated text written for plainness: one byte at a time, no blocks, no words.
private struct PlainReading {
    var rows: [[String]] = []
    var faultCount = 0

    init(_ bytes: [UInt8]) {
        var place = bytes.firstIndex(of: 10).map { $0 + 1 } ?? 0
        while place < bytes.count {
            let start = place
            var cells: [[UInt8]] = []
            var isFault = false
            repeat {
                cells.append(Self.cell(bytes, &place, &isFault))
                if isFault { break }
                let isLast = place >= bytes.count || bytes[place] == 10
                place += 1
                if isLast { break }
            } while true
            take(
                cells, isFault,
                isBlank: [[], [10], [13, 10], [13]].contains(Array(bytes[start..<min(place, bytes.count)])))
        }
    }

    private mutating func take(_ cells: [[UInt8]], _ isFault: Bool, isBlank: Bool) {
        let texts = cells.map { cell in
            String(decoding: cell, as: UTF8.self).trimmingPrefix { $0 == " " || $0.isNewline }
        }
        let trimmed = texts.map { String($0.reversed().drop { $0 == " " || $0.isNewline }.reversed()) }
        if isBlank, !isFault { return }
        if isFault || trimmed.dropFirst(3).contains(where: { !$0.isEmpty }) {
            faultCount += 1
        } else {
            rows.append(Array((trimmed + ["", ""]).prefix(3)))
        }
    }

    /// Reads a cell and leaves the place at the delimiter or line end after it; for a quote that nothing closes, after
    /// its line.
    private static func cell(_ bytes: [UInt8], _ place: inout Int, _ isFault: inout Bool) -> [UInt8] {
        var text: [UInt8] = []
        let open = place
        if place < bytes.count, bytes[place] == 34 {
            place += 1
            while place < bytes.count {
                if bytes[place] != 34 {
                    text.append(bytes[place])
                    place += 1
                } else if place + 1 < bytes.count, bytes[place + 1] == 34 {
                    text.append(34)
                    place += 2
                } else {
                    break
                }
            }
            if place >= bytes.count {
                isFault = true
                place = (bytes[open...].firstIndex(of: 10) ?? bytes.count) + 1
                return []
            }
            place += 1
        }
        while place < bytes.count, bytes[place] != 44, bytes[place] != 10 {
            text.append(bytes[place])
            place += 1
        }
        return text
    }
}
