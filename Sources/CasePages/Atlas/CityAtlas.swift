package import Boundaries
package import Chronology
package import City
package import Disclosure
import Geocoding
import Geometry
package import Locating
import Maps
import PageLanguage
import RoutingAudit
package import ServiceRequests
import Wording

/// All that the maps of a city's areas are made of: the cases that were asked for, placed and judged once for all
/// areas.
package struct CityAtlas: Sendable {
    package let city: CityFile
    let clock: CityClock
    /// The requests as the audience may know of them.
    package let table: RequestTable
    package let settings: MapSettings
    package let layer: AreaLayer
    package let selection: CaseSelection
    /// The cases that may be drawn, the oldest first.
    package let cases: [MapCase]
    /// How many requests the private categories have; `nil` where all categories are drawn, or none is private.
    package let privateCounts: PrivateCounts?
    let streets: [MapStreet]
    let water: [MultiPolygon<Coordinate>]
    /// The words of statuses that everybody may read.
    let statuses: TellableStatuses
    /// What people read in place of the CRM's names of categories.
    private let titles: CategoryTitles
    /// The layer's title in the words of the city file; ``layer`` has it in the pages' words.
    let layerTitle: String
    /// What an area is called within a sentence, in the words of the city file: `district`.
    let kind: String
    /// The groups in which maps show ``CaseSelection/categories``.
    let groups: CategoryGroups
    /// The first day of which openings and closings are counted.
    let movementDay: CivilDate
    /// What each area comes to.
    let figures: [AreaFigures]
    /// What cases that no area has come to, and the whole city.
    let figuresElsewhere: AreaFigures
    let cityFigures: AreaFigures
    /// What the council's offices referred, as in ``CaseSelection/referred``.
    let referred: [MapCase]
    /// Whether any request of the file could be told to be referred.
    let knowsReferrals: Bool
    private let places: CasePlaces
    /// The cases of each area: indices into ``cases``.
    private let casesOfArea: [[Int]]
    /// What somebody should know who publishes the pages.
    package let notes: [String]
    /// Cases that no area has: they lie outside all, or have neither a position nor an area.
    let casesElsewhere: [Int]

    package var asOf: CivilDate { settings.asOf }

    /// Whether anything says when cases are due: dates in the data, or targets in the city file.
    package var knowsWhenDue: Bool {
        !table.due.seconds.isEmpty || city.categories.all.values.contains { $0.target != nil }
    }

    /// What the file tells of closings.
    let closings: KnownClosings

    /// Whether anything says of any request that it is closed or open; else all count as open.
    var tellsClosed: Bool { closings.tellStates }

    /// The paper that was asked for, or that is usual where the city lies.
    var paper: PaperSize { settings.paper ?? .usual(in: city.timeZone) }

    /// Places, judges and orders the cases that were asked for.
    ///
    /// - Parameters:
    ///   - layer: The layer of the areas; where the table has assigned areas, they are this layer's.
    ///   - progress: Is told what is being done.
    /// - Throws: ``DisclosureError`` where something private would be published, ``UnknownCategory``, and what reading the
    ///   layer and the water throws.
    package init(
        _ sources: AtlasSources, layer layerSettings: CityFile.LayerSettings, settings: MapSettings,
        jobs: Int, progress: (AtlasStage) -> Void = { _ in }
    ) throws {
        let (city, clock, table) = (sources.city, sources.clock, sources.table)
        let movementDay =
            settings.since ?? settings.closedSince
            ?? CivilDate(daysSince1970: settings.asOf.daysSince1970 - CaseMovement.usualDays)
        let selection = try CaseSelection(
            table, city: city, privacy: sources.privacy, clock: clock, settings: settings,
            movementDay: movementDay)
        progress(.locating(cases: selection.cases.count))
        layerTitle = layerSettings.title
        kind = SentenceTitle.noun(layerSettings.title)
        var layerSettings = layerSettings
        layerSettings.title = settings.words.word(layerSettings.title)
        let layer = try AreaLayer(
            layerSettings, city: city, rows: table.count, asOf: settings.asOf, jobs: jobs)
        let routed = try RoutedRequests(
            table, in: layer,
            places: RequestPlacer(
                namedPlaceholders: city.requests.placeholders, reference: sources.reference, jobs: jobs
            ).places(in: table, lookup: .allAddresses), clock: clock, jobs: jobs)
        let problems = try RepeatedProblems(
            table, city: city, clock: clock, reference: sources.reference, asOf: settings.asOf, jobs: jobs)
        let pieces = settings.audience == .public ? GroundPieces(of: city, jobs: jobs) : nil
        let places = CasePlaces(
            sources, layer: layer, placements: routed.placements, pieceAt: { pieces?.piece(at: $0) ?? 0 })
        self.places = places
        // By where everybody may see it: whether a house itself is near the border would tell it from others of its block.
        func toldRouting(of item: MapCase) -> RoutedRequests.Routing {
            guard item.routing != .agreed, let place = places.place(of: item) else { return item.routing }
            let reach = place.reach + layer.settings.uncertainty
            return layer.hasBorder(within: reach, of: place.position) ? .uncertain : .misrouted
        }
        func placed(_ cases: [MapCase]) -> [MapCase] {
            cases.map { item in
                var item = item
                item.placement = routed.placement(ofRow: item.row)
                item.routing = routed.routing(ofRow: item.row)
                if settings.audience == .public { item.routing = toldRouting(of: item) }
                item.timesReturned = problems.timesReturned(ofRow: item.row)
                return item
            }
        }
        let cases = placed(selection.cases)
        referred = placed(selection.referred)
        knowsReferrals = Referrals(table, channels: city.referralChannels).areKnown
        self.city = city
        self.clock = clock
        self.table = table
        self.settings = settings
        self.layer = layer
        self.selection = selection
        self.movementDay = movementDay
        titles = CategoryTitles(city)
        groups = CategoryGroups(selection.categories, counts: selection.categoryCounts) { [titles] in
            settings.words.word(titles.group($0))
        }
        let people = try layerSettings.people.map { field in
            do throws(BoundaryError) {
                return try AreaNumbers.read(field, of: layer.edition)
            } catch {
                guard error.unfitName == .field(field) else { throw error }
                throw city.error(line: layerSettings.lines["people"], "\(error)")
            }
        }
        notes = sources.privacy.notes.map(\.description) + layer.notes + settings.words.notes
        privateCounts = sources.privateCounts
        self.cases = cases
        streets = StreetNetwork(sources.streetLines, in: layer.edition.window).streets
        water = try WaterLoader.shapes(of: city, in: layer.edition.window)
        statuses = TellableStatuses(counts: Dictionary(table.statuses.counts) { $0 + $1 })
        let (casesOfArea, casesElsewhere) = Self.byArea(cases, count: layer.areaCount)
        self.casesOfArea = casesOfArea
        self.casesElsewhere = casesElsewhere
        var movements = [CaseMovement](repeating: CaseMovement(), count: layer.areaCount)
        var elsewhere = CaseMovement()
        for (row, movement) in selection.movements {
            let area = routed.placement(ofRow: row).area
            if area.exists {
                movements[area.index] = movements[area.index] + movement
            } else {
                elsewhere = elsewhere + movement
            }
        }
        let closings = KnownClosings(table, clock: clock)
        self.closings = closings
        var counts = [ClosingCount](repeating: ClosingCount(), count: layer.areaCount)
        var (countElsewhere, countOfAll) = (ClosingCount(), ClosingCount())
        func count(_ rows: [Int32], _ one: ClosingCount) {
            for row in rows {
                let area = routed.placement(ofRow: Int(row)).area
                if area.exists { counts[area.index] += one } else { countElsewhere += one }
                countOfAll += one
            }
        }
        count(selection.closedRows, ClosingCount(open: 0, closed: 1, unusable: 0))
        count(selection.unusableRows, ClosingCount(open: 0, closed: 0, unusable: 1))
        for area in movements.indices {
            movements[area].tellsClosed = closings.tellClosings(of: counts[area])
        }
        elsewhere.tellsClosed = closings.tellClosings(of: countElsewhere)
        var moved = movements.reduce(elsewhere, +)
        moved.tellsClosed = closings.tellClosings(of: countOfAll)
        figures = (0..<layer.areaCount).map { [movements] area in
            AreaFigures(
                counts: AreaCounts(casesOfArea[area].lazy.map { cases[$0] }), movement: movements[area],
                people: people?[area])
        }
        figuresElsewhere = AreaFigures(
            counts: AreaCounts(casesElsewhere.lazy.map { cases[$0] }), movement: elsewhere)
        let all = people?.compactMap(\.self) ?? []
        cityFigures = AreaFigures(
            counts: AreaCounts(cases), movement: moved,
            people: !all.isEmpty && all.count == layer.areaCount ? all.reduce(0, +) : nil)
    }

    /// Returns the cases of an area, those without a position that the CRM gave to it among them; the oldest first.
    package func cases(of area: Ordinal<Area>) -> [MapCase] {
        casesOfArea[area.index].map { cases[$0] }
    }

    /// Returns what pages call a category, in their language where the catalogue has it.
    package func title(ofCategory category: String) -> String {
        settings.words.word(titles.title(category))
    }

    /// Whether the city file gives any category a title.
    var givesTitles: Bool { titles.areGiven }

    /// Returns where everybody may see a case; `nil` where it has no position.
    func publicPlace(of item: MapCase) -> PublicPlace? { places.place(of: item) }

    private static func byArea(_ cases: [MapCase], count: Int) -> (ofArea: [[Int]], elsewhere: [Int]) {
        var ofArea = [[Int]](repeating: [], count: count)
        var elsewhere: [Int] = []
        for (index, item) in cases.enumerated() {
            if item.placement.area.exists {
                ofArea[item.placement.area.index].append(index)
            } else {
                elsewhere.append(index)
            }
        }
        return (ofArea, elsewhere)
    }
}
