import WardlineKit
import Chronology
import City
import Disclosure
import Geocoding
import Geometry
import Hotspots
import Locating
import Maps
import Records
import RoutingAudit
import ServiceRequests

/// All that the maps of a city's areas are made of: the cases that were asked for, placed and judged once for all
/// areas.
struct CityAtlas: Sendable {
    let city: CityFile
    let clock: CityClock
    let table: RequestTable
    let settings: MapSettings
    let layer: AreaLayer
    let selection: CaseSelection
    let legend: AtlasLegend
    /// The cases that may be drawn, the oldest first.
    let cases: [MapCase]
    /// How many requests the private categories have; `nil` where all categories are drawn, or none is private.
    let privateCounts: PrivateCounts?
    let streets: [MapStreet]
    let water: [MultiPolygon<Coordinate>]
    private let blocks: BlockFinder
    /// The cases of each area: indices into ``cases``.
    private let casesOfArea: [[Int]]
    /// Cases that no area has: they lie outside all, or have neither a position nor an area.
    let casesElsewhere: [Int]

    var asOf: CivilDate { selection.asOf }

    /// Whether anything says when cases are due: dates in the data, or targets in the city file.
    var knowsWhenDue: Bool {
        !table.due.seconds.isEmpty || city.categories.values.contains { $0.target != nil }
    }

    init(_ options: CityOptions, layerName: String?, settings: MapSettings) throws {
        let city = try options.readCity()
        let layerSettings = try city.layer(namedOrOnly: layerName)
        let loader = try RequestLoader(city: city)
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let table = try loader.read(
            options.requests, layers: layerSettings.assigned == nil ? [] : [layerSettings],
            jobs: options.jobs,
            progress: progress)
        let privacy = try PrivateCategories(
            city: city, categories: table.categories.values, audience: settings.audience)
        for note in privacy.notes { Terminal.warn(note.description) }
        let selection = try CaseSelection(
            table, city: city, privacy: privacy, clock: loader.clock, settings: settings)
        let references = ReferenceLoader(city: city)
        let reference = try references.openIfNamed(progress: progress)
        progress.show("locating \(NumberText.count(selection.cases.count)) cases")
        let layer = try AreaLayer(
            layerSettings, city: city, rows: table.count, asOf: selection.asOf, jobs: options.jobs)
        for note in layer.notes { Terminal.warn(note) }
        let routed = try RoutedRequests(
            table, in: layer,
            places: RequestPlacer(
                namedPlaceholders: city.requests.placeholders, reference: reference, jobs: options.jobs
            ).places(in: table, lookup: .allAddresses), clock: loader.clock, jobs: options.jobs)
        var cases = selection.cases
        for index in cases.indices {
            cases[index].placement = routed.placement(ofRow: cases[index].row)
            cases[index].routing = routed.routing(ofRow: cases[index].row)
        }
        let returns = try RepeatPlaces(
            table, city: city, clock: loader.clock, reference: reference, asOf: selection.asOf,
            jobs: options.jobs)
        for index in cases.indices { cases[index].timesReturned = returns.times(cases[index].row) }
        let lines = try references.streetLines(progress: progress)
        self.city = city
        self.clock = loader.clock
        self.table = table
        self.settings = settings
        self.layer = layer
        self.selection = selection
        privateCounts = Self.privateCounts(table.categories, privacy)
        self.cases = cases
        legend = AtlasLegend(selection.categories)
        streets = StreetNetwork(lines).streets
        water = try WaterLoader(city: city).shapes()
        blocks = BlockFinder(lines)
        (casesOfArea, casesElsewhere) = Self.byArea(cases, count: layer.areaCount)
    }

    /// Returns the cases of an area, those without a position that the CRM gave to it among them; the oldest first.
    func cases(of area: Int) -> [MapCase] { casesOfArea[area].map { cases[$0] } }

    /// Returns the block of a case as it may be made public; `nil` where the case has no position.
    func block(of item: MapCase) -> StreetBlock? {
        item.placement.position.map { blocks.block(ofAddress: table.address(at: item.row), near: $0) }
    }

    private static func privateCounts(
        _ categories: InternedColumn, _ privacy: PrivateCategories
    ) -> PrivateCounts? {
        var counts = [Int](repeating: 0, count: categories.values.count)
        for index in categories.indices where index >= 0 { counts[Int(index)] += 1 }
        return PrivateCounts(privacy, counts: zip(categories.values, counts))
    }

    private static func byArea(_ cases: [MapCase], count: Int) -> (ofArea: [[Int]], elsewhere: [Int]) {
        var ofArea = [[Int]](repeating: [], count: count)
        var elsewhere: [Int] = []
        for (index, item) in cases.enumerated() {
            if item.placement.home >= 0 {
                ofArea[item.placement.home].append(index)
            } else {
                elsewhere.append(index)
            }
        }
        return (ofArea, elsewhere)
    }
}
