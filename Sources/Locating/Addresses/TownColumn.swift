import AddressParsing
import Geocoding
import ServiceRequests

/// The file's own column of towns, against the towns of the places that its addresses were matched with.
struct TownColumn {
    /// What the reference says of the town of a place.
    struct Town: Hashable {
        /// Empty for none.
        let name: String
        /// The number of its ``PostalCode``, 0 for none.
        let zip: UInt32

        init(_ candidate: AddressCandidate?) {
            name = candidate?.place ?? ""
            zip = candidate.flatMap { PostalCode($0.zip)?.number } ?? 0
        }
    }

    private let cities: InternedColumn
    private let geocoder: Geocoder
    /// The towns of places, by their numbers.
    private let towns: [Town]
    private var answers: [Pair: Bool] = [:]

    /// What a row says and what the reference says.
    private struct Pair: Hashable {
        let city: Int32
        let town: Int32
    }

    init(_ table: RequestTable, towns: [Town], geocoder: Geocoder) {
        cities = table.cities
        self.towns = towns
        self.geocoder = geocoder
    }

    /// Whether a row names another town than that of its address's place.
    mutating func contradicts(row: Int, _ town: Int32) -> Bool {
        guard row < cities.indices.count, cities.indices[row] >= 0 else { return false }
        let pair = Pair(city: cities.indices[row], town: town)
        if let known = answers[pair] { return known }
        let place = towns[Int(town)]
        let answer = geocoder.isTown(cities.values[Int(pair.city)], otherThan: place.name, zip: place.zip)
        answers[pair] = answer
        return answer
    }
}
