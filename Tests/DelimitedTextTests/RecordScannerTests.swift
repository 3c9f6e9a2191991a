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
        ("id,name\n1,\"a\"\"\n", [["1", "a\"\""]]),
        ("id,name\n1, \"a,b\"\n\"2\" ,\"c\" \n", [["1", "a,b"], ["2", "c"]]),
        ("id,name\n=\"0007\",a\n\"=\"\"08\"\"\",=b\n", [["0007", "a"], ["08", "=b"]]),
        (
            "'id','name'\n'1','12 Main St, Apt 3'\n'2','O''Hara'\n",
            [["1", "12 Main St, Apt 3"], ["2", "O'Hara"]]
        ),
        ("id,name\n1, \"B\" wing\n", [["1", "\"B\" wing"]]),
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

    @Test(arguments: [
        ("id,name\n1,a,\n", "1,a"), ("id,name\n1,a,, ,\"\"\n", "1,a"), ("id;name\n1;,;\n", "1;,"),
        ("id,name\n1,a\n", "1,a"), ("id,name\n1\n", "1"), ("id\tname\n1\ta\t\t\n", "1\ta"),
        ("id,name\n1,\n", "1,"), ("id,name\n1,\"a,\",\n2,b\n", "1,\"a,\""),
    ])
    func `a row goes out again without the blank fields behind the header's last`(
        text: String, row: String
    ) throws {
        let file = try ScratchFile(text)
        let opened = try DelimitedFile(.file(file.path), lookingAt: 1 << 20)
        let dialect = opened.shape.dialect
        var scanner = RecordScanner(
            dialect: dialect,
            layout: RecordLayout(columnCount: 2, requiredCount: 1, wanted: []))
        var batch = FieldBatch(slotCount: 1)
        var block = try #require(try opened.makeBlockReader().next(reusing: nil))
        #expect(scanner.next(of: &block, into: &batch))
        let out = dialect.output(
            block.bytes(of: batch.records[0]), ofRow: 0, in: batch, columns: 2)
        #expect(String(decoding: out, as: UTF8.self) == row)
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
        #expect(read.rows.count == 60_000)
        #expect(read.rows.first == ["1", "open"])
        #expect(read.lines.first == 2)
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

    // Case 16: what two stray quotes enclose are rows.
    @Test func `a quote that closes in the middle of a later line is no quoted field`() throws {
        let read = try ReadText(
            ScratchFile("id,name,c,d\n1,\"12 Oak St,x,y\n2,b,x,y\n3,6\" pipe,x,y\n4,\"5 Elm\" St,x,y\n"))
        #expect(read.rows.map { $0[0] } == ["1", "2", "3", "4"])
        #expect(read.rows.map { $0[1] } == ["12 Oak St", "b", "6\" pipe", "5 Elm St"])
        #expect(read.strayQuoteLines == [2])
    }

    @Test(arguments: [4, 1 << 20])
    func `lines that are rows of their own stay so where a stray quote closes at a field's end`(
        blockLength: Int
    ) throws {
        let read = try ReadText(
            ScratchFile("id,name,c,d\n1,\"12 Oak St,x,y\n2,b,x,y\n3,6 pipe\",x,y\n4,e,x,y\n"),
            blockLength: blockLength)
        #expect(read.rows.map { $0[0] } == ["1", "2", "3", "4"])
        #expect(read.faults.isEmpty)
    }

    @Test func `lines that may be one row or several are rejected one by one, not merged`() throws {
        let read = try ReadText(
            ScratchFile("id,name,c,d\n1,\"12 Oak St,x,y\n2,b,x,y\ntorn\n3,6 pipe\",x,y\n4,e,x,y\n"))
        #expect(read.rows.map { $0[0] } == ["4"])
        #expect(read.lines == [6])
        #expect(read.faults == (2...5).map { RecordFault(line: $0, problem: .doubtfulLines(4)) })
    }

    @Test(arguments: ["2024-03-09T10:00:00Z", "pending", "n/a"])
    func `a word for a date before the second of two stray quotes merges no rows`(date: String) throws {
        let rows = [
            "1,2024-03-08 10:00,2024-03-09 10:00,\"6 pipe,-76.6,39.3",
            "2,\(date),2024-03-11 10:00,pipe\",-76.6,39.2",
            "3,2024-03-12 10:00,2024-03-13 10:00,Elm,-76.5,39.2",
        ]
        for order in [rows, [rows[0].replacing("2024-03-08 10:00", with: date)] + rows.dropFirst()] {
            let read = try ReadText(
                ScratchFile("id,opened,closed,place,lon,lat\n" + order.joined(separator: "\n") + "\n"))
            #expect(read.rows.map { $0[0] } == ["1", "2", "3"])
            #expect(read.rows.map { $0[5] } == ["39.3", "39.2", "39.2"])
        }
    }

    @Test func `rows of which half the kinds differ between two stray quotes are rejected, not merged`()
        throws
    {
        let read = try ReadText(
            ScratchFile("id,a,b,place,lat\n1,2,3,\"6 pipe,4\nx,-,y,pipe\",5\n3,3,3,Elm,6\n"))
        #expect(read.rows.map { $0[0] } == ["3"])
        #expect(read.faults == [2, 3].map { RecordFault(line: $0, problem: .doubtfulLines(2)) })
    }

    @Test func `one damaged line between two stray quotes far apart costs that line alone`() throws {
        var rows = (1...300).map { "\($0),2024-03-08,Elm,39.3" }
        rows[3] = "4,2024-03-08,\"6 pipe,39.3"
        rows[250] = "251,2024-03-08,pipe\",39.3"
        rows[100] = "101,2024-03-08,a,b,39.3"
        rows[150] = ""
        let read = try ReadText(ScratchFile("id,opened,place,lat\n" + rows.joined(separator: "\n") + "\n"))
        #expect(read.rows.count == 298)
        #expect(read.faults == [RecordFault(line: 102, problem: .tooManyFields(found: 5))])
    }

    @Test func `text over several lines stays one field, whatever commas it holds`() throws {
        let text = "Hello,\nI live in Salem, OR, north side, and\nthere are 3 holes, you see\n"
        let read = try ReadText(ScratchFile("id,name,c,d\n1,a,b,\"\(text)\"\n2,\"\(text)\",b,c\n"))
        #expect(read.rows.map { $0[0] } == ["1", "2"])
        #expect(read.faults.isEmpty)
    }

    @Test(arguments: [
        "\"5 Main St\nApt 3\"", "\"9 Main St, rear\nApt 3, Unit 4\"", "\"9 Main St, 5\nApt 3\"",
        "\"Elm St\n\nrear, left\nby the shed\"",
        "\"there is a hole, deep, by the road, with water, since March, for us, and more, I think\nit is big\"",
        "\"deep\nI think, as we, who live here, know, by the road, it is, since March, wet, and so on\nbig\"",
    ])
    func `a line break in the first column leaves one record, with few columns and many`(field: String) throws
    {
        for (others, cells) in [
            ("id,lat", "1001,39.31"), ("id,type,lat", "1001,Pothole,39.31"),
            ("type,status,note", "Pothole,Open,\"so it is,\nand more\""),
            ("id,type,status,opened,closed,lon,lat", "1001,Pothole,Open,2024-05-01 10:00,,-76.6,39.31"),
        ] {
            let plain = "Oak St," + cells.replacing("1001", with: "1000") + "\n"
            let text = "address,\(others)\n\(plain)\(plain)\(field),\(cells)\n\(plain)"
            for lineEnd in ["\n", "\r\n"] {
                let read = try ReadText(ScratchFile(text.replacing("\n", with: lineEnd)))
                let whole = String(field.dropFirst().dropLast()).replacing("\n", with: lineEnd)
                #expect(read.rows.map { $0[0] } == ["Oak St", "Oak St", whole, "Oak St"], "\(others)")
                #expect(read.faults.isEmpty && read.strayQuoteLines.isEmpty)
            }
        }
    }

    @Test func `a line break behind nothing but text leaves one record whatever commas the text holds`()
        throws
    {
        let field = "\"a hole,\nbig, wide, deep, and more\""
        let read = try ReadText(
            ScratchFile("type,words,id,status\nPothole,x,1,Open\nPothole,\(field),2,Open\nPothole,x,3,Open\n")
        )
        #expect(read.rows.map { $0[2] } == ["1", "2", "3"])
        #expect(read.faults.isEmpty)
    }

    @Test(arguments: [1, 2, 9])
    func `rows between two stray quotes in the first column stay rows, with few columns and many`(
        count: Int
    ) throws {
        for (others, cells) in [
            ("lon,lat", "-76.6,39.31"), ("id,type,lat", "1001,Pothole,39.31"),
            ("id,type,status,opened", "1001,Pothole,Open,2024-05-01 10:00"),
        ] {
            let rows = ["\"12 Oak St"] + Array(repeating: "Elm St", count: count - 1) + ["6 pipe\""]
            let text = "address,\(others)\n" + rows.map { "\($0),\(cells)\n" }.joined()
            for lineEnd in ["\n", "\r\n"] {
                let read = try ReadText(ScratchFile(text.replacing("\n", with: lineEnd)))
                #expect(read.rows.count == count + 1, "\(others)")
                #expect(read.rows.allSatisfy { cells.hasPrefix($0[1] + ",") })
            }
        }
    }

    @Test func `a row with more fields than the header before a quote over lines is a fault and no trap`()
        throws
    {
        let read = try ReadText(
            ScratchFile(
                "words,id,type,status\nx,y,z,w,v,\"open\nmore\",a\nx,2,Pothole,Open\nx,y,z,w,\"o\np\"\n"))
        #expect(read.rows.map { $0[1] } == ["2"])
        #expect(!read.faults.isEmpty)
    }

    @Test func `lines behind a quote in the first column that may be rows are rejected, not torn or merged`()
        throws
    {
        for lines in [
            "\"there is a hole, deep, wide, wet\nit is big\",1001,Pothole,Open\n",
            "\"12 Oak St\nElm St,1002,Pothole,Open\n6 pipe\",1003,Pothole,Open\n",
        ] {
            let read = try ReadText(
                ScratchFile("words,id,type,status\nx,1,Pothole,Open\n\(lines)x,2,Pothole,Open\n"))
            #expect(read.rows.map { $0[1] } == ["1", "2"])
            #expect(read.faults.count == lines.split(separator: "\n").count)
        }
    }

    @Test func `a row whose quotes are not in order and whose fields are too few is rejected`() throws {
        let read = try ReadText(
            ScratchFile("\"id\",\"name\",\"c\"\n\"1\",\"12 Oak St,\"b\"\n\"2\",\"6\" pipe\",\"b\"\n3,\"x\n"))
        #expect(read.rows == [["2", "6 pipe\"", "b"]])
        #expect(
            read.faults == [
                RecordFault(line: 2, problem: .textAfterQuote(found: 2)),
                RecordFault(line: 4, problem: .unclosedQuote),
            ])
    }

    @Test func `random text gives what a plain reading byte by byte gives, in blocks of any length`() throws {
        var numbers = SeededNumbers(20)
        let pieces = [
            "a", "1", "\"", "\"", ",", ",", "\n", "\r\n", " ", "x", "1,a,b\n", "2,\"a,b", "c\",1\n",
        ]
        for _ in 0..<1000 {
            // What is looked at first is in the first block whatever its length: rows that tell the header.
            var bytes = Array(("id,name,c\n" + String(repeating: "1,2,3\n", count: 30)).utf8)
            for _ in 0..<Int.random(in: 0...200, using: &numbers) {
                bytes += Array((pieces.randomElement(using: &numbers) ?? "").utf8)
            }
            bytes.append(contentsOf: Array("1,2,3\n".utf8))
            let file = try ScratchFile(bytes)
            guard let whole = try? ReadText(file, blockLength: 4096), whole.header == ["id", "name", "c"]
            else { continue }
            let plain = PlainReading(bytes)
            #expect(whole.rows == plain.rows, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
            #expect(whole.rejectedRecords == plain.faultCount)
            for blockLength in [1, 2, 7, 64] {
                #expect(try ReadText(file, sample: 128, blockLength: blockLength) == whole)
            }
        }
    }

    @Test(arguments: [1, 40, 100])
    func `a field over several lines at a record's end is whole wherever a block ends`(blockLength: Int)
        throws
    {
        let rows = (1...200).map { "\($0),Elm St,Open,\"first line, and\nmore, of \($0)\n\"\"\n\"\n" }
        let plain = String(repeating: "0,Oak St,Open,word\n", count: 20)
        let file = try ScratchFile("id,street,status,words\n" + plain + rows.joined())
        let read = try ReadText(file, sample: 256, blockLength: blockLength)
        #expect(
            read.rows.dropFirst(20).map { $0[3] } == (1...200).map { "first line, and\nmore, of \($0)\n\"" })
        #expect(read.faults.isEmpty && read.strayQuoteLines.isEmpty)
    }
}

