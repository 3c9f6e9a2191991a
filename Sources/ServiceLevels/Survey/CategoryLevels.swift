import Algorithms
import Boundaries
import ServiceRequests

/// The service levels of one category, or of all together, in the city and in each area.
package struct CategoryLevels: Sendable {
    /// An index into the report's categories; `nil` for all together.
    package let category: Int?
    package private(set) var city: ServiceLevel
    /// In the order of the layer's areas.
    package internal(set) var areas: [ServiceLevel]
    /// How much wider the areas' shares on time vary than by chance, at least 1.
    package let overdispersion: Double

    /// Waits are compared of areas with so many requests, where there are so many of them.
    private static let fewestRequests = 20
    private static let fewestCompared = 5
    /// An area's share is judged where so many are expected on time and so many late.
    private static let fewestExpected = 5.0

    /// - Parameters:
    ///   - unusable: Those that were closed at no usable time.
    ///   - expected: For each area what its mix of categories lets expect; `nil` for one category.
    init(
        _ requests: ArraySlice<ServedRequest>, category: Int?, areaCount: Int,
        unusable: [UnusableClosing] = [], expected: [Funnel.Expectation]? = nil
    ) throws(ServiceLevelError) {
        self.category = category
        city = try ServiceLevel(requests, unusable: unusable.count)
        let ofArea = RequestsByArea(requests, areaCount: areaCount)
        var unusableOfArea = [Int](repeating: 0, count: areaCount)
        for own in unusable where own.area.exists { unusableOfArea[own.area.index] += 1 }
        var levels: [ServiceLevel] = []
        for area in Ordinal<Area>.first(areaCount) {
            levels.append(try ServiceLevel(ofArea[area], unusable: unusableOfArea[area.index]))
        }
        // An area that lacks closing times is compared with none, nor any with it.
        func compared(_ level: ServiceLevel, _ count: Int) -> Int { level.closings.isComparable ? count : 0 }
        var joint = JointOutcomes()
        let isCompared = levels.map(\.closings.isComparable)
        for kind in requests.chunked(on: \.category) { joint.add(kind.1, isCompared: isCompared) }
        let funnel = try Funnel(
            counts: levels.map { compared($0, $0.tally.onTime) },
            totals: levels.map { compared($0, $0.tally.known) }, expected: expected,
            fewestExpected: Self.fewestExpected, leastOverdispersion: joint.effect)
        for (index, place) in funnel.areas.enumerated() { levels[index].funnel = place }
        overdispersion = funnel.overdispersion
        // The waits of all categories tell which kinds of requests an area has rather than how it is served.
        if category != nil { Self.compareWaits(requests, &levels) }
        areas = levels
        if !city.closings.tellsWaits { leaveOutWaits() }
        for index in areas.indices where !areas[index].closings.tellsWaits { areas[index].leaveOutWaits() }
    }

    /// Leaves out what needs closing times.
    mutating func leaveOutWaits() {
        city.leaveOutWaits()
        for index in areas.indices { areas[index].leaveOutWaits() }
    }

    private static func compareWaits(_ requests: ArraySlice<ServedRequest>, _ levels: inout [ServiceLevel]) {
        let compared = levels.indices.filter {
            levels[$0].median != nil && levels[$0].requests >= fewestRequests
                && levels[$0].closings.isComparable
        }
        guard compared.count >= fewestCompared else { return }
        let fit = requests.filter { [levels] in
            !$0.area.exists || levels[$0.area.index].closings.isComparable
        }
        let scores = JointSlowness(
            of: fit.map(\.wait), groups: fit.map(\.area.index), groupCount: levels.count,
            days: fit.map(\.closingDay)
        ).z
        let spread = Funnel.overdispersion(of: compared.map { scores[$0] }).squareRoot()
        for index in compared { levels[index].slowness = scores[index] / spread }
    }
}

/// Requests sorted by area, those in none left out, without an array for each.
private struct RequestsByArea {
    private let requests: ArraySlice<ServedRequest>
    private let starts: [Int]
    /// The indices of the requests: a second copy of them would be what a report of millions takes most memory for.
    private var sorted: [Int32]

    init(_ requests: ArraySlice<ServedRequest>, areaCount: Int) {
        var counts = [Int](repeating: 0, count: areaCount)
        for request in requests where request.area.exists { counts[request.area.index] += 1 }
        let starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        self.requests = requests
        self.starts = starts
        var next = starts
        sorted = [Int32](repeating: 0, count: starts[areaCount])
        for (index, request) in requests.enumerated() where request.area.exists {
            sorted[next[request.area.index]] = Int32(requests.startIndex + index)
            next[request.area.index] += 1
        }
    }

    subscript(area: Ordinal<Area>) -> some Collection<ServedRequest> {
        sorted[starts[area.index]..<starts[area.index + 1]].lazy.map { requests[Int($0)] }
    }
}
