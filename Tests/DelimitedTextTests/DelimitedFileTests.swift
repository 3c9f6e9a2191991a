import Foundation
import TestSupport
import Testing

@testable import DelimitedText

struct DelimitedFileTests {
    @Test(arguments: [
        ("id,a;b,c\n1,2;3,4\n", UInt8(ascii: ",")),
        ("id;x;y\n1;2,5;3,5\n2;2,5;3,5\n", UInt8(ascii: ";")),
        ("id\tname, first\n1\ta, b\n", UInt8(ascii: "\t")),
        ("id|name\n1|\"a,b;c\"\n", UInt8(ascii: "|")),
        ("name\nonly\none\ncolumn\n", UInt8(ascii: ",")),
    ])
    func `the delimiter is the one that cuts all rows alike`(text: String, delimiter: UInt8) throws {
        let file = try ScratchFile(text)
        #expect(try DelimitedFile(.file(file.path)).shape.dialect.delimiter == delimiter)
    }

    @Test func `rows before the header are passed over`() throws {
        let file = try ScratchFile(
            "City of X\nExtract of 2024-01-02\n\nNote: a, b\n\nid,name,when\n1,a,b\n2,c,d\n3,e,f\n")
        let shape = try DelimitedFile(.file(file.path)).shape
        #expect(shape.header == ["id", "name", "when"])
        #expect(shape.headerLine == 6)
        #expect(shape.dataLine == 7)
    }

    @Test func `a rating tells the header among rows of the same shape`() throws {
        let file = try ScratchFile("Report,Area,Date\nid,name,when\n1,a,b\n2,c,d\n")
        let shape = try DelimitedFile(.file(file.path)) { $0.contains("id") ? 1 : 0 }.shape
        #expect(shape.header == ["id", "name", "when"])
    }

    @Test func `a rated header outweighs commas of which the rows hold more than bars`() throws {
        let file = try ScratchFile("id|address\n1|1 Oak St, Salem, OR\n2|2 Elm St, Salem, OR\n")
        let shape = try DelimitedFile(.file(file.path)) { $0.contains("address") ? 1 : 0 }.shape
        #expect(shape.dialect.delimiter == UInt8(ascii: "|"))
        #expect(shape.header == ["id", "address"])
    }

    @Test func `a header torn by line breaks is joined, in quotes and without`() throws {
        let quoted = try ScratchFile("\"Case\nNumber\"|\"Created\nDate\"|c\n1|a|b\n2|a|b\n")
        #expect(try DelimitedFile(.file(quoted.path)).shape.header == ["Case Number", "Created Date", "c"])
        let torn = try ScratchFile("Case\nNumber|Created\nDate|c\n1|a|b\n2|a|b\n3|d|e\n4|x|z\n")
        let shape = try DelimitedFile(.file(torn.path)).shape
        #expect(shape.header == ["Case Number", "Created Date", "c"])
        #expect(shape.dataLine == 4)
    }

    @Test func `a row of dashes below the header is none of the records`() throws {
        let file = try ScratchFile("id|name\n---|-----\n1|a\n")
        #expect(try ReadText(file).rows == [["1", "a"]])
    }

