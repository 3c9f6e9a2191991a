import Geometry

/// Finds addresses that a careless geocoder takes for one another.
struct Namesakes {
    private let map: CityMap
    private let blocksOfName: [String: [Int]]
    private let housesOfBlock: [[Int]]

    init(picker: SitePicker) {
        map = picker.map
        housesOfBlock = picker.housesOfBlock
        blocksOfName = Dictionary(grouping: map.blocks.filter { $0.kind.hasAddresses }.map(\.edge)) {
            Self.bareName(picker.map.blocks[$0].name)
        }
    }

    /// Elm of `Elm St`.
    private static func bareName(_ name: String) -> String {
        name.split(separator: " ").dropLast().joined(separator: " ")
    }

    /// Returns a house with the same number on the same street in the other half of town.
    func oppositeDirectional(of house: Int) -> Int? {
        let own = map.blocks[map.addresses[house].block]
        guard !own.directional.isEmpty else { return nil }
        return others(of: house).first { $0.name == own.name && $0.directional != own.directional }
            .flatMap { nearest(to: map.addresses[house].number, in: $0) }
    }

    /// Returns a house with the same number on a street whose name differs in its type alone.
    func otherType(of house: Int) -> Int? {
        let own = map.blocks[map.addresses[house].block]
        return others(of: house).first { $0.name != own.name && $0.directional == own.directional }
            .flatMap { nearest(to: map.addresses[house].number, in: $0) }
    }

    /// Returns the land on which any address of the same number and a like name stands.
    func faces(likeHouse house: Int) -> [Int] {
        others(of: house).flatMap { [$0.leftFace, $0.rightFace] }
    }

    private func others(of house: Int) -> [CityBlock] {
        let address = map.addresses[house]
        let own = map.blocks[address.block]
        return (blocksOfName[Self.bareName(own.name)] ?? []).map { map.blocks[$0] }.filter { block in
            (block.name != own.name || block.directional != own.directional)
                && [block.left, block.right].contains { $0?.contains(address.number) == true }
        }
    }

    private func nearest(to number: Int, in block: CityBlock) -> Int? {
        housesOfBlock[block.edge].filter {
            map.addresses[$0].number % 2 == number % 2 && abs(map.addresses[$0].number - number) <= 8
        }.min { abs(map.addresses[$0].number - number) < abs(map.addresses[$1].number - number) }
    }
}
