package import Geometry
import GeometryEngine
import Statistics

/// Tells whether areas lie where the requests are, and if not, what would bring them there.
package struct PlacementCheck: Sendable {
    /// Where the requests are: usable positions, degrees.
    private let positions: [Coordinate]
    /// The middle of the positions: the median of each axis, which a few wrong ones do not move.
    private let middle: Coordinate

    /// Fewer positions than this share near the areas mean that the areas lie elsewhere. A layer may well be for a small
    /// part of the city.
    private static let leastShare = 0.01
    /// A reference system fits where it brings at least this share of the positions into the areas' box.
    private static let fittingShare = 0.5

    /// The reference system of the eastings and northings that these were made of; `nil` for degrees.
    private let grid: String?

    /// Returns `nil` where there is no position to compare with.
    package init?(positions: [Coordinate], inGrid grid: String? = nil) {
        guard !positions.isEmpty else { return nil }
        self.positions = positions
        self.grid = grid
        middle = Coordinate(
            longitude: median(positions.map(\.longitude)) ?? 0,
            latitude: median(positions.map(\.latitude)) ?? 0)
    }

    /// Returns a finding where an edition lies somewhere else.
    package func finding(for edition: Edition) -> BoundaryFinding? {
        let extent = edition.home
        let near = extent.expanded(byX: extent.width / 2, y: extent.height / 2)
        guard share(in: near, window: edition.window) < PlacementCheck.leastShare else { return nil }
        let stored = Box(enclosing: edition.shapes.compactMap(\.box).flatMap(\.corners))
        if let doubt = doubtOfGrid(beside: edition) {
            return BoundaryFinding(
                kind: .misplaced, edition: edition.name, place: edition.home.center,
                message: "lies elsewhere than the requests: \(doubt)")
        }
        return BoundaryFinding(
            kind: .misplaced, edition: edition.name, place: edition.home.center,
            message: message(placesAround: edition.home.center, stored: stored, awayFrom: "the requests"))
    }

    /// Returns how far some places lie from the positions, and what their numbers would have to be to lie there, in words.
    ///
    /// - Parameters:
    ///   - middle: That of the places.
    ///   - stored: The box around their numbers; `nil` for none.
    ///   - what: What is at the positions, such as `the areas`.
    package func message(
        placesAround middle: Coordinate, stored: Box<MapPoint>?, awayFrom what: String
    ) -> String {
        "lies about \(kilometres(to: middle)) km from \(what), around \(middle.text); "
            + advice(stored.map(fitting) ?? [])
    }

    private func kilometres(to place: Coordinate) -> String {
        (SpacePoint(middle).arc(to: SpacePoint(place)) / 1000).decimals(0)
    }

    /// Says that the positions are elsewhere, and not the areas; `nil` where the areas may as well be.
    ///
    /// Maps that lie together, or with the streets, are not all wrong in the same way: where a reading of the positions brings them
    /// there, theirs is the likelier fault.
    /// - Parameters:
    ///   - editions: All of them lie elsewhere than the positions.
    ///   - hasReference: Whether streets or addresses lie with the areas.
    package func doubtOfPositions(beside editions: [Edition], hasReference: Bool) -> String? {
        guard let first = editions.first, editions.count > 1 || hasReference,
            editions.indices.allSatisfy({ index in
                var others = editions
                let own = others.remove(at: index)
                return NeighbourhoodCheck.finding(for: own, among: others) == nil
            })
        else { return nil }
        let near = first.home.expanded(byX: first.home.width / 2, y: first.home.height / 2)
        let readings: [(text: String, advice: String, place: (Coordinate) -> Coordinate)] = [
            (
                "With longitude and latitude exchanged",
                "exchange longitude: and latitude: under columns: in the city file",
                { Coordinate(longitude: $0.latitude, latitude: $0.longitude) }
            ),
            (
                "With the other sign of the longitude", "mend the column of longitudes",
                { Coordinate(longitude: -$0.longitude, latitude: $0.latitude) }
            ),
            (
                "With the other sign of the latitude", "mend the column of latitudes",
                { Coordinate(longitude: $0.longitude, latitude: -$0.latitude) }
            ),
        ]
        for reading in readings {
            let there = positions.count {
                near.contains(first.window.coordinate(reading.place($0).standard))
            }
            guard Double(there) >= Self.fittingShare * Double(positions.count) else { continue }
            let maps = editions.count == 1 ? "the map" : "all \(editions.count) maps"
            let agreeing =
                editions.count == 1
                ? ", which lies with the streets and addresses"
                : ", which lie together" + (hasReference ? " and with the streets and addresses" : "")
            return
                "the requests lie about \(kilometres(to: first.home.center)) km from \(maps)\(agreeing): their own positions are the likelier"
                + " fault. \(reading.text) \(there) of \(positions.count) lie there:"
                + " \(reading.advice)"
        }
        return nil
    }

    /// Returns in words what the numbers of a file would have to be to lie at the requests.
    package func advice(for stored: Box<MapPoint>) -> String { advice(fitting(stored)) }

    /// Says that the positions are elsewhere, since the eastings and northings that they were made of lie at the areas when they are read
    /// otherwise; `nil` where no reading brings them there. That is no chance, as with two numbers of degrees it might be.
    ///
    /// - Parameter edition: Lies elsewhere than the positions.
    package func doubtOfGrid(beside edition: Edition) -> String? {
        guard let grid, let readings = try? GridReadings(grid) else { return nil }
        let near = edition.home.expanded(byX: edition.home.width / 2, y: edition.home.height / 2)
        var there: [String: Int] = [:]
        var order: [String] = []
        for position in positions {
            for reading in readings.readings(of: position)
            where near.contains(edition.window.coordinate(reading.coordinate.standard)) {
                if there.updateValue((there[reading.words] ?? 0) + 1, forKey: reading.words) == nil {
                    order.append(reading.words)
                }
            }
        }
        let most = order.max { (there[$0] ?? 0) < (there[$1] ?? 0) }
        guard let most, let count = there[most],
            Double(count) >= Self.fittingShare * Double(positions.count)
        else { return doubtOfSystem(readings, named: grid, beside: edition, near: near) }
        return
            "the requests lie about \(kilometres(to: edition.home.center)) km from the map: their own positions are the likelier fault."
            + " With \(most) \(count) of \(positions.count) lie there: mend x:, y: and crs: under requests: in the city file, or the"
            + " columns"
    }

    /// Says which other reference system would bring the eastings and northings to the areas, as the next zone of UTM does.
    private func doubtOfSystem(
        _ readings: GridReadings, named grid: String, beside edition: Edition, near: Box<Coordinate>
    ) -> String? {
        let step = max(1, positions.count / Self.comparedPositions)
        let numbers = stride(from: 0, to: positions.count, by: step).compactMap {
            readings.numbers(of: positions[$0])
        }
        guard !numbers.isEmpty, let own = try? CoordinateReferenceSystem(grid).name else { return nil }
        let fitting = CoordinateReferenceSystem.projected(covering: edition.home).filter { entry in
            guard let system = try? CoordinateReferenceSystem(entry.code),
                let transformation = try? CoordinateTransformation(from: system, to: .wgs84)
            else { return false }
            let there = numbers.count { number in
                transformation.transformed(number).map {
                    near.contains(
                        edition.window.coordinate(Coordinate(longitude: $0.x, latitude: $0.y).standard))
                } ?? false
            }
            return Double(there) >= Self.fittingShare * Double(numbers.count)
        }
        // The same grid's next zone is meant before all others.
        let kin = fitting.filter { Self.grid($0.name) == Self.grid(own) }
        guard let first = kin.first ?? fitting.first else { return nil }
        let more = fitting.count > 1 ? ", or as \(fitting.count - 1) more," : ""
        return
            "the requests lie about \(kilometres(to: edition.home.center)) km from the map: crs: \(grid) (\(own)) is the likelier fault."
            + " Read as \(first.code) (\(first.name))\(more) the numbers of x and y lie there: mend crs: under requests: in the city file"
    }

    /// So many positions tell where all are.
    private static let comparedPositions = 200

    /// Returns a system's name without the number of its zone: `WGS 84 / UTM zone N`.
    private static func grid(_ name: String) -> String {
        guard let slash = name.firstIndex(of: "/") else { return name }
        return name[..<slash] + name[slash...].filter { !$0.isNumber }
    }

    /// Returns the readings of stored numbers that bring them to the requests, most likely first.
    package func fitting(_ stored: Box<MapPoint>) -> [String] {
        var found: [String] = []
        let swapped = Box<Coordinate>(
            minX: stored.minY, minY: stored.minX, maxX: stored.maxY, maxY: stored.maxX)
        let plain = Box<Coordinate>(
            minX: stored.minX, minY: stored.minY, maxX: stored.maxX, maxY: stored.maxY)
        if fits(plain) { found.append("longitude and latitude (EPSG:4326)") }
        if fits(swapped) { found.append("latitude and longitude, swapped") }
        for (number, x, y) in [
            ("longitude", -1.0, 1.0), ("latitude", 1, -1), ("longitude and latitude", -1, -1),
        ]
        where fits(plain.scaled(byX: x, y: y)) {
            found.append("degrees with the other sign of the \(number)")
        }
        guard found.isEmpty else { return found }
        let around = Box(minX: middle.x, minY: middle.y, maxX: middle.x, maxY: middle.y) as Box<Coordinate>
        for system in CoordinateReferenceSystem.projected(covering: around)
        where fits(stored, in: system.code) {
            found.append("\(system.code) (\(system.name))")
        }
        return found
    }

    private func advice(_ fitting: [String]) -> String {
        guard !fitting.isEmpty else {
            return "no usual reference system would bring it there: is it another city's, or badly converted?"
        }
        let more = fitting.count > 3 ? " or \(fitting.count - 3) more" : ""
        return "its numbers would fit as \(fitting.prefix(3).joined(separator: ", "))\(more)"
    }

    private func fits(_ stored: Box<MapPoint>, in code: String) -> Bool {
        guard let system = try? CoordinateReferenceSystem(code),
            let transformation = try? CoordinateTransformation(from: system, to: .wgs84)
        else { return false }
        let corners = stored.corners.compactMap(transformation.transformed)
        guard corners.count == 4 else { return false }
        return Box(enclosing: corners.map { Coordinate(longitude: $0.x, latitude: $0.y) }).map(fits) ?? false
    }

    private func fits(_ box: Box<Coordinate>) -> Bool {
        let wide = box.expanded(byX: box.width * 0.05, y: box.height * 0.05)
        return box.width < 20 && box.height < 20 && share(in: wide) >= PlacementCheck.fittingShare
    }

    private func share(in box: Box<Coordinate>, window: LongitudeWindow = .standard) -> Double {
        Double(positions.count { box.contains(window.coordinate($0)) }) / Double(positions.count)
    }
}

extension Box<Coordinate> {
    fileprivate func scaled(byX x: Double, y: Double) -> Box<Coordinate> {
        let sides = (x: [minX * x, maxX * x].sorted(), y: [minY * y, maxY * y].sorted())
        return Box(minX: sides.x[0], minY: sides.y[0], maxX: sides.x[1], maxY: sides.y[1])
    }
}
