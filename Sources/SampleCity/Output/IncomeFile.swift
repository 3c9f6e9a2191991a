/// Writes what a census would tell of the council districts.
struct IncomeFile {
    let map: CityMap
    let areas: CityAreas

    /// Made up, dollars a year.
    private static let incomes = [58_200, 38_900, 64_100, 71_500, 46_300, 83_700, 52_600, 95_200, 61_800]

    var text: String {
        var text = "district,median_household_income,households\n"
        for (index, income) in Self.incomes.enumerated() {
            let households = map.addresses.count { areas.districts[$0.face] == index }
            text += "\(index + 1),\(income),\(households)\n"
        }
        return text
    }
}