    @Test func `a file that becomes shorter while it is read is an error, not the end`() throws {
        let file = try ScratchFile("id,name\n" + String(repeating: "1,abcdefghijklmnop\n", count: 150_000))
        let blocks = try DelimitedFile(.file(file.path)).makeBlockReader()
        try FileHandle(forUpdating: URL(filePath: file.path)).truncate(atOffset: 2_000_000)
        let error = #expect(throws: DelimitedTextError.self) { while try blocks.next(reusing: nil) != nil {} }
        #expect(error?.description.contains("became shorter while it was read") == true)
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 is read like UTF-8, with a mark and without`(encoding: String.Encoding) throws {
        let text = "id\tname\r\n1\tMontréal 😀\r\n2\t\"a\tb\"\r\n3\tabcdefgh\r\n"
        let encoded = try #require(text.data(using: encoding))
        let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
        for bytes in [mark + encoded, mark + mark + encoded, Array(encoded)] {
            let read = try ReadText(ScratchFile(bytes))
            #expect(read.header == ["id", "name"])
            #expect(read.rows == [["1", "Montréal 😀"], ["2", "a\tb"], ["3", "abcdefgh"]])
        }
    }

    @Test func `quotes that a backslash escapes are quotes, where no quote is doubled`() throws {
        let escaped = #"""
            id,name
            1,"the \"old\" mill, east"
            2,"\"x\""
            3,"C:\\"

            """#
        let read = try ReadText(ScratchFile(escaped))
        #expect(read.rows == [["1", #"the "old" mill, east"#], ["2", #""x""#], ["3", #"C:\\"#]])
        let file = try ScratchFile(escaped)
        #expect(try DelimitedFile(.file(file.path)).shape.notes == ["backslashes escape quotes"])
        let doubled = try ReadText(ScratchFile("id,name\n1,\"a \"\"b\"\" c\"\n2,\"C:\\\"\n"))
        #expect(doubled.rows == [["1", "a \"b\" c"], ["2", "C:\\"]])
    }

    @Test func `an escaped quote is one wherever a piece of the file ends`() throws {
        let text = "id,name\n" + String(repeating: "1,\"ab \\\"cde\\\" f\"\n", count: 130_001)
        let read = try ReadText(ScratchFile(text), blockLength: 4_099)
        #expect(read.rows.count == 130_001)
        #expect(read.rows.allSatisfy { $0 == ["1", "ab \"cde\" f"] })
    }

    @Test func `text that is not UTF-8 is Windows-1252`() throws {
        let read = try ReadText(
            ScratchFile(Array("id,name\n1,Montr".utf8) + [0xE9] + Array("al ".utf8) + [0x96, 0x0A]))
        #expect(read.rows == [["1", "Montréal –"]])
    }

    @Test(arguments: [
        ("  \n<!DOCTYPE html><html>", FileKind.html),
        ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html/>", .html),
        ("<html><body><table border=1><tr><th>id</th></tr><tr><td>1</td></tr></table>", .htmlTable),
        (
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet/>",
            .xmlWorkbook
        ),
        ("<table><tr><td>id</td></tr></table>", .htmlTable),
        ("<html><body><h1>Sign in</h1><table><tr><td>name</td></tr></table>", .html),
        ("%PDF-1.4", .pdf), ("SQLite format 3\0", .database), ("PAR1abc", .parquet), ("\0\0\0", .binary),
        ("\u{7F}ELF\u{2}", .binary), ("ab\u{1}\u{2}\u{3}\u{4}", .binary),
    ])
    func `what is no delimited text is named`(text: String, kind: FileKind) throws {
        let file = try ScratchFile(text)
        #expect(throws: DelimitedTextError.notDelimited(source: TextSource.file(file.path).name, kind: kind))
        { _ = try DelimitedFile(.file(file.path)) }
    }

    @Test func `points of a shapefile are named, and how they become a table`() throws {
        let length: [UInt8] = [0, 1, 0x0A, 0x32]
        let head: [UInt8] =
            [0, 0, 0x27, 0x0A] + [UInt8](repeating: 0, count: 20) + length + [0xE8, 3, 0, 0, 1, 0, 0, 0]
        let file = try ScratchFile(head + [UInt8](repeating: 0x40, count: 200))
        let error = DelimitedTextError.notDelimited(source: TextSource.file(file.path).name, kind: .shapefile)
        #expect(throws: error) { _ = try DelimitedFile(.file(file.path)) }
        #expect("\(error)".contains("ogr2ogr -f GeoJSON"))
    }

    // 1F 8B 08, of which an encoding would make letters, and nothing else beyond ASCII.
    @Test func `a signature is known by the bytes as they are stored`() throws {
        let stored: [UInt8] = [0x1F, 0x8B, 0x08] + Array("CAF".utf8) + [0xE9] + Array(",1\nCAF,2\n".utf8)
        let file = try ScratchFile(ArchiveFixture.gzip(stored))
        #expect(throws: DelimitedTextError.notDelimited(source: TextSource.file(file.path).name, kind: .gzip))
        { _ = try DelimitedFile(.file(file.path)) }
    }

    // Case 18
    @Test func `NULs are dropped and counted, wherever they stand`() throws {
        let rows = (1...9000).map { "\($0),12\0 Main St\n" }.joined()
        let file = try ScratchFile("id\0,name\n\0" + rows + "\0\0\0")
        let read = try ReadText(file)
        #expect(read.header == ["id", "name"])
        #expect(read.rows.count == 9000)
        #expect(Set(read.rows.map { $0[1] }) == ["12 Main St"])
        let blocks = try DelimitedFile(.file(file.path)).makeBlockReader()
        var dropped = 0
        while let block = try blocks.next(reusing: nil) { dropped = block.droppedNULs }
        #expect(dropped == 9005)
    }

    // Case 61
    @Test func `returns in a file whose lines end in line feeds are text`() throws {
        let rows = (1...40).map { "\($0),12 Main\rSt\r\rX,b\n" }.joined()
        let read = try ReadText(ScratchFile("id,name,c\n" + rows))
        #expect(read.header == ["id", "name", "c"])
        #expect(read.rows.count == 40)
        let old = try ReadText(ScratchFile("id,name\r1,\"a\nb\"\r2,c\r"))
        #expect(old.rows == [["1", "a\nb"], ["2", "c"]])
    }

    @Test func `a missing file, a folder and an empty file are named`() throws {
        #expect(throws: DelimitedTextError.missingFile(path: "/no/such.csv")) {
            _ = try DelimitedFile(.file("/no/such.csv"))
        }
        #expect(throws: DelimitedTextError.isDirectory(path: "/")) { _ = try DelimitedFile(.file("/")) }
        for text in ["", "\u{FEFF}", " \n\r\n"] {
            let file = try ScratchFile(text)
            #expect(throws: DelimitedTextError.empty(source: TextSource.file(file.path).name)) {
                _ = try DelimitedFile(.file(file.path))
            }
        }
    }

    @Test func `random bytes never crash`() throws {
        var numbers = SeededNumbers(7)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 1...400, using: &numbers)).map { _ in
                UInt8.random(in: 0...255, using: &numbers)
            }
            let file = try ScratchFile(bytes.map { $0 < 9 ? 0x2C : $0 })
            do {
                let read = try ReadText(file, blockLength: 16)
                #expect(read.rows.allSatisfy { $0.count == read.header.count })
            } catch is DelimitedTextError {
                continue
            }
        }
    }
}
