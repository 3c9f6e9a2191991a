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

    /// How far a block may lie from the position that was recorded, metres.
    private static let reach = 300.0

    /// - Parameters:
    ///   - lines: The streets as they are drawn.
    ///   - houses: The addresses that the reference knows, to find blocks of less than three; none where it knows none.
    ///   - pieceAt: See ``PublicPlaces/PieceFinder``.
    package init(
        _ lines: [StreetLine], houses: [KnownHouse], parser: AddressParser = AddressParser(),
        pieceAt: @escaping PublicPlaces.PieceFinder
    ) {
        let window = LongitudeWindow(closest: lines.lazy.flatMap(\.line))
        self.window = window
        blocks =
            window == .standard
            ? StreetBlocks(lines, houses: houses, pieceAt: pieceAt)
            : StreetBlocks(
                lines.map { $0.written(in: window) }, houses: houses.map { $0.written(in: window) },
                pieceAt: { pieceAt($0.standard) })
        self.parser = parser
        self.pieceAt = pieceAt
    }

    /// Returns the place of a request, `nil` where no street is near.
    ///
    /// - Parameter position: Where the request was made; of two blocks with one name the nearer one is meant.
    package func place(ofAddress address: String?, near position: Coordinate) -> PublicPlace? {
        let piece = pieceAt(position.standard)
        let position = window.coordinate(position.standard)
        let near = blocks.near(position, inPiece: piece, within: Self.reach)
        guard let nearest = near.first else { return nil }
        if let reading = address.map({ parser.parse($0).best }), reading.isPlaceable,
            let place = place(of: reading, among: near, position)
        {
            return place
        }
        return PublicPlace(
            name: nearest.street.isEmpty ? .unnamed : .near(street: nearest.street),
            position: nearest.middle, reach: nearest.reach + Self.reach)
    }

    private func place(
        of reading: AddressReading, among near: [StreetBlocks.Block], _ position: Coordinate
    ) -> PublicPlace? {
        let own = near.filter { $0.isCalled(reading.street) }
        if reading.kind == .intersection, let cross = reading.crossStreets.first {
            return crossing(own, other: near.filter { $0.isCalled(cross) }, position: position)
        }
        if let number = reading.blockNumber,
            let block = own.first(where: { $0.holds(number) })
        {
            return PublicPlace(name: block.name, position: block.middle, reach: block.reach)
        }
        return own.first.map {
            PublicPlace(name: .street($0.street), position: $0.middle, reach: $0.reach + Self.reach)
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
