import Geometry
import GeometryEngine
import Statistics

/// Finds the reference system of eastings and northings.
struct GridSearch: Sendable {
    /// Such as `EPSG:2248`; `nil` where nothing tells it.
    private(set) var code: String?
    private(set) var evidence = ""
    /// Others that may be meant as well.
    private(set) var alternatives: [String] = []
    /// All in which the numbers lie where the areas are, that which was taken first.
    private(set) var fitting: [CoordinateReferenceSystem.Entry] = []
    /// That of the areas' own file among them; `nil` where the numbers do not lie in the city by it, or as many do by others alone.
    private(set) var ofAreas: CoordinateReferenceSystem.Entry?
    /// How well systems that put the requests elsewhere agree with the areas that were assigned; `nil` where there are none.
    private(set) var comparison: String?
    /// Whether they do not bear out the usual system.
    private(set) var isOpen = false

    /// Takes another of those that fit, or says why not.
    ///
    /// - Parameter isOpen: Whether people have to look at it.
    mutating func compare(
        taking other: CoordinateReferenceSystem.Entry?, because comparison: String, isOpen: Bool
    ) {
        self.comparison = comparison
        self.isOpen = isOpen
        guard let other else { return }
        let own = fitting.first.map { "\($0.code) (\($0.name))" }
        alternatives = ([own].compactMap(\.self) + alternatives.filter { !$0.hasPrefix("\(other.code) ") })
            .prefix(3).map(\.self)
        code = other.code
        evidence =
            "\(other.name): of the systems in which the numbers lie where the areas are, most positions agree by it"
    }

    /// A system that is known otherwise.
    init(code: String, evidence: String) {
        self.code = code
        self.evidence = evidence
    }

    /// Looks for systems in which the numbers lie where the city is.
    ///
    /// - Parameters:
    ///   - city: The box around areas or streets, degrees.
    ///   - areas: The systems that the areas' own files name.
    init(
        _ points: [MapPoint], within city: Box<Coordinate>, areas: [CoordinateReferenceSystem] = []
    ) throws(GeometryError) {
        let region = city.expanded(byX: 0.02, y: 0.02)
        let ownPositions = try areas.filter { !$0.isGeographic }.map { system throws(GeometryError) in
            try Self.positions(of: points, in: system)
        }
        var fitting: [Fit] = []
        for entry in CoordinateReferenceSystem.projected(covering: city) {
            guard let system = try? CoordinateReferenceSystem(entry.code) else { continue }
            let positions = try Self.positions(of: points, in: system)
            let inside = positions.count { $0.map(region.contains) ?? false }
            guard !points.isEmpty, inside * 5 >= points.count * 4 else { continue }
            fitting.append(
                Fit(
                    entry: entry, share: Double(inside) / Double(points.count),
                    isOfAreas: ownPositions.contains { Self.areAlike($0, positions) }))
        }
        var ordered = fitting.sorted { Self.rank($0.entry) < Self.rank($1.entry) }
        guard let usual = ordered.first else { return }
        if let own = ordered.firstIndex(where: { $0.isOfAreas && $0.share >= usual.share - 0.01 }) {
            ordered.insert(ordered.remove(at: own), at: 0)
            ofAreas = ordered[0].entry
        }
        let best = ordered[0]
        self.fitting = ordered.map(\.entry)
        code = best.entry.code
        evidence =
            "\(best.entry.name): in it \(Int((100 * best.share).rounded())) % of the numbers lie where the areas are"
            + (ofAreas == nil ? "" : ", whose own file is in it")
        alternatives = ordered.dropFirst().prefix(3).map { "\($0.entry.code) (\($0.entry.name))" }
    }

    /// Knows the grids that a country uses by its postal codes and by their ranges, where there is nothing to lie in.
    init(_ points: [MapPoint], country: String?) {
        guard let x = median(points.map(\.x)), let y = median(points.map(\.y)) else { return }
        let grid: (code: String, name: String)? =
            if country == "GB", (0...700_000).contains(x), (0...1_300_000).contains(y) {
                ("EPSG:27700", "British National Grid")
            } else if (2_480_000...2_840_000).contains(x), (1_070_000...1_300_000).contains(y) {
                ("EPSG:2056", "CH1903+ / LV95")
            } else if country == "CH", (480_000...840_000).contains(x), (70_000...300_000).contains(y) {
                ("EPSG:21781", "CH1903 / LV03")
            } else if country == "FR", (100_000...1_250_000).contains(x), (6_000_000...7_200_000).contains(y)
            {
                ("EPSG:2154", "RGF93 / Lambert-93")
            } else if country == "NL", (0...300_000).contains(x), (300_000...640_000).contains(y) {
                ("EPSG:28992", "Amersfoort / RD New")
            } else { nil }
        code = grid?.code
        evidence = grid.map { "\($0.name), by the range of the numbers; nothing else bears it out" } ?? ""
    }

    /// The country that postal codes, Britain's numbers of properties and streets, or German words in the header show, as far as it
    /// tells grids apart.
    static func country(ofPostalCodes zips: [String], header: [String]) -> String? {
        let countries = CityCountry.countries(withPostalCodes: zips)
        if countries.count == 1 { return countries.first }
        let words = Set(header.flatMap { ColumnName($0).words })
        if !words.isDisjoint(with: ["uprn", "usrn"]) { return "GB" }
        return words.isDisjoint(with: ["strasse", "plz", "hausnr", "haus", "hausnummer"]) ? nil : "CH"
    }

    /// A system in which the numbers lie where the areas are.
    private struct Fit {
        let entry: CoordinateReferenceSystem.Entry
        let share: Double
        /// Whether it puts the numbers where the system of the areas' own file does.
        let isOfAreas: Bool
    }

    private static func positions(
        of points: [MapPoint], in system: CoordinateReferenceSystem
    ) throws(GeometryError) -> [Coordinate?] {
        let transformation = try CoordinateTransformation(from: system, to: .wgs84)
        var moved = points
        transformation.transform(&moved)
        return moved.map { $0.x.isFinite ? Coordinate(longitude: $0.x, latitude: $0.y) : nil }
    }

    /// Whether two systems put all numbers on the same places, to about a metre.
    private static func areAlike(_ first: [Coordinate?], _ second: [Coordinate?]) -> Bool {
        !first.isEmpty
            && zip(first, second).allSatisfy { first, second in
                guard let first, let second else { return first == nil && second == nil }
                return abs(first.longitude - second.longitude) < 1e-5
                    && abs(first.latitude - second.latitude) < 1e-5
            }
    }

    /// The usual realizations come before those of surveyors, which lie within a metre or two of them.
    private static func rank(_ entry: CoordinateReferenceSystem.Entry) -> String {
        let isUsual = ["NAD83 / ", "OSGB36 / ", "WGS 84 / ", "ETRS89 / ", "RGF93 v1 / ", "CH1903+ / "]
            .contains { entry.name.hasPrefix($0) }
        return (isUsual ? "0" : "1") + (entry.name.contains("UTM") ? "1" : "0")
            + String(1000 + entry.name.count) + entry.code
    }
}
