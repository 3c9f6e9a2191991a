import Boundaries
import City
import DelimitedText
package import Locating

/// The income and the people of a layer's areas, from a table such as a census office gives.
package struct IncomeTable: Sendable {
    package let path: String
    /// The columns' names.
    package let incomeColumn: String
    package let peopleColumn: String
    /// In the order of the layer's areas.
    package let incomes: [Double]
    package let people: [Double]
    package let thirds: [IncomeThird]

    /// Reads a table.
    ///
    /// - Throws: ``IncomeTableError`` with the line for a code that is no area, a number that cannot be read, an area that
    ///   is missing or there twice; and what reading the file throws.
    package init(path: String, layer: AreaLayer) throws {
        let file = try DelimitedFile(TextSource(argument: path))
        let header = file.shape.header
        let columns = try IncomeColumns(header, layer: layer.settings.name, path: path)
        var rows: [(line: Int, cells: [String])] = []
        let faults = try file.forEachRecord(requiredCount: header.count) { rows.append(($0, $1)) }
        if let fault = faults.first {
            throw IncomeTableError.unfitRow(path: path, line: fault.line, header: header)
        }
        var found = [(income: Double, people: Double)?](repeating: nil, count: layer.areaCount)
        for row in rows {
            let code = row.cells[columns.area]
            guard let area = layer.areaMeant(by: code) else {
                throw IncomeTableError.unknownArea(
                    path: path, line: row.line, code: code, edition: layer.edition.name,
                    codes: layer.edition.codes)
            }
            guard found[area.index] == nil else {
                throw IncomeTableError.repeatedArea(path: path, line: row.line, code: code)
            }
            func number(_ column: Int) throws(IncomeTableError) -> Double {
                guard let number = Self.number(row.cells[column]) else {
                    throw .notANumber(
                        path: path, line: row.line, text: row.cells[column], column: header[column])
                }
                return number
            }
            found[area.index] = (try number(columns.income), try number(columns.people))
        }
        let missing = found.indices.filter { found[$0] == nil }.map { layer.edition.areas[$0].code }
        guard missing.isEmpty else { throw IncomeTableError.missingAreas(path: path, codes: missing) }
        self.path = path
        incomeColumn = header[columns.income]
        peopleColumn = header[columns.people]
        incomes = found.map { $0?.income ?? 0 }
        people = found.map { $0?.people ?? 0 }
        guard people.contains(where: { $0 > 0 }) else {
            throw IncomeTableError.nobody(path: path, column: peopleColumn)
        }
        thirds = try incomeThirds(incomes: incomes, people: people)
    }

    /// Whether areas lie in both the low and the high third.
    package var hasThirds: Bool { thirds.contains(.low) && thirds.contains(.high) }

    /// Returns a number of 0 or more, whatever sets its thousands apart; `nil` for any other text.
    private static func number(_ text: String) -> Double? {
        guard let number = Double(text.filter { $0 != "," && $0 != "$" && $0 != " " }), number.isFinite,
            number >= 0
        else { return nil }
        return number
    }
}

/// Which columns of a table hold the areas, their incomes and their people.
private struct IncomeColumns {
    let area: Int
    let income: Int
    let people: Int

    init(_ header: [String], layer: String, path: String) throws(IncomeTableError) {
        func column(
            _ what: String, _ names: [String], not other: String? = nil
        ) throws(IncomeTableError) -> Int {
            let keys = header.map { $0.lowercased().replacing(" ", with: "_") }
            if let exact = names.lazy.compactMap(keys.firstIndex).first { return exact }
            let found = keys.indices.filter { index in
                names.contains { keys[index].contains($0) } && other.map { !keys[index].contains($0) } ?? true
            }
            guard found.count == 1 else {
                throw .noColumn(
                    path: path, what: what, usualName: names[0], candidates: found.map { header[$0] },
                    header: header)
            }
            return found[0]
        }
        income = try column("the income", ["income", "median_income", "median_household_income"])
        people = try column(
            "the people", ["people", "population", "households", "residents"], not: "income")
        area = try column("the area's code", [layer.lowercased(), "area", "code"], not: "income")
    }
}

/// Why a table of incomes cannot be used: which line, what is wrong, what to do next.
package enum IncomeTableError: Error, Hashable, CustomStringConvertible {
    case unfitRow(path: String, line: Int, header: [String])
    case unknownArea(path: String, line: Int, code: String, edition: String, codes: [String])
    case repeatedArea(path: String, line: Int, code: String)
    case notANumber(path: String, line: Int, text: String, column: String)
    case missingAreas(path: String, codes: [String])
    case nobody(path: String, column: String)
    /// No column, or several, may hold what is looked for.
    case noColumn(path: String, what: String, usualName: String, candidates: [String], header: [String])

    package var description: String {
        switch self {
        case .unfitRow(let path, let line, let header):
            return "\(path): line \(line) does not fit the header \(header.joined(separator: ", "))"
        case .unknownArea(let path, let line, let code, let edition, let codes):
            return "\(path), line \(line): \(edition) has no area “\(code)”; its areas are "
                + codes.joined(separator: ", ")
        case .repeatedArea(let path, let line, let code):
            return "\(path), line \(line): area \(code) is there twice"
        case .notANumber(let path, let line, let text, let column):
            return "\(path), line \(line): “\(text)” in column \(column) is no number of 0 or more"
        case .missingAreas(let path, let codes):
            return "\(path) says nothing of \(codes.joined(separator: ", ")); give every area a row"
        case .nobody(let path, let column): return "\(path): column \(column) has nobody in any area"
        case .noColumn(let path, let what, let usualName, let candidates, let header):
            let has =
                candidates.isEmpty
                ? "no column for \(what)"
                : "several columns that may hold \(what): \(candidates.joined(separator: ", "))"
            return "\(path) has \(has); call one \(usualName). It has \(header.joined(separator: ", "))"
        }
    }
}
