/// Whether a request met its target.
package enum TargetOutcome: String, Sendable, CaseIterable, BitwiseCopyable {
    /// Closed by its target.
    case onTime = "on_time"
    /// Closed after its target, or open and past it.
    case late
    /// Open, its target not yet reached.
    case notYetKnown = "not_yet_known"

    /// - Parameters:
    ///   - wait: How long the request took, or has taken.
    ///   - target: The days it may take; a request closed on the dot is on time.
    package init(of wait: Wait, target: Double) {
        self =
            if wait.days > target { .late } else { wait.end == .closed ? .onTime : .notYetKnown }
    }
}

/// How many requests met their targets.
package struct TargetTally: Hashable, Sendable {
    package private(set) var onTime = 0
    package private(set) var late = 0
    package private(set) var notYetKnown = 0

    package init(_ outcomes: some Sequence<TargetOutcome> = EmptyCollection()) {
        for outcome in outcomes { add(outcome) }
    }

    package mutating func add(_ outcome: TargetOutcome) {
        switch outcome {
        case .onTime: onTime += 1
        case .late: late += 1
        case .notYetKnown: notYetKnown += 1
        }
    }

    /// The requests of which it is known whether they were on time.
    package var known: Int { onTime + late }

    /// The share on time of those; `nil` where there are none.
    package var shareOnTime: Double? {
        known > 0 ? Double(onTime) / Double(known) : nil
    }
}
