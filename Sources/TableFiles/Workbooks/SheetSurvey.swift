/// What a sheet says of itself behind its rows, and what shows only in all of them: merged cells, and formulas that were saved
/// without the values that they give.
struct SheetSurvey {
    private(set) var merged = MergedCells()
    private var formulas = 0
    private var firstFormula = ""

    /// - Throws: Where the sheet is damaged.
    init(_ archive: ZipArchive, _ entry: ZipArchive.Entry) throws(TableFileError) {
        guard try Self.needsLook(archive.open(entry)) else { return }
        let source = try archive.open(entry)
        let handler = Handler()
        let stream = try XMLStream(handler)
        var isAtEnd = false
        while !isAtEnd {
            let piece = try source.bytes(upTo: 1 << 16)
            isAtEnd = piece.count < 1 << 16
            do throws(TableFileError) {
                try stream.read(piece, isLast: isAtEnd)
            } catch {
                throw .damagedWorkbook("a sheet \(error)")
            }
        }
        (merged, formulas, firstFormula) = (handler.merged, handler.formulas, handler.firstFormula)
    }

    /// What people should know, one sentence each.
    var notes: [String] {
        var notes: [String] = []
        if !merged.isEmpty {
            let names = merged.blocks.sorted {
                ($0.rows.lowerBound, $0.column) < ($1.rows.lowerBound, $1.column)
            }.prefix(3).map(\.name).joined(separator: ", ")
            let more = merged.blocks.count - 3
            notes.append(
                "merged cells: each text of \(names)\(more > 0 ? " and \(more) more" : "") stands in all of its rows,"
                    + " \(merged.filledCount) of which hold none of their own")
        }
        if formulas > 0 {
            notes.append(
                "\(formulas) \(formulas == 1 ? "cell holds a formula" : "cells hold formulas") without a value, the first in"
                    + " \(firstFormula), and \(formulas == 1 ? "is" : "are") read as blank: open the workbook in a spreadsheet, save it,"
                    + " and read it again")
        }
        return notes
    }

    // MARK: Looking

    /// Whether a sheet has merged cells or formulas, by its bytes: most have neither, and need not be taken apart twice.
    private static func needsLook(_ source: ZipEntrySource) throws(TableFileError) -> Bool {
        var rest: [UInt8] = []
        while true {
            let piece = try source.bytes(upTo: 1 << 16)
            // What is looked for may lie across two pieces.
            let bytes = rest + piece
            if bytes.withUnsafeBytes(hasSign) { return true }
            if piece.count < 1 << 16 { return false }
            rest = Array(bytes.suffix(longest))
        }
    }

    private static let merge = Array("mergeCell ".utf8)
    private static let longest = 12

    /// Whether some bytes hold `mergeCell `, or the beginning of `<f>` with or without a prefix.
    private static func hasSign(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > longest else { return false }
        for index in 1..<bytes.count - 1 {
            if bytes[index] == UInt8(ascii: "f") {
                let (before, after) = (bytes[index - 1], bytes[index + 1])
                if before == UInt8(ascii: "<") || before == UInt8(ascii: ":"),
                    after == UInt8(ascii: ">") || after == 0x20 || after == UInt8(ascii: "/")
                {
                    return true
                }
            } else if bytes[index] == UInt8(ascii: "m"), index + merge.count <= bytes.count,
                bytes[index..<index + merge.count].elementsEqual(merge)
            {
                return true
            }
        }
        return false
    }

    private final class Handler: XMLHandler {
        var merged = MergedCells()
        var formulas = 0
        var firstFormula = ""
        private var row = 0
        private var cell = ""
        private var hasFormula = false
        private var isInValue = false
        private var hasValue = false

        func begin(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
            switch name.localName {
            case "row": row = XMLAttributes(attributes)["r"].flatMap { Int($0) } ?? row + 1
            case "c":
                cell = XMLAttributes(attributes)["r"] ?? "row \(row)"
                (hasFormula, hasValue) = (false, false)
            case "f": hasFormula = true
            case "v", "t": isInValue = true
            case "mergeCell":
                if let block = XMLAttributes(attributes)["ref"].flatMap(MergedCells.Block.init) {
                    merged.add(block)
                }
            default: break
            }
        }

        func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInValue, !bytes.isEmpty { hasValue = true } }

        func end(_ name: UnsafePointer<CChar>) {
            switch name.localName {
            case "v", "t": isInValue = false
            case "c" where hasFormula && !hasValue:
                formulas += 1
                if firstFormula.isEmpty { firstFormula = cell }
            default: break
            }
        }
    }
}
