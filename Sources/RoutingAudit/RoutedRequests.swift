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
                placeholders: places.placeholders, addresses: places.addresses, jobs: jobs
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
            var routings: [(row: Int32, routing: RoutedRequests.Routing)] = []
            var byAddress: [Int32] = []
        }
        let slices = try eachSlice(of: table) { (judges, order) throws(GeometryError) -> Slice in
            var slice = Slice()
            slice.routings.reserveCapacity(order.count)
            for placed in order {
                let decision = try judges.decide(placed, layer: 0)
                let (verdict, position): (Verdict, Position?) =
                    switch decision {
                    case .correct(let position, _, _): (.correct, position)
                    case .finding(let finding): (finding.verdict, finding.position)
                    }
                slice.routings.append((Int32(placed.row), RoutedRequests.Routing(verdict)))
                if let position, position.source != .recorded { slice.byAddress.append(Int32(placed.row)) }
            }
            return slice
        }
        var routings = [RoutedRequests.Routing](repeating: .agreed, count: table.count)
        for slice in slices {
            for (row, routing) in slice.routings { routings[Int(row)] = routing }
            for row in slice.byAddress { places.set(.address, at: Int(row)) }
        }
        return routings
    }
}
