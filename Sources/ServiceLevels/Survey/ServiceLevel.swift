package import Boundaries

/// How well some requests were served.
package struct ServiceLevel: Sendable {
    package let requests: Int
    package let stillOpen: Int
    /// Days within which half, or nine of ten, were closed; `nil` where too many are still open to say.
    package private(set) var median: Double?
    package private(set) var ninetiethPercentile: Double?
    package private(set) var tally: TargetTally
    /// Where an area's share on time lies beside the city's; `nil` for the city itself and where too few were due.
    package internal(set) var funnel: Funnel.Area?
    /// How much slower than in the rest of the city its requests are closed, in standard deviations, the usual spread
    /// between areas allowed for; `nil` for all categories together, and where there are too few areas or requests.
    package internal(set) var slowness: Double?
    /// Whether its share on time stands apart from what chance and the usual spread allow in the whole report.
    package internal(set) var isShareApart = false
    /// Whether its wait does.
    package internal(set) var isWaitApart = false

    init(_ requests: some Collection<ServedRequest>) throws(ServiceLevelError) {
        let waits = try WaitFigures(of: requests.lazy.map(\.wait))
        self.requests = waits.requests
        stillOpen = waits.stillOpen
        median = waits.median
        ninetiethPercentile = waits.ninetiethPercentile
        tally = TargetTally(requests.lazy.compactMap(\.outcome))
    }

    /// Leaves out what needs closing times.
    mutating func leaveOutWaits() {
        (median, ninetiethPercentile, slowness, funnel) = (nil, nil, nil, nil)
        tally = TargetTally()
    }

    /// What an area's share on time is called in tables: `outlying` where it stands apart in the whole report, `notable`
    /// where it lies outside the limits that 1 in 20 unremarkable areas leave.
    package var standing: Funnel.Position? {
        funnel.map { isShareApart ? .outlying : $0.position == .within ? .within : .notable }
    }
}

extension ServiceLevel: Numbered { package typealias Subject = Area }
