import Geocoding
import Geometry
import ServiceRequests

/// Where the witnesses of one block in one layer stand, in groups of one code on one side of the street.
protocol WitnessSource {
    associatedtype Group: WitnessGroup
    var groups: [Group] { get }
    /// How many witnesses of a group name a town.
    mutating func count(of group: Int, naming town: FactKey?) -> Int
    /// How many others of the block bear the group's code, name a town and were not found right.
    mutating func astray(in group: Int, naming town: FactKey?) -> Int
    /// Whether a witness of a group has the address of a row.
    func hasAddress(ofRow row: Int, in group: Int) -> Bool
    /// Whether all of a group lie farther from a position than a distance, metres.
    func isAll(of group: Int, fartherThan distance: Double, from position: Coordinate) -> Bool
}

/// Witnesses of one code on one side of the street.
protocol WitnessGroup {
    /// The code, as an index among those of the layer; −1 for none.
    var code: Int32 { get }
    var isOdd: Bool { get }
    /// The number of witnesses.
    var count: Int { get }
}

/// The witnesses of one block as facts have them of all of a city's requests.
struct KnownBlock: WitnessSource {
    struct KnownGroup: WitnessGroup {
        let code: Int32
        let isOdd: Bool
        fileprivate let witnesses: CityFacts.Witnesses

        init(_ witnesses: CityFacts.Witnesses, code: Int32, isOdd: Bool) {
            (self.witnesses, self.code, self.isOdd) = (witnesses, code, isOdd)
        }

        var count: Int { witnesses.requests }
    }

    let groups: [KnownGroup]
    let table: RequestTable

    func count(of group: Int, naming town: FactKey?) -> Int {
        groups[group].witnesses.town == town ? groups[group].witnesses.requests : 0
    }

    func astray(in group: Int, naming town: FactKey?) -> Int {
        groups[group].witnesses.town == town
            ? (groups[group].witnesses.astray ?? 0) + (groups[group].witnesses.across ?? 0) : 0
    }

    func hasAddress(ofRow row: Int, in group: Int) -> Bool {
        let key = table.withAddressBytes(at: row) { FactKey(of: $0) }
        return groups[group].witnesses.addresses.contains(key)
    }

    func isAll(of group: Int, fartherThan distance: Double, from position: Coordinate) -> Bool {
        let places = groups[group].witnesses.places
        return stride(from: 0, to: places.count - 1, by: 2).allSatisfy { index in
            let place = Coordinate(longitude: places[index], latitude: places[index + 1])
            return LocalPlane.distance(position, place) > distance
        }
    }
}
