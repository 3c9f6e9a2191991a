package import Disclosure
import Records
package import ServiceRequests

/// What became of a file's rows when they were read, for people.
package enum IntakeText {
    /// Returns what became of the rows, which columns, dates and statuses were taken for what, and what is doubtful.
    package static func lines(_ table: RequestTable, for audience: Audience = .internal) -> [String] {
        lines(IntakeCounts(table), table.intake, facts: table.facts, for: audience)
    }

    /// Returns the same of rows that were counted.
    ///
    /// - Parameter facts: By which they were read; `nil` where by themselves.
    package static func lines(
        _ counts: IntakeCounts, _ intake: IntakeSummary, facts: CityFacts?, for audience: Audience = .internal
    ) -> [String] {
        [rows(counts, intake)] + FactsStory.lines(using: facts, intake) + remarks(counts, intake)
            + StatusText.lines(counts.statuses, for: audience) + spellings(counts, for: audience)
    }

    /// Which categories stand in several spellings; without their names for everybody, since some may be private.
    private static func spellings(_ counts: IntakeCounts, for audience: Audience) -> [String] {
        let all = counts.spellingsOfCategories
        guard !all.isEmpty else { return [] }
        let effect = "asked for or clustered as one, and counted apart in tables"
        if audience == .public {
            let count = "\(NumberText.count(all.count)) \(all.count == 1 ? "category" : "categories")"
            return ["  \(count) in several spellings: \(effect)"]
        }
        return all.map { names in
            let spellings = names.map { "\($0.name) \(NumberText.count($0.count))" }.joined(separator: ", ")
            return "  one category in several spellings: \(spellings); \(effect)"
        }
    }

    private static func rows(_ counts: IntakeCounts, _ intake: IntakeSummary) -> String {
        var parts = [
            "\(DayText.counted(counts.requests, "request")) read",
            "\(NumberText.count(counts.rejected)) rejected",
        ]
        for (count, word) in [(counts.merged, "merged"), (counts.superseded, "superseded")] where count > 0 {
            parts.append("\(NumberText.count(count)) \(word)")
        }
        let kinds = intake.isWithoutPrivate ? " of no private category" : ""
        return "\(DayText.counted(counts.rows, "row"))\(kinds) in \(intake.sourceName)"
            + " (\(intake.dialect)): \(parts.joined(separator: ", "))"
    }

    /// Returns what was found while reading that people should know: rejected rows and why, repeated ids, columns and dates
    /// that were taken for something.
    package static func remarks(_ table: RequestTable) -> [String] {
        remarks(IntakeCounts(table), table.intake)
    }

    /// Returns which rows were read though something in them could not be, and how many.
    static func notes(_ table: RequestTable) -> [String] {
        reasons(IntakeCounts(table).notes, singular: "read with a note")
    }

    private static func remarks(_ counts: IntakeCounts, _ intake: IntakeSummary) -> [String] {
        let rejections = counts.rejections.reduce(into: [:]) {
            $0[$1.key.description, default: 0] += $1.value
        }
        return reasons(rejections, singular: "rejected")
            + reasons(counts.notes, singular: "read with a note")
            + repeats(counts, intake) + [columns(intake)] + dates(intake) + text(intake)
    }

    private static func repeats(_ counts: IntakeCounts, _ intake: IntakeSummary) -> [String] {
        var lines: [String] = []
        for (count, text) in [
            (counts.merged, "merged: another row says the same of the same id"),
            (counts.superseded, "superseded: another row has a later state of the same id"),
        ] where count > 0 {
            lines.append("  \(NumberText.count(count)) \(text)")
        }
        if counts.repeatedIDRows > 0 {
            lines.append(
                "  \(DayText.counted(counts.repeatedIDRows, "row")) with an id that an earlier row has, of another category"
                    + " or time of opening: requests of their own")
        }
        if intake.spreadsheetIDs > 0 {
            let count = intake.spreadsheetIDs
            let example = counts.damagedID.map { " (\($0))" } ?? ""
            lines.append(
                "  \(NumberText.count(count)) \(count == 1 ? "id was" : "ids were") rewritten by a spreadsheet\(example);"
                    + " repairs cannot be loaded back by them")
        }
        return lines
    }

    /// Which column was taken for what, and by which profile.
    private static func columns(_ intake: IntakeSummary) -> String {
        // Free text is not read either.
        let unused = intake.positionColumns.unread + [.description]
        var parts = RequestField.allCases.filter { !unused.contains($0) }.compactMap { field -> String? in
            guard let name = intake.names(of: field) else {
                return field == .address && !intake.addressParts.isEmpty
                    ? "address \(intake.addressParts.joined(separator: " + "))" : nil
            }
            return name == field.rawValue ? name : "\(field.rawValue) \(name)"
        }
        if intake.columns[.id] == nil { parts.insert("no id, so that lines stand for it", at: 0) }
        parts += intake.assignedColumns.map { "assigned \($0)" }
        let source = intake.profile.map { " by the profile \($0)" } ?? ""
        return "  columns\(source): \(parts.joined(separator: ", "))"
    }

    private static func dates(_ intake: IntakeSummary) -> [String] {
        var fields: [(forms: String, names: [String])] = []
        for field in RequestField.allCases {
            guard let formats = intake.dateFormats[field], !formats.isEmpty else { continue }
            let forms = formats.joined(separator: ", ")
            if let index = fields.firstIndex(where: { $0.forms == forms }) {
                fields[index].names.append(field.rawValue)
            } else {
                fields.append((forms, [field.rawValue]))
            }
        }
        // A workspace keeps days, and not how they were written.
        guard !fields.isEmpty else { return intake.dateOrder.map(doubts) ?? [] }
        let forms = fields.map { "\($0.names.joined(separator: ", ")) \($0.forms)" }.joined(separator: "; ")
        let none =
            intake.sentinelDates > 0
            ? [
                "  \(DayText.counted(intake.sentinelDates, "date")) taken for none, such as 1900-01-01 or 2099-12-31"
            ]
            : []
        return ["  dates: \(forms)\(intake.dateOrder.map(basis) ?? "")"] + none
            + (intake.dateOrder.map(doubts) ?? [])
    }

    private static func basis(_ order: SettledDateOrder) -> String {
        switch order.basis {
        case .cityFile: ", as the city file says"
        case .dates(let count):
            ", since \(DayText.counted(count, "date")) can be read in no other order"
        case .sequence(let count):
            ", since the other order puts \(DayText.counted(count, "closing")) more before the opening or after the file's day"
        case .years(let count):
            ", since the first number of \(DayText.counted(count, "date")) has few values, as years have"
        case .facts, .deniedFacts: ", as the facts say"
        case .earlierFiles: ", as in the files that were imported before"
        case .usual, .openYear, .imports: ""
        }
    }

    private static func doubts(_ order: SettledDateOrder) -> [String] {
        var lines: [String] = []
        if case .usual(let timeZone) = order.basis {
            lines.append(
                "  not certain: whether day or month comes first; \(order.order) was taken, as is usual in \(timeZone);"
                    + " say dates: day first or dates: month first under requests: in the city file")
        }
        if case .facts(certain: false) = order.basis {
            lines.append(
                "  not certain: whether day or month comes first; the facts took \(order.order), which nothing settled;"
                    + " make them anew with dates: day first or dates: month first under requests: in the city file"
            )
        }
        if case .imports(let names) = order.basis {
            lines.append(
                "  not certain: whether day or month comes first in the dates of \(names.listed()); \(order.order) was taken, which"
                    + " nothing settled; say dates: day first or dates: month first under requests: in the city file and import the"
                    + " same again: that settles it, or says what to do")
        }
        if case .deniedFacts = order.basis {
            lines.append(
                "  not certain: whether the facts are of files written as this one; most of its dates that tell can only be read"
                    + " in the other order: make facts of its own, or judge without these")
        }
        if case .openYear = order.basis {
            lines.append(
                "  not certain: whether the year comes first or last; \(order.order) was taken;"
                    + " say dates: year first or dates: day first under requests: in the city file")
        }
        if let apart = order.apart {
            lines.append(
                "  not in the order of the other dates: \(apart.joined(separator: ", ")), as their own dates say"
            )
        }
        lines += order.cells?.sentences.map { "  \($0)" } ?? []
        if order.contrary > 0 {
            lines.append(
                "  \(DayText.counted(order.contrary, "date")) left out, which can only be read in the other order"
            )
        }
        return lines
    }

    /// Returns what is doubtful or out of the ordinary in how a file was read.
    static func doubts(_ intake: IntakeSummary) -> [String] {
        (intake.dateOrder.map(doubts) ?? []) + text(intake)
    }

    private static func text(_ intake: IntakeSummary) -> [String] {
        var lines = intake.remarks.map { "  \($0)" }
        let odd = intake.oddTexts
        if odd.windows1252 > 0 {
            // Of requests of no private category nobody counted them.
            let texts = intake.isWithoutPrivate ? "texts" : DayText.counted(odd.windows1252, "text")
            lines.append(
                "  \(texts) not UTF-8, read as Windows-1252; encoding: under requests: in the"
                    + " city file says otherwise")
        }
        if odd.encodedTwice > 0 {
            lines.append(
                "  \(DayText.counted(odd.encodedTwice, "text")) encoded twice, such as CafÃ© for Café, and taken as they"
                    + " stand; an export as UTF-8 mends it")
        }
        if intake.droppedNULs > 0 {
            lines.append("  \(DayText.counted(intake.droppedNULs, "NUL byte")) left out of the text")
        }
        if !intake.unusedPlaces.isEmpty {
            lines.append(
                "  more than half have no usable position, and \(unused(intake.unusedPlaces))")
        }
        for name in intake.doubledColumns {
            lines.append("  more than one column is called \(name); the first is taken")
        }
        return lines
    }

    /// Says of columns that look like places by which key of the city file they are named.
    private static func unused(_ names: [String]) -> String {
        let (look, them) =
            names.count == 1 ? ("looks like a place and is", "it") : ("look like places and are", "them")
        return
            "\(names.prefix(6).joined(separator: ", ")) \(look) not used: name \(them) in the city file under requests:"
            + " columns: as address:, location:, longitude: and latitude:, or x: and y: with crs:; parts of an address make a list, two streets that"
            + " meet one with a \"&\" between them"
    }

    /// Returns how often each reason occurs, the most frequent first.
    private static func reasons(_ counts: [String: Int], singular: String) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "  \(NumberText.count($0.value)) \(singular): \($0.key)" }
    }
}
