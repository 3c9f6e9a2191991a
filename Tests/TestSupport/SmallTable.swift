/// A table of delimited text, whole in memory.
package struct SmallTable: Equatable {
    package var header: [String]
    package var rows: [[String]]

    /// Reads commas, quotes and line feeds.
    package init(_ text: String) {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var previous: Character = ","
        for character in text {
            if isQuoted, character != "\"" {
                field.append(character)
            } else if character == "\"" {
                if !isQuoted, previous == "\"" { field.append("\"") }
                isQuoted.toggle()
            } else if character == "," {
                records[records.count - 1].append(field)
                field = ""
            } else if character == "\n" {
                records[records.count - 1].append(field)
                field = ""
                records.append([])
            } else {
                field.append(character)
            }
            previous = character
        }
        header = records.removeFirst()
        rows = records.filter { !$0.isEmpty }
    }

    /// Returns the table with nothing where a text stands.
    package func emptying(_ text: String) -> SmallTable {
        var table = self
        table.rows = rows.map { row in row.map { $0 == text ? "" : $0 } }
        return table
    }

    package var text: String {
        ([header] + rows).map { row in
            row.map { field in
                field.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
                    ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
            }.joined(separator: ",")
        }.joined(separator: "\n") + "\n"
    }
}
