import Geocoding
import ServiceRequests

/// The file's own column of towns, against the towns of the places that its addresses were matched with.
struct TownColumn {
    private let cities: InternedColumn
    private let geocoder: Geocoder
    private let towns: [String]
    /// For each address its town among ``towns``.
    private let townByAddress: [Int32]
    private var answers: [Pair: Bool] = [:]

    /// What a row says and what the reference says.
    private struct Pair: Hashable {
        let city: Int32
        let town: Int32
        let zip: Int32
    }

    /// - Parameter towns: The town of each address's place, as the reference has it; empty for none.
    init(_ table: RequestTable, towns: [String], geocoder: Geocoder) {
        cities = table.cities
        self.geocoder = geocoder
        guard !table.cities.values.isEmpty else {
            (self.towns, townByAddress) = ([], [])
            return
        }
        var names: [String] = []
        var indices: [String: Int32] = [:]
        townByAddress = towns.map { town in
            if let known = indices[town] { return known }
            indices[town] = Int32(names.count)
            names.append(town)
            return Int32(names.count - 1)
        }
        self.towns = names
    }

    /// Whether a row names another town than that of its address's place.
    ///
    /// - Parameter zip: The ZIP code of the place, 0 for none.
    mutating func contradicts(row: Int, address: Int, zip: Int32) -> Bool {
        guard row < cities.indices.count, cities.indices[row] >= 0 else { return false }
        let pair = Pair(city: cities.indices[row], town: townByAddress[address], zip: zip)
        if let known = answers[pair] { return known }
        let answer = geocoder.isTown(
            cities.values[Int(pair.city)], otherThan: towns[Int(pair.town)], zip: UInt32(max(0, zip)))
        answers[pair] = answer
        return answer
    }
}
