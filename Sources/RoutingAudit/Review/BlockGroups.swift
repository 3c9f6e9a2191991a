import Boundaries
import Geocoding
import Geometry
import Locating
import ServiceRequests

/// The requests of one block in one layer, by the codes that were recorded of them and the sides of the street. One worker's own, taken
/// from block to block.
struct BlockGroups {
    /// Those of one code on one side.
    struct Group: WitnessGroup {
        let code: Int32
        let isOdd: Bool
        /// Those that were found right.
        fileprivate(set) var right: Range<Int>
        /// Those that were not.
        fileprivate(set) var astray: Range<Int>

        var count: Int { right.count }
    }

    private(set) var groups: [Group] = []
    private let table: RequestTable
    private let keys: TownKeys
    private var number = -1
    private var members: ArraySlice<BlockMembers.Member> = []
    /// Code, side, whether astray and the member's place among all in one number each, sorted.
    private var packed: [UInt64] = []
    /// For each member the town that it names; looked up at the first question, since few blocks are asked for it.
    private var towns: [FactKey?] = []

    init(_ table: RequestTable, _ keys: TownKeys) {
        self.table = table
        self.keys = keys
    }

    /// Takes a block in.
    ///
    /// - Parameters:
    ///   - number: The block's.
    ///   - wrong: For each row of the table whether it was not found right in the layer.
    mutating func take(
        _ members: ArraySlice<BlockMembers.Member>, number: Int, layer: Ordinal<Layer>, wrong: [Bool]
    ) {
        if number != self.number {
            self.number = number
            self.members = members
            towns.removeAll(keepingCapacity: true)
        }
        let codes = table.assigned[layer.index].indices
        packed.removeAll(keepingCapacity: true)
        for (place, member) in members.enumerated() {
            let row = member.row
            // A code of −1, which is none, comes first.
            let group = UInt64(codes[row] + 1) << 1 | (member.isOdd ? 1 : 0)
            packed.append((group << 1 | (wrong[row] ? 1 : 0)) << 32 | UInt64(place))
        }
        packed.sort()
        groups.removeAll(keepingCapacity: true)
        for index in packed.indices {
            let group = packed[index] >> 33
            if index == 0 || packed[index - 1] >> 33 != group {
                groups.append(
                    Group(
                        code: Int32(group >> 1) - 1, isOdd: group & 1 == 1, right: index..<index,
                        astray: index..<index))
            }
            let last = groups.count - 1
            if packed[index] >> 32 & 1 == 1 {
                groups[last].astray = groups[last].astray.lowerBound..<index + 1
            } else {
                groups[last].right = groups[last].right.lowerBound..<index + 1
                groups[last].astray = index + 1..<index + 1
            }
        }
    }

    private func row(_ index: Int) -> Int { members[members.startIndex + place(index)].row }

    private func place(_ index: Int) -> Int { Int(UInt32(truncatingIfNeeded: packed[index])) }

    /// Returns how many of some name a town.
    private mutating func count(_ part: Range<Int>, naming town: FactKey?) -> Int {
        guard keys.areNamed, !part.isEmpty else { return part.count }
        if towns.isEmpty { towns = members.map { keys[$0.row] } }
        return part.count { towns[place($0)] == town }
    }
}

extension BlockGroups: WitnessSource {
    mutating func count(of group: Int, naming town: FactKey?) -> Int {
        count(groups[group].right, naming: town)
    }

    mutating func astray(in group: Int, naming town: FactKey?) -> Int {
        count(groups[group].astray, naming: town)
    }

    func hasAddress(ofRow row: Int, in group: Int) -> Bool {
        groups[group].right.contains { table.addresses.areSame(row, self.row($0)) }
    }

    func isAll(of group: Int, fartherThan distance: Double, from position: Coordinate) -> Bool {
        groups[group].right.allSatisfy { index in
            let row = row(index)
            let place = Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
            return LocalPlane.distance(position, place) > distance
        }
    }
}
