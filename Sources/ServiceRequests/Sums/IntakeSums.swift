import Chronology
import DelimitedText

/// What was found about a part of a file while it was read, as it is put together.
package struct IntakeSums: Codable, Sendable, Equatable {
    /// How the part is named in messages.
    package var source: String
    /// The lines of the file that the part begins and ends with, from 1.
    package var firstLine: Int
    package var lastLine: Int
    var profile: String?
    /// The file's own names of columns, by what they mean.
    var columns: [String: String]
    var addressParts: [String]
    var assignedColumns: [String]
    var dialect: String
    var dateForms: [String: [String]]
    var dateOrder: SettledDateOrder?
    var unusedPlaces: [String]
    var doubledColumns: [String]
    var blankLines: Int
    var sentinelDates: Int
    var spreadsheetIDs: Int
    var windows1252Texts: Int
    var twiceEncodedTexts: Int
    var droppedNULs: Int
    var mendedLineEnds: Int
    var bytes: Int
    /// When a part without a row was written, seconds since 1970; `nil` where it has rows.
    var emptySince: Int64?
    /// `nil` where there is nothing to say.
    var remarks: [String]?

    enum CodingKeys: String, CodingKey {
        case source
        case firstLine = "first_line"
        case lastLine = "last_line"
        case profile, columns
        case addressParts = "address_parts"
        case assignedColumns = "assigned_columns"
        case dialect
        case dateForms = "date_forms"
        case dateOrder = "date_order"
        case unusedPlaces = "unused_places"
        case doubledColumns = "doubled_columns"
        case blankLines = "blank_lines"
        case sentinelDates = "sentinel_dates"
        case spreadsheetIDs = "spreadsheet_ids"
        case windows1252Texts = "windows_1252_texts"
        case twiceEncodedTexts = "twice_encoded_texts"
        case droppedNULs = "dropped_nuls"
        case mendedLineEnds = "mended_line_ends"
        case bytes, remarks
        case emptySince = "empty_since"
    }

    init(_ intake: IntakeSummary) {
        source = intake.sourceName
        firstLine = intake.known.firstLine
        lastLine = intake.lineCount
        profile = intake.profile
        columns = Dictionary(uniqueKeysWithValues: intake.columns.map { ($0.key.rawValue, $0.value) })
        addressParts = intake.addressParts
        assignedColumns = intake.assignedColumns
        dialect = intake.dialect
        dateForms = Dictionary(uniqueKeysWithValues: intake.dateFormats.map { ($0.key.rawValue, $0.value) })
        dateOrder = intake.dateOrder
        unusedPlaces = intake.unusedPlaces
        doubledColumns = intake.doubledColumns
        blankLines = intake.blankLines
        sentinelDates = intake.sentinelDates
        spreadsheetIDs = intake.spreadsheetIDs
        windows1252Texts = intake.oddTexts.windows1252
        twiceEncodedTexts = intake.oddTexts.encodedTwice
        droppedNULs = intake.droppedNULs
        mendedLineEnds = intake.mendedLineEnds
        bytes = intake.bytesRead
        emptySince = intake.emptySince?.secondsSince1970
        remarks = intake.remarks.isEmpty ? nil : intake.remarks
    }

    /// What was found, as if the whole had been read.
    var summary: IntakeSummary {
        var intake = IntakeSummary()
        intake.sourceName = source
        intake.profile = profile
        for field in RequestField.allCases {
            intake.columns[field] = columns[field.rawValue]
            intake.dateFormats[field] = dateForms[field.rawValue]
        }
        intake.addressParts = addressParts
        intake.assignedColumns = assignedColumns
        intake.dialect = dialect
        intake.dateOrder = dateOrder
        intake.unusedPlaces = unusedPlaces
        intake.doubledColumns = doubledColumns
        intake.blankLines = blankLines
        intake.sentinelDates = sentinelDates
        intake.spreadsheetIDs = spreadsheetIDs
        intake.oddTexts = OddTexts(windows1252: windows1252Texts, encodedTwice: twiceEncodedTexts)
        intake.droppedNULs = droppedNULs
        intake.mendedLineEnds = mendedLineEnds
        intake.bytesRead = bytes
        intake.remarks = remarks ?? []
        intake.lineCount = lastLine
        intake.emptySince = emptySince.map { Timestamp(secondsSince1970: $0) }
        return intake
    }
}

extension IntakeSums {
    /// Puts together what was found about parts of one file.
    ///
    /// - Parameter names: What the parts are called in errors.
    /// - Throws: ``SumsError/different(what:first:other:parts:)`` where they were not read alike.
    init(joining parts: [IntakeSums], names: [String]) throws(SumsError) {
        guard let first = parts.first else { throw .damaged("there is no part") }
        self = first
        for (part, name) in zip(parts, names).dropFirst() {
            for (what, one, other) in [
                ("the profile", first.profile ?? "none", part.profile ?? "none"),
                ("what columns mean", first.columnText, part.columnText),
                ("the dialect", first.dialect, part.dialect),
                (
                    "the order of dates", dateOrder?.order ?? part.dateOrder?.order ?? "",
                    part.dateOrder?.order ?? dateOrder?.order ?? ""
                ),
            ] where one != other {
                throw .different(what: what, first: one, other: other, parts: [names[0], name])
            }
            add(part)
        }
        if Set(parts.map(\.source)).count > 1 { source = "\(parts.count) parts" }
    }

    private mutating func add(_ part: IntakeSums) {
        dateOrder = dateOrder?.joined(with: part.dateOrder) ?? part.dateOrder
        for (field, forms) in part.dateForms {
            let known = dateForms[field] ?? []
            dateForms[field] = known + forms.filter { !known.contains($0) }
        }
        // Which columns places stand in is said where more than half of the whole have none.
        unusedPlaces.removeAll { !part.unusedPlaces.contains($0) }
        lastLine = max(lastLine, part.lastLine)
        blankLines += part.blankLines
        sentinelDates += part.sentinelDates
        spreadsheetIDs += part.spreadsheetIDs
        windows1252Texts += part.windows1252Texts
        twiceEncodedTexts += part.twiceEncodedTexts
        droppedNULs += part.droppedNULs
        mendedLineEnds += part.mendedLineEnds
        bytes += part.bytes
        emptySince = emptySince.flatMap { since in part.emptySince.map { max(since, $0) } }
        let known = remarks ?? []
        let more = (part.remarks ?? []).filter { !known.contains($0) }
        if !more.isEmpty { remarks = known + more }
    }

    private var columnText: String {
        (columns.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" } + addressParts + assignedColumns)
            .joined(separator: ", ")
    }
}

extension SettledDateOrder {
    /// What two parts say of one order: dates that settle it add up, and what settles it goes before what is usual.
    fileprivate func joined(with other: SettledDateOrder?) -> SettledDateOrder {
        guard let other else { return self }
        let joined: Basis =
            switch (basis, other.basis) {
            case (.dates(let count), .dates(let more)): .dates(count + more)
            case (.sequence(let count), .sequence(let more)): .sequence(count + more)
            case (.years(let count), .years(let more)): .years(count + more)
            case (.usual, let settled), (.openYear, let settled): settled
            case (let settled, _): settled
            }
        var sum = SettledDateOrder(order: order, basis: joined, contrary: contrary + other.contrary)
        sum.cells = cells?.joined(with: other.cells) ?? other.cells
        return sum
    }
}
