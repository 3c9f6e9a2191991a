package import Chronology
package import GeometryEngine
package import Locating
package import ServiceRequests

/// The requests of a table in one layer, placed as the audit places them: where each lies, in which area it counts and what
/// the audit says of its assigned area.
package struct RoutedRequests: Sendable {
    package let placements: AreaPlacements
    private let routings: [Routing]

    /// What the audit says of a request's assigned area.
    package enum Routing: UInt8, Sendable, BitwiseCopyable {
        case agreed, uncertain, misrouted

        init(_ verdict: Verdict) {
            switch verdict {
            case .misrouted: self = .misrouted
            case .uncertain: self = .uncertain
            case .correct, .outside, .unassigned, .unknownArea, .unlocatable: self = .agreed
            }
        }
    }

    /// Places and judges the requests of a table.
    ///
    /// - Parameters:
    ///   - layer: The layer that areas are counted in; each request is judged by its edition in force when it was opened.
    ///   - table: Its first `assigned` column is the layer's; without one nothing is judged.
    ///   - places: Where the requests lie by themselves. An address that stands against a recorded position takes its place.
    ///   - jobs: The number of threads.
    package init(
        _ table: RequestTable, in layer: AreaLayer, places: RequestPlaces, clock: CityClock, jobs: Int
    ) throws(GeometryError) {
        var places = places
        routings =
            table.assigned.isEmpty
            ? []
            : try RoutingAuditor(
                layers: [layer.prepared], calendars: [EditionCalendar(of: layer.prepared, clock: clock)],
                placeholders: places.placeholders, addresses: places.addresses,
                measured: places.addresses.map { MeasuredUncertainty($0, table: table) }, jobs: jobs
            ).route(table, places: &places)
        placements = try AreaPlacements(places, in: layer, table: table, jobs: jobs)
    }

    package func placement(ofRow row: Int) -> RequestPlacement { placements[row] }

    package func routing(ofRow row: Int) -> Routing { routings.isEmpty ? .agreed : routings[row] }
}

extension RoutingAuditor {
    /// Returns what is said of each row's assigned area in the first layer, and notes where an address was judged by.
    func route(
        _ table: RequestTable, places: inout RequestPlaces
    ) throws(GeometryError) -> [RoutedRequests.Routing] {
        struct Slice: Sendable {
            var doubts: [Finding] = []
            var byAddress: [Int32] = []
        }
        var slices = try eachSlice(of: table, abandoned: Slice()) {
            (judges, rows) throws(GeometryError) -> Slice in
            var slice = Slice()
            let judge = judges.byRequest[0]
            for placed in rows where try judge.plainlyCorrect(placed) == nil {
                switch try judge.decide(placed) {
                case .correct(let position, _, _):
                    if let position, position.source != .recorded {
                        slice.byAddress.append(Int32(placed.row))
                    }
                case .finding(let finding):
                    if let position = finding.position, position.source != .recorded {
                        slice.byAddress.append(Int32(placed.row))
                    }
                    if finding.verdict != .unlocatable { slice.doubts.append(finding) }
                }
            }
            return slice
        }
        var result = AuditResult(layerCount: 1)
        result.reserveCapacity(slices.reduce(0) { $0 + $1.doubts.count })
        for index in slices.indices {
            for finding in slices[index].doubts { result.append(finding) }
            for row in slices[index].byAddress { places.set(.address, at: Int(row)) }
            slices[index] = Slice()
        }
        try review(&result, table)
        var routings = [RoutedRequests.Routing](repeating: .agreed, count: table.count)
        for finding in result.findings {
            let routing = RoutedRequests.Routing(finding.verdict)
            // A column that agrees by chance accuses nobody on a page.
            routings[finding.row] =
                routing == .misrouted && finding.isAssignmentDoubted ? .uncertain : routing
        }
        return routings
    }
}
