import CZlib

/// Writes archives, byte by byte, so that tests can write those that no program would.
package enum ArchiveFixture {
    /// Returns a zip archive whose files are packed by deflate.
    ///
    /// - Parameter isEncrypted: Whether it says that a password is needed.
    package static func zip(_ files: [(name: String, bytes: [UInt8])], isEncrypted: Bool = false) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let packed = deflated(file.bytes, windowBits: -15)
            let sum = UInt32(truncatingIfNeeded: crc32(0, file.bytes, UInt32(file.bytes.count)))
            let header =
                short(20) + short(isEncrypted ? 1 : 0) + short(8) + short(0) + short(0x21) + long(Int(sum))
                + long(packed.count) + long(file.bytes.count) + short(file.name.utf8.count) + short(0)
            directory +=
                [0x50, 0x4B, 1, 2] + short(20) + header + short(0) + short(0) + short(0) + long(0)
                + long(archive.count) + file.name.utf8
            archive += [0x50, 0x4B, 3, 4] + header + file.name.utf8 + packed
        }
        let start = archive.count
        archive += directory
        archive +=
            [0x50, 0x4B, 5, 6] + short(0) + short(0) + short(files.count) + short(files.count)
            + long(directory.count) + long(start) + short(0)
        return archive
    }

    package static func zip(_ files: [(name: String, text: String)]) -> [UInt8] {
        zip(files.map { (name: $0.name, bytes: Array($0.text.utf8)) })
    }

    /// Returns what gzip makes of some bytes.
    package static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }

    /// Returns a workbook of sheets, each the XML of its rows. Style 1 is a date, 2 a date with its time.
    package static func workbook(
        _ sheets: [(name: String, rows: String)], texts: [String] = [], isHidden: Set<String> = [],
        properties: String = "", more: [(name: String, text: String)] = []
    ) -> [UInt8] {
        let names = sheets.enumerated().map { index, sheet in
            #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)""#
                + (isHidden.contains(sheet.name) ? #" state="hidden"/>"# : "/>")
        }
        let relations = sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        let parts: [(name: String, text: String)] =
            [
                (
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\">\(properties)<sheets>\(names.joined())</sheets></workbook>"
                ),
                ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
                (
                    "xl/styles.xml",
                    #"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>"#
                        + #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
                ),
                (
                    "xl/sharedStrings.xml",
                    "<sst>\(texts.map { "<si><t>\($0)</t></si>" }.joined())</sst>"
                ),
            ]
            + sheets.enumerated().map { index, sheet in
                (
                    "xl/worksheets/sheet\(index + 1).xml",
                    "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
                )
            }
        return zip(parts + more)
    }

    private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        var input = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        let count = input.withUnsafeMutableBufferPointer { from in
            packed.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                deflate(&stream, Z_FINISH)
                return to.count - Int(stream.avail_out)
            }
        }
        deflateEnd(&stream)
        return Array(packed[..<count])
    }

    private static func short(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private static func long(_ number: Int) -> [UInt8] { short(number & 0xFFFF) + short(number >> 16) }
}
