package import Chronology
package import Wording

/// Which requests of a file are asked about. All are read and looked at together; those chosen are counted and told.
package struct RequestChoice: Sendable, Equatable {
    /// The first and the last day of opening.
    package var since: CivilDate?
    package var until: CivilDate?
    /// The categories, however they are spelled (``NameKey``); empty for all.
    package var categories: [String] = []
    /// The statuses, likewise; empty for all.
    package var statuses: [String] = []
    /// Columns of the file that have to have a text; of several texts for one column any will do.
    package var columns: [ColumnText] = []

    /// A column and a text that it has to have, as `COLUMN=VALUE` names them.
    package struct ColumnText: Sendable, Equatable {
        package let column: String
        package let text: String

        /// Reads `COLUMN=VALUE`; `nil` for any other text. The value may be empty.
        package init?(_ argument: String) {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            (column, text) = (String(parts[0]), String(parts[1]))
        }
    }

    package init() {}

    /// Whether all requests are chosen.
    package var isAll: Bool { self == RequestChoice() }

    /// Returns for each row of a table whether it is chosen.
    ///
    /// - Parameter table: It keeps the columns that the choice names.
    package func rows(of table: RequestTable, clock: CityClock) -> [Bool] {
        var chosen = [Bool](repeating: true, count: table.count)
        let start = since.map(clock.startOfDay)
        let end = until.map { clock.startOfDay(CivilDate(daysSince1970: $0.daysSince1970 + 1)) }
        if start != nil || end != nil {
            for row in chosen.indices {
                guard let opened = table.opened[row] else {
                    chosen[row] = false
                    continue
                }
                chosen[row] = start.map { opened >= $0 } ?? true && end.map { opened < $0 } ?? true
            }
        }
        Self.keep(categories, of: table.categories, in: &chosen)
        Self.keep(statuses, of: table.statuses, in: &chosen)
        for column in Set(columns.map(\.column)) {
            let texts = Set(columns.filter { $0.column == column }.map(\.text))
            guard let carried = table.rawTexts(ofColumn: column) else { continue }
            for row in chosen.indices where chosen[row] { chosen[row] = texts.contains(carried[row]) }
        }
        return chosen
    }

    /// Returns how many requests are not chosen since nothing says when they were opened; 0 where days are not asked for.
    package func undated(in table: RequestTable) -> Int {
        guard since != nil || until != nil else { return 0 }
        return (0..<table.count).count { table.opened[$0] == nil }
    }

    private static func keep(_ texts: [String], of column: InternedColumn, in chosen: inout [Bool]) {
        guard !texts.isEmpty else { return }
        let wanted = Set(texts.map { NameKey($0) })
        let isWanted = column.values.map { wanted.contains(NameKey($0)) }
        for row in chosen.indices where chosen[row] {
            let index = row < column.indices.count ? Int(column.indices[row]) : -1
            chosen[row] = index < 0 ? wanted.contains(NameKey("")) : isWanted[index]
        }
    }

    /// Returns what was asked for and no request of the file has, with the nearest text that one has.
    package func unknownTexts(in table: RequestTable) -> [(
        setting: SettingName, text: String, nearest: String
    )] {
        var unknown: [(SettingName, String, String)] = []
        for (setting, texts, column) in [
            (SettingName.category, categories, table.categories), (.status, statuses, table.statuses),
        ] {
            let known = Set(column.values.map { NameKey($0) })
            for text in texts where !text.isEmpty && !known.contains(NameKey(text)) {
                unknown.append((setting, text, Spelling.nearest(to: text, among: column.values.sorted())))
            }
        }
        return unknown
    }

    /// What the columns that are asked about hold, as far as it was looked at.
    package struct ColumnCensus: Sendable {
        private var wanted: [ColumnText]
        private var texts: [String: Set<String>] = [:]
        /// The columns of so many texts that they may be people's.
        private var manifold: Set<String> = []

        /// A column of more different texts is no list of values: ids, addresses, words of callers.
        private static let mostValues = 200

        package init(_ choice: RequestChoice) { wanted = choice.columns }

        /// Takes up the rows of a table that keeps the columns.
        package mutating func look(at table: RequestTable) {
            for column in Set(wanted.map(\.column)) {
                guard let held = table.rawTexts(ofColumn: column) else {
                    wanted.removeAll { $0.column == column }
                    continue
                }
                for row in 0..<table.count { take(held[row], of: column) }
            }
        }

        private mutating func take(_ text: String, of column: String) {
            if !manifold.contains(column) {
                guard texts[column, default: []].insert(text).inserted else { return }
                if texts[column, default: []].count > Self.mostValues { manifold.insert(column) }
            }
            wanted.removeAll { $0.column == column && $0.text == text }
        }

        /// What no row has, with the nearest texts of its column; none of a column whose texts may be people's.
        package var unmet: [(text: ColumnText, nearest: [String])] {
            wanted.map { asked in
                let isListed = !manifold.contains(asked.column)
                let known = isListed ? texts[asked.column, default: []].filter { !$0.isEmpty }.sorted() : []
                let same = known.filter { NameKey($0) == NameKey(asked.text) }
                return (asked, same.isEmpty ? Spelling.nearest(3, to: asked.text, among: known) : same)
            }
        }
    }

    /// What is chosen, for people: `opened from 2024-07-01, category Pothole`.
    package var text: String {
        var parts: [String] = []
        switch (since, until) {
        case (let since?, let until?): parts.append("opened from \(since) to \(until)")
        case (let since?, nil): parts.append("opened from \(since)")
        case (nil, let until?): parts.append("opened until \(until)")
        case (nil, nil): break
        }
        if !categories.isEmpty { parts.append("category \(categories.joined(separator: " or "))") }
        if !statuses.isEmpty { parts.append("status \(statuses.joined(separator: " or "))") }
        parts += columns.map { "\($0.column) = \($0.text)" }
        return parts.joined(separator: ", ")
    }
}
