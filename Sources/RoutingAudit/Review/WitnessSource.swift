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