extension ReadText {
    /// How many records are rejected: doubtful lines stand one by one, and are those of one quote.
    fileprivate var rejectedRecords: Int {
        var (count, rest) = (0, 0)
        for fault in faults {
            guard case .doubtfulLines(let lines) = fault.problem else {
                count += 1
                continue
            }
            if fault.line >= rest {
                count += 1
                rest = fault.line + lines
            }
        }
        return count
    }
}

/// A reading of comma-separated text with three columns, written for plainness: one byte at a time, no blocks, no words.
private struct PlainReading {
    var rows: [[String]] = []
    var faultCount = 0

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.firstIndex(of: 10).map { $0 + 1 } ?? 0
        while place < bytes.count { readRecord() }
    }

    private mutating func readRecord() {
        let start = place
        var cells: [String] = []
        var (isStray, hasTail, isDoubtful) = (false, false, false)
        while true {
            switch cell(record: start) {
            case .text(let text, let stray, let tail):
                cells.append(text)
                isStray = isStray || stray
                hasTail = hasTail || tail
            case .doubtful: isDoubtful = true
            }
            let isLast = isDoubtful || place >= bytes.count || bytes[place] == 10
            place += 1
            if isLast { break }
        }
        let raw = Array(bytes[start..<min(place, bytes.count)])
        if [[], [10], [13, 10]].contains(raw) { return }
        let hasExcess = cells.dropFirst(3).contains { !$0.isEmpty }
        let isShort = cells.count < 3
        if isDoubtful || hasExcess || isShort && (isStray || hasTail) {
            faultCount += 1
        } else {
            rows.append(Array((cells + ["", ""]).prefix(3)))
        }
    }

    private enum Cell {
        case text(String, isStray: Bool, hasTail: Bool)
        case doubtful
    }

    /// Reads a cell and leaves the place at the delimiter or line end after it.
    private mutating func cell(record: Int) -> Cell {
        var open = place
        while open < bytes.count, bytes[open] == 32 { open += 1 }
        guard open < bytes.count, bytes[open] == 34 else {
            return .text(rest().trimmed, isStray: false, hasTail: false)
        }
        let isBare = open == place
        guard let close = close(of: open) else { return plain(isBare) }
        var after = close + 1
        while after < bytes.count, [32, 13].contains(bytes[after]) { after += 1 }
        let hasTail = after < bytes.count && bytes[after] != 44 && bytes[after] != 10
        let isOnOneLine = !bytes[open..<close].contains(10)
        if hasTail, !isOnOneLine || !isBare { return plain(isBare) }
        if !isOnOneLine {
            let end = bytes[close...].firstIndex(of: 10) ?? bytes.count
            let start = bytes[..<open].lastIndex(of: 10).map { $0 + 1 } ?? 0
            let kinds = Self.cells(bytes[record..<open]).dropLast().map(Self.kind)
            let lines = bytes[start..<end].split(separator: 10, omittingEmptySubsequences: false)
            // In the first column all cells are compared, with a first line that is a row.
            let first = lines.first.map { Self.cells($0) } ?? []
            let isRow = first.count >= 3 && first.dropFirst(3).allSatisfy { Self.kind($0) == 0 }
            let own = kinds.isEmpty && isRow ? first.map(Self.kind) : kinds
            let isRecord = lines.map { line in
                let cells = Self.cells(line)
                let pairs = zip(own, cells.map(Self.kind)).filter { $0.0 != 0 && $0.1 != 0 }
                return cells.count >= 3 && cells.dropFirst(3).allSatisfy { Self.kind($0) == 0 }
                    && pairs.allSatisfy { $0.0 == $0.1 } && pairs.contains { $0.0 == 1 }
            }
            if isRecord.dropFirst().contains(true) {
                if !isRecord.contains(false) { return plain(isBare) }
                place = end
                return .doubtful
            }
        }
        let text = String(decoding: bytes[(open + 1)..<close], as: UTF8.self).replacing("\"\"", with: "\"")
        place = close + 1
        let tail = rest()
        return .text((text + tail).trimmed, isStray: false, hasTail: hasTail)
    }

    private mutating func plain(_ isBare: Bool) -> Cell {
        if isBare { place += 1 }
        return .text(rest().trimmed, isStray: isBare, hasTail: false)
    }

    private mutating func rest() -> String {
        let start = place
        while place < bytes.count, bytes[place] != 44, bytes[place] != 10 { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private func close(of open: Int) -> Int? {
        var at = open + 1
        while at < bytes.count {
            if bytes[at] != 34 {
                at += 1
            } else if at + 1 < bytes.count, bytes[at + 1] == 34 {
                at += 2
            } else {
                return at
            }
        }
        return nil
    }

    /// The cells of one line, quotes counting only where they open and close on it.
    private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var cells: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        while true {
            var at = start
            if at < line.endIndex, line[at] == 34 {
                let reading = PlainReading(quotesOf: Array(line[at...]))
                if let close = reading.close(of: 0) { at += close }
            }
            let stop = line[at...].firstIndex(of: 44) ?? line.endIndex
            cells.append(line[start..<stop])
            if stop == line.endIndex { return cells }
            start = stop + 1
        }
    }

    private init(quotesOf bytes: [UInt8]) { self.bytes = bytes }

    /// 0 for blank, 1 for a number, 2 for text.
    private static func kind(_ cell: ArraySlice<UInt8>) -> Int {
        let text = cell.filter { $0 > 32 && $0 != 34 }
        if text.contains(where: { !(48...57).contains($0) }) { return 2 }
        return text.isEmpty ? 0 : 1
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " || $0.isNewline }.reversed().drop { $0 == " " || $0.isNewline }.reversed())
    }
}
