import ServiceRequests

/// Columns that hold the year, the month and the day of one date: `CREATION YEAR`, `CREATION MONTH`, `CREATION DAY`.
struct DateParts: Sendable {
    /// What the three have in common, as the name of a date.
    let name: String
    /// The year's, the month's and the day's.
    let columns: [Int]
    /// Row by row the date as one text; empty where a part is.
    let texts: [String]

    /// Returns the dates that stand in three columns each, of those whose names differ in the part alone and whose texts are its
    /// numbers, or names of months.
    static func find(header: [String], columns: [[String]]) -> [DateParts] {
        let names = header.map(ColumnName.init)
        func parts(_ meaning: Meaning, _ holds: (String) -> Bool) -> [(column: Int, rest: [String])] {
            names.indices.compactMap { index in
                guard names[index].says(meaning), isFilled(columns[index], with: holds) else { return nil }
                let words = zip(names[index].words, names[index].wordMeanings)
                return (index, words.filter { $1 != meaning }.map(\.0))
            }
        }
        let months = parts(.month) {
            isNumber($0, 1...12) || $0.count > 2 && $0.allSatisfy { $0.isLetter || $0 == "." }
        }
        let days = parts(.day) { isNumber($0, 1...31) }
        return parts(.year) { isNumber($0, 1900...2100) }.compactMap { year in
            guard let month = months.first(where: { $0.rest == year.rest }),
                let day = days.first(where: { $0.rest == year.rest })
            else { return nil }
            let indices = [year.column, month.column, day.column]
            return DateParts(
                name: (year.rest + ["date"]).joined(separator: " "), columns: indices,
                texts: joined(indices.map { columns[$0] }))
        }
    }

    private static func isNumber(_ text: String, _ range: ClosedRange<Int>) -> Bool {
        WholeNumber.value(text).map(range.contains) ?? false
    }

    /// Whether nearly all texts of a column, and some, are so.
    private static func isFilled(_ texts: [String], with holds: (String) -> Bool) -> Bool {
        let filled = texts.filter { !$0.isEmpty }
        return !filled.isEmpty && filled.count(where: holds) * 20 > filled.count * 19
    }

    private static func joined(_ parts: [[String]]) -> [String] {
        parts[0].indices.map { row in
            String(decoding: DateAndTime.day(ofParts: parts.map { Array($0[row].utf8) }), as: UTF8.self)
        }
    }
}
