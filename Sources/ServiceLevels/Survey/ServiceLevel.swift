package import Boundaries
package import ServiceRequests

/// How well some requests were served.
package struct ServiceLevel: Sendable {
    package let requests: Int
    package let stillOpen: Int
    /// Open and closed ones, those closed at no usable time among them.
    package let closings: ClosingCount
    /// Whether how long they took, and what was on time, may be told.
    package private(set) var tellsWaits = true
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

    /// - Parameter unusable: How many more were closed at no usable time.
    init(_ requests: some Collection<ServedRequest>, unusable: Int = 0) throws(ServiceLevelError) {
        let waits = try WaitFigures(of: requests.lazy.map(\.wait))
        self.requests = waits.requests
        stillOpen = waits.stillOpen
        closings = ClosingCount(
            open: waits.stillOpen, closed: waits.requests - waits.stillOpen + unusable, unusable: unusable)
        median = waits.median
        ninetiethPercentile = waits.ninetiethPercentile
        tally = TargetTally(requests.lazy.compactMap(\.outcome))
    }

    /// Leaves out what needs closing times.
    mutating func leaveOutWaits() {
        tellsWaits = false
        (median, ninetiethPercentile, slowness, funnel) = (nil, nil, nil, nil)
        tally = TargetTally()
    }

    /// Whether more than half are open, those among them that were closed at no usable time.
    package var isMostlyOpen: Bool { 2 * stillOpen > closings.open + closings.closed }

    /// What an area's share on time is called in tables: `outlying` where it stands apart in the whole report, `notable`
    /// where it lies outside the limits that 1 in 20 unremarkable areas leave.
    package var standing: Funnel.Position? {
        funnel.map { isShareApart ? .outlying : $0.position == .within ? .within : .notable }
    }
}

extension ServiceLevel: Numbered { package typealias Subject = Area }
