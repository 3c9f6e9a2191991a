import Chronology
import City
import Locating
import ServiceLevels

/// Incomes of areas.
final class FuzzedIncomes: FuzzedReader {
    let name = "incomes"
    private let folder: InputFolder
    private let layer: AreaLayer
    let seeds = ["area,median_income,population\n1,\"50,000\",900\n2,61000.5,1000\n3,$70000,12\n"].map {
        Array($0.utf8)
    }

    init() throws {
        folder = try InputFolder()
        let city = try folder.writeCity()
        layer = try AreaLayer(
            city.layer(named: "zone"), city: city, rows: 1, asOf: CivilDate(daysSince1970: 20_000), jobs: 1)
    }

    func read(_ input: [UInt8]) throws {
        let table = try IncomeTable(path: folder.write(input, to: "incomes.csv"), layer: layer)
        try Contradiction.unless(
            table.incomes.count == 3 && table.people.reduce(0, +) > 0 && table.incomes.allSatisfy(\.isFinite),
            "an income that is none")
    }
}
