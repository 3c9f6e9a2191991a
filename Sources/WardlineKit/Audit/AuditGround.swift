import Boundaries
import City
import Geocoding
import Geometry
import Locating
import Records
import RoutingAudit
import ServiceRequests
import Wording

/// What an audit is asked, and the areas that it judges by: all that is known before its requests are read.
struct AuditGround: Sendable {
    /// The city with the layers that are judged by alone.
    let city: CityFile
    /// The file of requests, or `-` for standard input.
    let source: String
    let work: CityWork
    let read: [Layer]
    /// The names of the city's layers that are not audited, since nothing says which column holds the CRM's answer.
    let layersLeftOut: [String]
    /// Whether all layers that can be judged are.
    let isOfAllLayers: Bool
    let listing: RoutingAuditor.Listing
    let carrying: [String]
    let choice: RequestChoice
    /// The columns that are kept for what is asked.
    let keeping: KeptColumns
    let systems = SystemsStock()
    private let loader: LayerLoader

    init(
        _ source: String, city: CityFile, layerName: String?, listing: RoutingAuditor.Listing,
        carrying: [String], choice: RequestChoice, loadable: LoadableRepairs.Settings?, options: WorkOptions
    ) throws {
        if let problem = FindingColumns.problem(carrying: carrying) { throw problem }
        var city = city
        (city.layers, layersLeftOut) = try city.judgedLayers(only: layerName)
        guard !city.layers.isEmpty else {
            throw CityWorkError.noLayer(city: city.path)
        }
        self.city = city
        self.source = source
        self.listing = listing
        self.carrying = carrying
        self.choice = choice
        isOfAllLayers = layerName == nil
        work = try CityWork.begin(city, options: options)
        loader = LayerLoader(city: city, jobs: options.jobs)
        read = try loader.layers()
        var keeping = KeptColumns()
        keeping.named = choice.columns.map { ($0.column, SettingName.where) }
        if let loadable {
            keeping.named += [loadable.key].compactMap(\.self).map { ($0, SettingName.key) }
            keeping.fields = [.id, .assigned, .longitude, .latitude]
        }
        self.keeping = keeping
    }

    /// Whether each request has a finding in each layer.
    var isListingAll: Bool { Self.isListingAll(listing, choice) }

    static func isListingAll(_ listing: RoutingAuditor.Listing, _ choice: RequestChoice) -> Bool {
        listing == .all || !choice.isAll
    }

    var memoryWork: MemoryNeed.Work { isListingAll ? .listing(layers: city.layers.count) : .judging }

    func preparedLayers(rows: Int) throws -> [PreparedLayer] {
        try loader.preparedLayers(of: read, rows: rows)
    }

    var placeholderFinder: PlaceholderFinder { PlaceholderFinder(named: city.requests.placeholders) }

    /// - Parameter table: Has the texts of all requests.
    func warn(ofTextsUnknownIn table: RequestTable) {
        for (setting, text, nearest) in choice.unknownTexts(in: table) {
            work.options.warn(
                "\(work.options.terms[setting]) \(text): no request has it; the nearest is “\(nearest)”")
        }
    }

    /// Says which texts of columns no request has.
    func warn(ofUnmetIn columns: RequestChoice.ColumnCensus) {
        for (asked, nearest) in columns.unmet {
            let near = nearest.map { "“\($0)”" }.joined(separator: ", ")
            work.options.warn(
                "\(work.options.terms[.where]) \(asked.column)=\(asked.text): no request has it, letter for letter"
                    + (near.isEmpty ? "" : "; the nearest \(nearest.count == 1 ? "is" : "are") \(near)"))
        }
    }

    /// Says how many requests of a table are left out by days that nothing tells of them.
    func warn(ofUndatedIn table: RequestTable) {
        let count = choice.undated(in: table)
        guard count > 0 else { return }
        let settings: [SettingName?] = [choice.since.map { _ in .since }, choice.until.map { _ in .until }]
        work.options.warn(
            "\(settings.compactMap { $0.map { work.options.terms[$0] } }.joined(separator: " and ")): \(DayText.counted(count, "request"))"
                + " without a readable date of opening \(count == 1 ? "is" : "are") not among those that are told of"
        )
    }

    /// Says when nearly no request lies near a layer's areas: one of the two is in another place or system.
    ///
    /// - Parameters:
    ///   - grid: The reference system of the eastings and northings that positions were made of; `nil` for degrees.
    ///   - reference: The city's streets and addresses; `nil` for none.
    func warnWhereFarAway(_ positions: [Coordinate], inGrid grid: String?, beside reference: StreetReference?)
    {
        work.warn(of: editions, farFrom: positions, inGrid: grid, beside: reference)
    }

    var editions: [Edition] { read.flatMap(\.editions) }
}
