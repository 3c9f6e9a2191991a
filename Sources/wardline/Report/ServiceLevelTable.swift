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
    /// How far the median lies from the areas' middle one, as a robust z; `nil` for all categories together, and where
    /// there are too few areas or requests.
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
    /// An index into the report's categories; `nil` for all together.
    let category: Int?
    let city: ServiceLevel
    /// In the order of the layer's areas.
    let areas: [ServiceLevel]

    /// Robust scores compare areas with so many requests, where there are so many of them.
    private static let fewestRequests = 20
    private static let fewestScored = 5
    /// An area is judged where so many are expected on time and so many late.
    private static let fewestExpected = 5.0

    /// - Parameter expected: For each area what its mix of categories lets expect; `nil` for one category.
    init(
        _ requests: [ServedRequest], category: Int?, areaCount: Int, expected: [Funnel.Expectation]? = nil
    ) throws {
        self.category = category
        city = try ServiceLevel(requests)
        var ofArea = [[ServedRequest]](repeating: [], count: areaCount)
        for request in requests where request.area >= 0 { ofArea[request.area].append(request) }
        var levels = try ofArea.map { try ServiceLevel($0) }
        let funnel = try Funnel(
            counts: levels.map(\.tally.onTime), totals: levels.map(\.tally.known), expected: expected,
            fewestExpected: Self.fewestExpected)
        for (index, place) in funnel.areas.enumerated() { levels[index].funnel = place }
        // The median over all categories tells which kinds of requests an area has rather than how it is served.
        if category != nil { try Self.score(&levels) }
        areas = levels
    }

    private static func score(_ levels: inout [ServiceLevel]) throws {
        let scored = levels.indices.filter {
            levels[$0].median != nil && levels[$0].requests >= fewestRequests
        }
        guard scored.count >= fewestScored else { return }
        let scores = try robustScores(scored.map { levels[$0].median ?? 0 })
        for (index, score) in zip(scored, scores) { levels[index].medianScore = score }
    }
}

/// The service levels of all categories.
struct ServiceLevelTable: Sendable {
    let all: CategoryLevels
    /// Each category by itself, the one with the most requests first.
    let categories: [CategoryLevels]
    /// For each area what its mix of categories lets expect, if each were served as in the city.
    let expected: [Funnel.Expectation]

    /// - Parameter listed: The categories that are shown by themselves.
    init(_ requests: [ServedRequest], names: [String], listed: Set<Int>, areaCount: Int) throws {
        let ofCategory = Dictionary(grouping: requests, by: \.category)
        let expected = Self.expected(ofCategory.values, areaCount: areaCount)
        self.expected = expected
        all = try CategoryLevels(requests, category: nil, areaCount: areaCount, expected: expected)
        let order = ofCategory.keys.filter(listed.contains).sorted {
            (ofCategory[$1]?.count ?? 0, names[$0]) < (ofCategory[$0]?.count ?? 0, names[$1])
        }
        categories = try order.map { category in
            try CategoryLevels(ofCategory[category] ?? [], category: category, areaCount: areaCount)
        }
    }

    private static func expected(
        _ categories: some Collection<[ServedRequest]>, areaCount: Int
    ) -> [Funnel.Expectation] {
        var counts = [Double](repeating: 0, count: areaCount)
        var variances = counts
        for requests in categories {
            let placed = requests.filter { $0.area >= 0 }
            guard let share = TargetTally(placed.compactMap(\.outcome)).shareOnTime else { continue }
            for request in placed where request.outcome == .onTime || request.outcome == .late {
                counts[request.area] += share
                variances[request.area] += share * (1 - share)
            }
        }
        return zip(counts, variances).map { Funnel.Expectation(count: $0, variance: $1) }
    }
}
