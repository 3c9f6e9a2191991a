import Boundaries
import City
import ServiceLevels

/// The income and the people of a layer's areas, from a table such as a census office gives.
struct IncomeTable: Sendable {
    let path: String
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
        incomes = found.map { $0?.income ?? 0 }
        people = found.map { $0?.people ?? 0 }
        thirds = try incomeThirds(incomes: incomes, people: people)
    }

    private struct Columns {
        let area: Int
        let income: Int
        let people: Int

        init(_ header: [String], layer: String, path: String) throws {
            var taken: [Int] = []
            func place(_ what: String, _ names: [String]) throws -> Int {
                let found = header.indices.first { index in
                    !taken.contains(index) && names.contains { header[index].lowercased().contains($0) }
                }
                guard let found else {
                    throw Failure(
                        "\(path) has no column for \(what), whose name would have \(names.joined(separator: " or ")) in it; "
                            + "it has \(header.joined(separator: ", "))")
                }
                taken.append(found)
                return found
            }
            income = try place("the income", ["income"])
            people = try place("the people", ["people", "population", "household", "resident"])
            area = try place("the area's code", [layer.lowercased(), "area", "code"])
        }
    }

    private static func number(_ text: String, _ column: String, _ place: String) throws -> Double {
        guard let number = Double(text.filter { $0 != "," && $0 != "$" }), number.isFinite, number >= 0 else {
            throw Failure("\(place): “\(text)” in column \(column) is no number of 0 or more")
        }
        return number
    }
}
