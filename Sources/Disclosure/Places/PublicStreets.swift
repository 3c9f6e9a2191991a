package import AddressParsing
package import Geocoding
package import Geometry

/// Says at which block or crossing a request may be shown, by the streets of a reference.
///
/// Only names that the reference has are told: what an address calls a street may hold a house number, a name or a
/// telephone number.
package struct PublicStreets: Sendable {
    private let blocks: StreetBlocks
    private let parser: AddressParser
    /// The longitudes that the blocks are written in.
    private let window: LongitudeWindow
    private let pieceAt: PublicPlaces.PieceFinder
    /// The known houses by the places of requests with their addresses.
    private let byAddress: HousesByPlace
    private let byPosition: HousesByPosition

    /// How far a block may lie from the position that was recorded, metres.
    fileprivate static let reach = 300.0

    /// - Parameters:
    ///   - lines: The streets as they are drawn.
    ///   - houses: The addresses that the reference knows, to find places of less than three; none where it knows none.
    ///   - pieceAt: See ``PublicPlaces/PieceFinder``.
    package init(
        _ lines: [StreetLine], houses: [KnownHouse], parser: AddressParser = AddressParser(),
        pieceAt: @escaping PublicPlaces.PieceFinder
    ) {
        let window = LongitudeWindow(closest: lines.lazy.flatMap(\.line))
        self.window = window
        self.parser = parser
        self.pieceAt = pieceAt
        let written = window == .standard ? houses : houses.map { $0.written(in: window) }
        let blocks =
            window == .standard
            ? StreetBlocks(lines, houses: houses, pieceAt: pieceAt)
            : StreetBlocks(
                lines.map { $0.written(in: window) }, houses: written, pieceAt: { pieceAt($0.standard) })
        self.blocks = blocks
        let counted = blocks.areCountedByHouses ? written : []
        var byAddress = HousesByPlace()
        for house in counted {
            let piece = pieceAt(house.position.standard)
            if let place = Self.place(of: house, inPiece: piece, among: blocks) {
                byAddress.add(house, at: place, inPiece: piece)
            }
        }
        self.byAddress = byAddress
        byPosition = HousesByPosition {
            var houses = HousesByPlace()
            for house in counted {
                let piece = pieceAt(house.position.standard)
                for place in Self.placesWithoutNumber(of: house, inPiece: piece, among: blocks) {
                    houses.add(house, at: place, inPiece: piece)
                }
            }
            return houses
        }
    }

    /// Returns the place of a request, `nil` where no street is near.
    ///
    /// A place where one or two of the known houses of its piece would stand is not told, since it would tell them: who would
    /// stand there stands at the nearest place of three. That holds for houses with their addresses, and for those that name no
    /// house: what stands `near` a street is mostly these.
    ///
    /// - Parameter position: Where the request was made; of two blocks with one name the nearer one is meant.
    package func place(ofAddress address: String?, near position: Coordinate) -> PublicPlace? {
        let piece = pieceAt(position.standard)
        let position = window.coordinate(position.standard)
        let near = blocks.near(position, inPiece: piece, within: Self.reach)
        let reading = address.map { parser.parse($0).best }.flatMap { $0.isPlaceable ? $0 : nil }
        if let reading, reading.kind == .intersection, let cross = reading.crossStreets.first,
            let place = crossing(
                near.filter { $0.isCalled(reading.street) }, other: near.filter { $0.isCalled(cross) },
                position: position)
        {
            return place
        }
        let around = Surroundings(near: near, street: reading?.street)
        guard let place = around.place(ofNumber: reading?.blockNumber) else { return nil }
        let count = houses(at: place, inPiece: piece)
        guard count > 0, count < StreetBlocks.leastAddresses else { return place }
        return around.others.first { houses(at: $0, inPiece: piece) >= StreetBlocks.leastAddresses }
    }

    /// Returns how many of the known houses have a place, at most three: with their addresses, else where none has, without a number.
    private func houses(at place: PublicPlace, inPiece piece: Int) -> Int {
        let count = byAddress.count(at: place, inPiece: piece)
        guard count == 0, !place.name.tellsNumber else { return count }
        return byPosition.houses.count(at: place, inPiece: piece)
    }

    /// Returns where a request from a house would stand; nearly all have a block of their own.
    private static func place(
        of house: KnownHouse, inPiece piece: Int, among blocks: StreetBlocks
    ) -> PublicPlace? {
        let block = blocks.block(
            of: house.street, holding: house.number, near: house.position, inPiece: piece,
            within: reach)
        if let block { return block.place }
        return Surroundings(
            near: blocks.near(house.position, inPiece: piece, within: reach), street: house.street
        ).place(ofNumber: house.number)
    }

    /// Returns where requests from a house would stand that name its street alone, and that have a position alone.
    private static func placesWithoutNumber(
        of house: KnownHouse, inPiece piece: Int, among blocks: StreetBlocks
    ) -> [PublicPlace] {
        let own = blocks.block(
            of: house.street, holding: nil, near: house.position, inPiece: piece, within: reach)
        let nearest = blocks.nearest(to: house.position, inPiece: piece, within: reach)
        return [own?.placeOfStreet, nearest?.placeBeside].compactMap(\.self)
    }

    /// The blocks around a position, the nearest first, and those of them that are of the street that is asked for.
    private struct Surroundings {
        let near: [StreetBlocks.Block]
        let own: [StreetBlocks.Block]

        init(near: [StreetBlocks.Block], street: StreetName?) {
            self.near = near
            own = street.map { street in near.filter { $0.isCalled(street) } } ?? []
        }

        /// Returns the block of a number, else the street, else the nearest street.
        func place(ofNumber number: Int?) -> PublicPlace? {
            if let number, let block = own.first(where: { $0.holds(number) }) { return block.place }
            return own.first?.placeOfStreet ?? near.first?.placeBeside
        }

        /// Where else something may be told to be, its own street first.
        var others: some Sequence<PublicPlace> {
            [own.flatMap { [$0.placeOfStreet, $0.place] }, near.flatMap { [$0.placeBeside, $0.place] }]
                .joined()
        }
    }

    private func crossing(
        _ one: [StreetBlocks.Block], other: [StreetBlocks.Block], position: Coordinate
    ) -> PublicPlace? {
        guard let first = one.first, let second = other.first else { return nil }
        func ends(_ blocks: [StreetBlocks.Block]) -> [Coordinate] {
            blocks.flatMap(\.lines).flatMap { [$0.first, $0.last].compactMap(\.self) }
        }
        let shared = Set(ends(one)).intersection(ends(other))
        let streets = [first.street, second.street].sorted()
        let nearest = shared.map { (end: $0, distance: LocalPlane.distance($0, position)) }
            .min { ($0.distance, $0.end.x, $0.end.y) < ($1.distance, $1.end.x, $1.end.y) }
        return PublicPlace(
            name: .crossing(streets[0], streets[1]), position: nearest?.end ?? first.middle,
            reach: nearest == nil ? first.reach : StreetBlocks.setback)
    }
}

extension StreetBlocks.Block {
    fileprivate var place: PublicPlace { PublicPlace(name: name, position: middle, reach: reach) }

    fileprivate var placeOfStreet: PublicPlace { wide(.street(street)) }

    fileprivate var placeBeside: PublicPlace { wide(street.isEmpty ? .unnamed : .near(street: street)) }

    private func wide(_ name: PublicPlace.Name) -> PublicPlace {
        PublicPlace(name: name, position: middle, reach: reach + PublicStreets.reach)
    }
}

extension StreetLine {
    fileprivate func written(in window: LongitudeWindow) -> StreetLine {
        var line = self
        line.line = window.line(self.line)
        return line
    }
}

extension KnownHouse {
    fileprivate func written(in window: LongitudeWindow) -> KnownHouse {
        KnownHouse(street: street, number: number, position: window.coordinate(position))
    }
}
