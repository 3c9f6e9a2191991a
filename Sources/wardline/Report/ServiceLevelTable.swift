import ServiceLevels

/// How well some requests were served.
struct ServiceLevel: Sendable {
    let requests: Int
    let stillOpen: Int
    /// Days within which half, or nine of ten, were closed; `nil` where too many are still open to say.
    let median: Double?
    let ninetiethPercentile: Double?
    let tally: TargetTally
    /// Where an area's share on time lies beside the city's; `nil` for the city itself and where too few were due.
    var funnel: Funnel.Area?
    /// How far the median lies from the areas' middle one, as a robust z; `nil` where there are too few areas.
    var medianScore: Double?

    init(_ requests: some Collection<ServedRequest>) throws {
        let curve = try WaitCurve(requests.map(\.wait))
        self.requests = curve.requests
        stillOpen = curve.stillOpen
        median = curve.median
        ninetiethPercentile = curve.ninetiethPercentile
        tally = TargetTally(requests.lazy.compactMap(\.outcome))
    }

}

/// The service levels of one category, or of all together, in the city and in each area.
struct CategoryLevels: Sendable {
    /// `nil` for all together.
    let category: String?
    let city: ServiceLevel
    /// In the order of the layer's areas.
    let areas: [ServiceLevel]
    /// How much more the areas' shares on time vary than by chance: 1 for no more.
    let overdispersion: Double

    /// Robust scores say something from so many areas on.
    private static let fewestScored = 5
    /// An area is judged where so many are expected on time and so many late.
    private static let fewestExpected = 5.0

    init(_ requests: [ServedRequest], category: String?, areaCount: Int) throws {
        self.category = category
        city = try ServiceLevel(requests)
        var ofArea = [[ServedRequest]](repeating: [], count: areaCount)
        for request in requests where request.area >= 0 { ofArea[request.area].append(request) }
        var levels = try ofArea.map { try ServiceLevel($0) }
        let funnel = try Funnel(
            counts: levels.map(\.tally.onTime), totals: levels.map(\.tally.known),
            fewestExpected: Self.fewestExpected)
        for (index, place) in funnel.areas.enumerated() { levels[index].funnel = place }
        let scored = levels.indices.filter { levels[$0].median != nil }
        if scored.count >= Self.fewestScored {
            let scores = try robustScores(scored.map { levels[$0].median ?? 0 })
            for (index, score) in zip(scored, scores) { levels[index].medianScore = score }
        }
        areas = levels
        overdispersion = funnel.overdispersion
    }
}

/// The service levels of all categories.
struct ServiceLevelTable: Sendable {
    /// All categories together, then each, the one with the most requests first.
    let categories: [CategoryLevels]

    init(_ requests: [ServedRequest], names: [String], areaCount: Int) throws {
        let ofCategory = Dictionary(grouping: requests, by: \.category)
        let order = ofCategory.keys.sorted {
            (ofCategory[$1]?.count ?? 0, names[$0]) < (ofCategory[$0]?.count ?? 0, names[$1])
        }
        var levels = [try CategoryLevels(requests, category: nil, areaCount: areaCount)]
        for category in order {
            levels.append(
                try CategoryLevels(
                    ofCategory[category] ?? [], category: names[category], areaCount: areaCount))
        }
        categories = levels
    }
}
