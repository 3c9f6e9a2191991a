import Geometry

/// A request's true place, the position that the CRM recorded, and the address it was given.
struct PlacedSite: Sendable {
    var site: Site
    var recorded: RecordedPosition
    var address: String
}

/// Finds places for requests: houses, blocks and junctions.
struct SitePicker: Sendable {
    let map: CityMap
    let routing: Routing
    private let junctions: [Junction]
    /// The houses of each block.
    let housesOfBlock: [[Int]]

    private struct Junction: Sendable {
        let point: ProjectedPoint
        let face: Int
        let first: String
        let second: String
    }

    init(map: CityMap, routing: Routing) {
        self.map = map
        self.routing = routing
        var houses = Array(repeating: [Int](), count: map.blocks.count)
        for (index, address) in map.addresses.enumerated() where address.unit.isEmpty {
            houses[address.block].append(index)
        }
        housesOfBlock = houses
        junctions = Self.junctions(of: map, routing: routing)
    }

    /// Junctions of two named streets that lie wholly inside one area of each layer.
    private static func junctions(of map: CityMap, routing: Routing) -> [Junction] {
        map.graph.edgesAtNode.enumerated().compactMap { node, edges in
            let streets = edges.filter { map.blocks[$0].kind.hasAddresses }
            let names = Set(streets.map { map.blocks[$0].fullName }).sorted()
            let bare = Set(streets.map { map.blocks[$0].name })
            guard names.count == 2, bare.count == 2, let first = edges.first else { return nil }
            let faces = edges.flatMap { [map.blocks[$0].leftFace, map.blocks[$0].rightFace] }
            let face = map.blocks[first].leftFace
            guard faces.allSatisfy({ $0 != map.faces.outside && routing.isSame($0, face) }) else {
                return nil
            }
            return Junction(point: map.graph.nodes[node], face: face, first: names[0], second: names[1])
        }
    }

    func placement(for place: Category.Place, with generator: inout StoryGenerator) -> PlacedSite {
        switch (place, generator.unit()) {
        case (.junction, ..<0.8): junction(with: &generator)
        case (.street, ..<0.12): junction(with: &generator)
        case (.street, ..<0.3): block(with: &generator)
        default: house(generator.integer(in: 0...map.addresses.count - 1), with: &generator)
        }
    }

    /// A house, recorded a few metres from its own point but never nearer to a street.
    func house(_ index: Int, with generator: inout StoryGenerator) -> PlacedSite {
        let address = map.addresses[index]
        let text = AddressSpelling.any(
            map.text(of: address), unit: address.unit, postcode: map.postcode(ofFace: address.face),
            generator: &generator)
        return PlacedSite(
            site: site(ofHouse: index), recorded: recorded(near: index, with: &generator), address: text)
    }

    func site(ofHouse index: Int) -> Site {
        let address = map.addresses[index]
        return Site(point: address.point, face: address.face, block: address.block, address: index)
    }

    func recorded(near index: Int, with generator: inout StoryGenerator) -> RecordedPosition {
        let address = map.addresses[index]
        let aside = ProjectedPoint(x: -address.inward.y, y: address.inward.x)
        let point =
            address.point + address.inward * generator.number(in: 0...4) + aside
            * generator.number(in: -2.5...2.5)
        return .degrees(CityFrame.coordinate(of: point), decimals: generator.happens(0.3) ? 7 : 6)
    }

    /// An address written so that it can mean only this house.
    func clearText(ofHouse index: Int, with generator: inout StoryGenerator) -> String {
        let address = map.addresses[index]
        return AddressSpelling.clear(
            map.text(of: address), postcode: map.postcode(ofFace: address.face), generator: &generator)
    }

    /// A block's middle, a few steps from the centre line on the side that the CRM chose.
    private func block(with generator: inout StoryGenerator) -> PlacedSite {
        let house = map.addresses[generator.integer(in: 0...map.addresses.count - 1)]
        let block = map.blocks[house.block]
        let point = CityFrame.snapped(block.middle + house.inward * generator.number(in: 2...3.5))
        let address = AddressSpelling.block(block.hundred ?? 100, of: block.fullName, generator: &generator)
        return PlacedSite(
            site: Site(point: point, face: house.face, block: house.block, address: -1),
            recorded: .degrees(CityFrame.coordinate(of: point), decimals: 6), address: address)
    }

    private func junction(with generator: inout StoryGenerator) -> PlacedSite {
        let junction = generator.pick(junctions)
        let text =
            generator.happens(0.5)
            ? AddressSpelling.junction(junction.first, junction.second, generator: &generator)
            : AddressSpelling.junction(junction.second, junction.first, generator: &generator)
        return PlacedSite(
            site: Site(point: junction.point, face: junction.face, block: -1, address: -1),
            recorded: .degrees(CityFrame.coordinate(of: junction.point), decimals: 6), address: text)
    }
}
