/// What the audit says of one request in one layer. Each request has exactly one in each layer.
package enum Verdict: String, CaseIterable, Sendable {
    /// The assigned area contains the position; touching its border counts.
    case correct
    /// The assigned area lies farther from the position than the uncertainty.
    case misrouted
    /// The assigned area does not contain the position but lies within the uncertainty: ask, do not accuse.
    case uncertain
    /// No area of the edition lies within the uncertainty of the position.
    case outside
    /// The CRM recorded no area.
    case unassigned
    /// The recorded code is no area of the edition in force.
    case unknownArea = "unknown_area"
    /// Neither the recorded position nor the address can be placed.
    case unlocatable

    /// Its place among all of them. Told by a switch: the name of a case, by which texts are hashed and searched, costs as much
    /// as judging does.
    var ordinal: Int {
        switch self {
        case .correct: 0
        case .misrouted: 1
        case .uncertain: 2
        case .outside: 3
        case .unassigned: 4
        case .unknownArea: 5
        case .unlocatable: 6
        }
    }
}
