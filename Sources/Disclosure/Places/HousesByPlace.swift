import AddressParsing
import Geocoding
import Geometry

/// How many of the houses that a reference knows are told by each public place, within a piece of the ground.
///
/// Whoever has the list of a city's addresses can ask for the place of each: a place that one house alone has tells it.
struct HousesByPlace: Sendable {
    private struct Key: Hashable {
        let name: PublicPlace.Name
        let position: Coordinate
        let piece: Int
    }

    private struct House: Hashable {
        let street: StreetName
        let number: Int
    }

    private var houses: [Key: Set<House>] = [:]

    mutating func add(_ house: KnownHouse, at place: PublicPlace, inPiece piece: Int) {
        let key = Key(name: place.name, position: place.position, piece: piece)
        // Three are enough: more would only take room.
        guard houses[key, default: []].count < StreetBlocks.leastAddresses else { return }
        houses[key, default: []].insert(House(street: house.street, number: house.number))
    }

    /// Returns how many houses have a place, at most three.
    func count(at place: PublicPlace, inPiece piece: Int) -> Int {
        houses[Key(name: place.name, position: place.position, piece: piece)]?.count ?? 0
    }
}
