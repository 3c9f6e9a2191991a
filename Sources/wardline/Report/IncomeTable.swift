import Boundaries
import City
import Locating
import ServiceLevels

/// The income and the people of a layer's areas, from a table such as a census office gives.
struct IncomeTable: Sendable {
    let path: String
    /// The columns' names.
    let incomeColumn: String
    let peopleColumn: String
    /// In the order of the layer's areas.
    let incomes: [Double]
    let people: [Double]
    let thirds: [IncomeThird]

    /// - Throws: ``Failure`` with the line for a code that is no area, a number that cannot be read, an area that is
    ///   missing or there twice.
    init(path: String, layer: AreaLayer) throws {
        let table = try SmallTable(path: path)
        let columns = try Columns(table.header, layer: layer.settings.name, path: path)
        var found = [(income: Double, people: Double)?](repeating: nil, count: layer.areaCount)
        for row in table.rows {
            let place = "\(path), line \(row.line)"
            let code = row.cells[columns.area]
            guard let area = layer.areaMeant(by: code) else {
                throw Failure(
                    "\(place): \(layer.edition.name) has no area “\(code)”; its areas are "
                        + layer.edition.codes.joined(separator: ", "))
            }
            guard found[area] == nil else { throw Failure("\(place): area \(code) is there twice") }
            let income = try Self.number(row.cells[columns.income], table.header[columns.income], place)
            let people = try Self.number(row.cells[columns.people], table.header[columns.people], place)
            found[area] = (income, people)
        }
        let missing = found.indices.filter { found[$0] == nil }.map { layer.edition.areas[$0].code }
        guard missing.isEmpty else {
            throw Failure("\(path) says nothing of \(missing.joined(separator: ", ")); give every area a row")
        }
        self.path = path
        incomeColumn = table.header[columns.income]
        peopleColumn = table.header[columns.people]
        incomes = found.map { $0?.income ?? 0 }
        people = found.map { $0?.people ?? 0 }
        guard people.contains(where: { $0 > 0 }) else {
            throw Failure("\(path): column \(peopleColumn) has nobody in any area")
        }
        thirds = try incomeThirds(incomes: incomes, people: people)
    }

    private struct Columns {
        let area: Int
        let income: Int
        let people: Int

        init(_ header: [String], layer: String, path: String) throws {
            let found = ColumnFinder(header: header, path: path)
            income = try found.column("the income", ["income", "median_income", "median_household_income"])
            people = try found.column(
                "the people", ["people", "population", "households", "residents"], not: "income")
            area = try found.column("the area's code", [layer.lowercased(), "area", "code"], not: "income")
        }
    }

    private struct ColumnFinder {
        let header: [String]
        let path: String

        /// Returns the column that is called by one of the names, or else the only one that has one of them in its name.
        func column(_ what: String, _ names: [String], not other: String? = nil) throws -> Int {
            let keys = header.map { $0.lowercased().replacing(" ", with: "_") }
            if let exact = names.lazy.compactMap(keys.firstIndex).first { return exact }
            let found = keys.indices.filter { index in
                names.contains { keys[index].contains($0) } && other.map { !keys[index].contains($0) } ?? true
            }
            if found.count == 1 { return found[0] }
            let has =
                found.isEmpty
                ? "no column for \(what)"
                : "several columns that may hold \(what): \(found.map { header[$0] }.joined(separator: ", "))"
            throw Failure(
                "\(path) has \(has); call one \(names[0]). It has \(header.joined(separator: ", "))")
        }
    }

    /// Whether areas lie in both the low and the high third.
    var hasThirds: Bool { thirds.contains(.low) && thirds.contains(.high) }

    private static func number(_ text: String, _ column: String, _ place: String) throws -> Double {
        guard let number = Double(text.filter { $0 != "," && $0 != "$" && $0 != " " }), number.isFinite,
            number >= 0
        else {
            throw Failure("\(place): “\(text)” in column \(column) is no number of 0 or more")
        }
        return number
    }
}
