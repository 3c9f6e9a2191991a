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
        let pieces = counted.map { pieceAt($0.position.standard) }
        var byAddress = HousesByPlace()
        for (house, piece) in zip(counted, pieces) {
            if let place = Self.place(of: house, inPiece: piece, among: blocks) {
                byAddress.add(house, at: place, inPiece: piece)
            }
        }
        self.byAddress = byAddress
        byPosition = HousesByPosition {
            var houses = HousesByPlace()
            for (house, piece) in zip(counted, pieces) {
                for place in Self.placesWithoutNumber(of: house, inPiece: piece, among: blocks) {
                    houses.add(house, at: place, inPiece: piece)
                }
            }
            return HousesByPosition.Known(
                houses: houses, finder: HouseFinder(counted, pieces: pieces))
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
        let number = reading?.blockNumber
        let around = surroundings(of: position, near, street: reading?.street, number: number)
        guard let block = number.flatMap(around.block) else {
            return placeWithoutNumber(
                around, near: position, inPiece: piece, street: reading?.street, number: number)
        }
        let count = byAddress.count(at: block.place, inPiece: piece)
        return isFew(count) ? othersOfMany(around, inPiece: piece) : block.place
    }

    /// Returns the place of a request that names no house of a block.
    ///
    /// It stands where it would had it been made at the known house that is nearest: what is told of positions around a house is
    /// then told of three houses, wherever beside them somebody taps. Only far from all houses the position itself counts.
    private func placeWithoutNumber(
        _ around: Surroundings, near position: Coordinate, inPiece piece: Int, street: StreetName?,
        number: Int?
    ) -> PublicPlace? {
        guard blocks.areCountedByHouses else { return around.placeWithoutNumber }
        var around = around
        let nearest = byPosition.known.finder.nearest(to: position, inPiece: piece, within: Self.reach)
        if case .house(let house) = nearest, house != position {
            around = surroundings(
                of: house, blocks.near(house, inPiece: piece, within: Self.reach), street: street,
                number: number)
        }
        guard let place = around.placeWithoutNumber else { return nil }
        let count = houses(at: place, inPiece: piece)
        if case .none = nearest, count == 0 { return place }
        return count < StreetBlocks.leastAddresses ? othersOfMany(around, inPiece: piece) : place
    }

    private func isFew(_ count: Int) -> Bool { count > 0 && count < StreetBlocks.leastAddresses }

    private func othersOfMany(_ around: Surroundings, inPiece piece: Int) -> PublicPlace? {
        around.others.first { houses(at: $0, inPiece: piece) >= StreetBlocks.leastAddresses }
    }

    /// Returns how many of the known houses have a place, at most three: with their addresses, else where none has, without a number.
    private func houses(at place: PublicPlace, inPiece piece: Int) -> Int {
        let count = byAddress.count(at: place, inPiece: piece)
        guard count == 0, !place.name.tellsNumber else { return count }
        return byPosition.known.houses.count(at: place, inPiece: piece)
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

    /// Returns what may be told around a position.
    ///
    /// Of streets that an address may mean, as where its direction is left out, the one at the position is meant, also where no
    /// block of that may be told: its namesake's would be another place.
    private func surroundings(
        of position: Coordinate, _ near: [StreetBlocks.Block], street: StreetName?, number: Int?
    ) -> Surroundings {
        let around = Surroundings(near: near, street: street)
        guard let street, around.own.contains(where: { !$0.names.contains(street) }),
            let title = blocks.title(
                of: street, holding: number, near: position, within: Self.reach)
        else { return around }
        return Surroundings(near: near, own: around.own.filter { $0.street == title })
    }

    /// The blocks around a position, the nearest first, and those of them that are of the street that is asked for.
    private struct Surroundings {
        let near: [StreetBlocks.Block]
        let own: [StreetBlocks.Block]

        init(near: [StreetBlocks.Block], own: [StreetBlocks.Block]) {
            self.near = near
            self.own = own
        }

        init(near: [StreetBlocks.Block], street: StreetName?) {
            self.init(near: near, own: street.map { street in near.filter { $0.isCalled(street) } } ?? [])
        }

        func block(holding number: Int) -> StreetBlocks.Block? { own.first { $0.holds(number) } }

        /// The street, else the nearest street.
        var placeWithoutNumber: PublicPlace? { own.first?.placeOfStreet ?? near.first?.placeBeside }

        /// Returns the block of a number, else the street, else the nearest street.
        func place(ofNumber number: Int) -> PublicPlace? {
            block(holding: number)?.place ?? placeWithoutNumber
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
        // A house lies as far from its position, and a block as far from the house.
        return PublicPlace(name: name, position: middle, reach: reach + 2 * PublicStreets.reach)
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
