/// Says which states and provinces a reference lies in, by its ZIP codes or its place on the map.
package enum StateFinder {
    private struct Entry {
        let code: String
        let prefixes: [ClosedRange<Int>]
        /// West, south, east, north; `nil` for military mail.
        let box: [Double]?
        let letters: [Character]
    }

    private static let entries: [Entry] = StateTable.text.split(separator: "\n").map { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        let box = fields[3].split(separator: " ").compactMap { Double($0) }
        return Entry(
            code: String(fields[0]),
            prefixes: fields[2].split(separator: " ").compactMap { range in
                let ends = range.split(separator: "-").compactMap { Int($0) }
                return ends.count == 2 ? ends[0]...ends[1] : nil
            }, box: box.count == 4 ? box : nil, letters: fields[2].filter(\.isLetter).map { $0 })
    }

    /// Returns the codes of the states that a ZIP or postal code may be in.
    package static func states(of code: PostalCode) -> [String] {
        if let prefix = code.prefix {
            return entries.filter { $0.prefixes.contains { $0.contains(prefix) } }.map(\.code)
        }
        let letter = code.text.first
        return entries.filter { $0.letters.contains { $0 == letter } }.map(\.code)
    }

    /// Whether a code is that of a province or territory of Canada.
    package static func isProvince(_ code: String) -> Bool {
        entries.contains { $0.code == code && !$0.letters.isEmpty }
    }

    /// Returns the codes of the states whose box, whole degrees around it, touches another box.
    package static func states(west: Double, south: Double, east: Double, north: Double) -> [String] {
        entries.filter { entry in
            guard let box = entry.box else { return false }
            return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south
        }.map(\.code)
    }
}
