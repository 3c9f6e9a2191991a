import TableFiles

/// What a file is that was taken for delimited text and is something else.
package enum FileKind: Sendable, Equatable, CaseIterable {
    case html, htmlTable, xml, xmlWorkbook, json, workbook, oldWorkbook, gzip, pdf, database, shapefile,
        parquet, binary

    package var title: String {
        switch self {
        case .html: "an HTML page"
        case .htmlTable: "an HTML table, as systems write that call it .xls"
        case .xml: "XML"
        case .xmlWorkbook: "an Excel workbook as XML, as systems write that call it .xls"
        case .json: "JSON"
        case .workbook: "an archive or workbook within an archive"
        case .oldWorkbook: "an old Excel workbook, or one with a password"
        case .gzip: "compressed twice"
        case .pdf: "a PDF"
        case .database: "an SQLite database or GeoPackage"
        case .shapefile: "a shapefile"
        case .parquet: "a Parquet file"
        case .binary: "binary data"
        }
    }

    /// What to do about it.
    package var advice: String {
        switch self {
        case .html: "the download probably gave an error page: download it again and look at it in a browser"
        case .htmlTable, .xmlWorkbook: "open it in a spreadsheet and save it as .xlsx or CSV UTF-8"
        case .workbook, .gzip: "unpack it and name the file inside"
        case .oldWorkbook: "save the sheet as .xlsx without a password, or as CSV UTF-8"
        case .database, .shapefile: TableAdvice.ofMaps
        case .xml, .json, .parquet, .pdf, .binary: "export the requests as CSV"
        }
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0x50, 0x4B, 0x03, 0x04], .workbook),
        ([0xD0, 0xCF, 0x11, 0xE0], .oldWorkbook),
        ([0x1F, 0x8B], .gzip),
        (Array("%PDF-".utf8), .pdf),
        (Array("SQLite format 3".utf8), .database),
        ([0x7F, 0x45, 0x4C, 0x46], .binary),
        ([0x89, 0x50, 0x4E, 0x47], .binary),
        (Array("PAR1".utf8), .parquet),
        ([0x00, 0x00, 0x27, 0x0A], .shapefile),
    ]

    /// Returns what the first bytes of a file, as they are stored, are the signature of, or `nil` where of nothing. Read in
    /// an encoding they may look like letters.
    static func signature(_ stored: some Collection<UInt8>) -> FileKind? {
        signatures.first { stored.starts(with: $0.bytes) }?.kind
    }

    /// Returns what the beginning of a file's text shows it to be, or `nil` where it may be delimited text.
    ///
    /// - Parameter sample: Its beginning, without NULs.
    static func recognize(_ sample: [UInt8]) -> FileKind? {
        markup(sample) ?? (isBinary(sample) ? .binary : nil)
    }

    private static func markup(_ sample: [UInt8]) -> FileKind? {
        let text = sample.drop { $0 <= 0x20 }.prefix(512)
        switch text.first {
        case UInt8(ascii: "<"):
            let lowered = String(decoding: text, as: UTF8.self).lowercased()
            let isPage =
                lowered.contains("<!doctype html") || lowered.contains("<html")
                || (lowered.hasPrefix("<!--")
                    || ["<head", "<body", "<title"].contains(where: lowered.hasPrefix))
            let isTable = lowered.hasPrefix("<table") || (isPage && holdsRows(sample))
            if lowered.contains("urn:schemas-microsoft-com:office:spreadsheet") && !isPage {
                return .xmlWorkbook
            }
            return isTable ? .htmlTable : isPage ? .html : .xml
        case UInt8(ascii: "{"): return .json
        case UInt8(ascii: "["):
            let next = text.dropFirst().first { $0 > 0x20 }
            return next == UInt8(ascii: "{") || next == UInt8(ascii: "[") || next == UInt8(ascii: "]")
                ? .json : nil
        default: return nil
        }
    }

    /// Whether a page has a table of a header and a row at least, near its beginning.
    private static func holdsRows(_ sample: [UInt8]) -> Bool {
        let text = String(decoding: sample.prefix(65_536), as: UTF8.self).lowercased()
        guard let table = text.firstRange(of: "<table") else { return false }
        return text[table.upperBound...].ranges(of: "<tr").count > 1
    }

    /// More than one control character in a hundred: no delimited text has them. NULs, which some programs write for blanks
    /// and at a file's end, are not among them.
    private static func isBinary(_ sample: [UInt8]) -> Bool {
        let looked = sample.prefix(65_536)
        let controls = looked.count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
        return controls * 100 > looked.count && controls > 2
    }
}
