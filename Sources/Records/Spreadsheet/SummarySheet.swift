/// Writes what a command tells people into a sheet: a line a row, its columns in cells, counts as numbers.
struct SummarySheet {
    let document: RecordDocument

    func write(_ sheet: SheetCells) throws(OutputError) {
        var cells = sheet
        try cells.add(document.title, format: cells.formats.title)
        cells.endRow()
        if let timeZone = document.timeZone {
            try cells.add("Dates and times are those of the clock in \(timeZone), without its offset.")
            cells.endRow()
        }
        for line in document.summaryBody.split(separator: "\n", omittingEmptySubsequences: false) {
            for text in Self.columns(of: line) { try append(text, to: &cells) }
            cells.endRow()
        }
        try cells.setPrinting()
    }

    private func append(_ text: String, to cells: inout SheetCells) throws(OutputError) {
        switch SummaryNumber(text) {
        case .count(let number): try cells.add(number, format: cells.formats.count, width: text.utf8.count)
        case .share(let number): try cells.add(number, format: cells.formats.share, width: text.utf8.count)
        case nil: try cells.add(text)
        }
    }

    /// Returns what stands between two spaces or more.
    static func columns(of line: Substring) -> [String] {
        line.split(separator: "  ").map { String($0.trimmingPrefix(" ")) }.map { text in
            text.last == " " ? String(text.dropLast()) : text
        }.filter { !$0.isEmpty }
    }
}

/// A whole number with commas, or a percentage, as summaries show them.
enum SummaryNumber: Equatable {
    case count(Double)
    case share(Double)

    init?(_ text: String) {
        let isShare = text.hasSuffix(" %")
        let digits = isShare ? text.dropLast(2) : text[...]
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count == 1
            || groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
        let number = groups.joined()
        // A leading zero is part of a code.
        let isCode = number.utf8.count > 1 && number.hasPrefix("0") && !number.hasPrefix("0.")
        guard isGrouped, !isCode, !number.isEmpty, number.utf8.count <= 15,
            number.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }),
            number.utf8.count(where: { $0 == UInt8(ascii: ".") }) <= (isShare ? 1 : 0),
            let value = Double(number)
        else { return nil }
        self = isShare ? .share(value / 100) : .count(value)
    }
}
