package import AddressParsing
package import Geometry

/// Names the hundred block of an address, and finds the block's middle on the streets around a position.
///
/// Neither says where in the block the address is: the middle is the same for all of its houses.
package struct BlockFinder: Sendable {
    private let lines: [StreetLine]
    private let grid: CellGrid
    private let parser: AddressParser

    /// How far a block may lie from the position that was recorded, metres.
    private static let reach = 300.0
    /// Where no street is near, positions are moved to the middle of a square of so many degrees.
    private static let square = 0.004

    package init(_ lines: [StreetLine], parser: AddressParser = AddressParser()) {
        self.lines = lines.filter { $0.line.count > 1 }
        grid = CellGrid(
            self.lines.map { Box(enclosing: $0.line) ?? Box(minX: 0, minY: 0, maxX: 0, maxY: 0) })
        self.parser = parser
    }

    /// Returns the block of an address. Never the house, and never the position itself.
    ///
    /// - Parameter position: Where the request was made; of two blocks with one name the nearer one is meant.
    package func block(ofAddress address: String?, near position: Coordinate) -> StreetBlock {
        let near = lines(near: position)
        guard let reading = address.map({ parser.parse($0).best }), reading.isPlaceable else {
            return block(ofNearest: near, title: nil, position)
        }
        if reading.kind == .intersection, let cross = reading.crossStreets.first {
            return crossing(reading.street, cross, near, position)
        }
        return block(of: reading, near, position)
    }

    // MARK: Blocks

    private func block(of reading: AddressReading, _ near: [NearLine], _ position: Coordinate) -> StreetBlock
    {
        let own = near.filter { $0.line.isCalled(reading.street) }
        guard let number = reading.number?.value else {
            let title = own.first?.line.title ?? Self.safeTitle(reading)
            return block(ofNearest: own.isEmpty ? near : own, title: title, position)
        }
        let first = number / 100 * 100
        let inBlock = own.filter { $0.line.numbers?.overlaps(first...(first + 99)) ?? false }
        let title = StreetBlock.title(
            of: first, street: (inBlock.first ?? own.first)?.line.title ?? Self.safeTitle(reading))
        guard let nearest = inBlock.first else {
            return block(ofNearest: own.isEmpty ? near : own, title: title, position)
        }
        let plane = LocalPlane(origin: position)
        let street = inBlock.filter { $0.line.title == nearest.line.title }.map(\.line.line)
        return StreetBlock(title: title, middle: Self.middle(of: street, on: plane))
    }

    /// Takes the middle of the nearest line for the block's, whatever its name.
    private func block(ofNearest near: [NearLine], title: String?, _ position: Coordinate) -> StreetBlock {
        guard let nearest = near.first else {
            return StreetBlock(title: title ?? "", middle: Self.squareMiddle(around: position))
        }
        let name = title ?? (nearest.line.title.isEmpty ? "" : "near \(nearest.line.title)")
        return StreetBlock(
            title: name, middle: Self.middle(of: [nearest.line.line], on: LocalPlane(origin: position)))
    }

    /// Returns the street as the address has it, or nothing where a number in it might be a house's.
    private static func safeTitle(_ reading: AddressReading) -> String {
        let street = reading.street
        let holdsNumber = street.name.split(separator: " ").contains { $0.allSatisfy(\.isNumber) }
        return holdsNumber && street.preType.isEmpty ? "" : street.title
    }

    // MARK: Crossings

    private func crossing(
        _ first: StreetName, _ second: StreetName, _ near: [NearLine], _ position: Coordinate
    ) -> StreetBlock {
        let one = near.filter { $0.line.isCalled(first) }
        let other = near.filter { $0.line.isCalled(second) }
        let names = [one.first?.line.title ?? first.title, other.first?.line.title ?? second.title].sorted()
        let title = names.joined(separator: " & ")
        let ends = Set(other.flatMap { [$0.line.line.first, $0.line.line.last].compactMap(\.self) })
        let shared = one.flatMap { [$0.line.line.first, $0.line.line.last].compactMap(\.self) }
            .filter(ends.contains)
        let nearest = shared.map { (place: $0, distance: LocalPlane.distance($0, position)) }
            .min { ($0.distance, $0.place.x, $0.place.y) < ($1.distance, $1.place.x, $1.place.y) }
        guard let nearest else { return block(ofNearest: one.isEmpty ? near : one, title: title, position) }
        return StreetBlock(title: title, middle: nearest.place)
    }

    // MARK: Places

    private struct NearLine {
        let line: StreetLine
        let distance: Double
        let index: Int
    }

    /// Returns the lines around a position, the nearest first.
    private func lines(near position: Coordinate) -> [NearLine] {
        let plane = LocalPlane(origin: position)
        let box = Box<Coordinate>(
            minX: position.longitude - Self.reach / plane.perLongitude,
            minY: position.latitude - Self.reach / plane.perLatitude,
            maxX: position.longitude + Self.reach / plane.perLongitude,
            maxY: position.latitude + Self.reach / plane.perLatitude)
        var found: Set<Int> = []
        grid.forEachItem(in: box) { found.insert($0) }
        return found.compactMap { index -> NearLine? in
            let points = lines[index].line.map(plane.point)
            let distance = PlaneLine.distance(from: ProjectedPoint(x: 0, y: 0), to: points)
            return distance > Self.reach
                ? nil : NearLine(line: lines[index], distance: distance, index: index)
        }.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    }

    /// Returns the point of some lines that is nearest to the middle of them all.
    private static func middle(of lines: [[Coordinate]], on plane: LocalPlane) -> Coordinate {
        let lines = lines.map { $0.map(plane.point) }
        let middle = PlaneLine.middle(of: lines)
        let nearest = lines.map { PlaneLine.nearest(to: middle, on: $0) }
            .min { $0.distance(to: middle) < $1.distance(to: middle) }
        return plane.coordinate(nearest ?? middle)
    }

    private static func squareMiddle(around position: Coordinate) -> Coordinate {
        func middle(_ degrees: Double) -> Double { ((degrees / square).rounded(.down) + 0.5) * square }
        return Coordinate(longitude: middle(position.longitude), latitude: middle(position.latitude))
    }
}

extension StreetLine {
    /// Whether an address that names a street so may mean this one: what both name has to agree.
    func isCalled(_ street: StreetName) -> Bool {
        names.contains { own in
            guard own.name == street.name, own.preType == street.preType else { return false }
            func agree<Part: Equatable>(_ one: Part?, _ other: Part?) -> Bool {
                one == nil || other == nil || one == other
            }
            func said(_ text: String) -> String? { text.isEmpty ? nil : text }
            return agree(own.preDirectional, street.preDirectional)
                && agree(own.postDirectional, street.postDirectional)
                && agree(said(own.postType), said(street.postType))
        }
    }
}
