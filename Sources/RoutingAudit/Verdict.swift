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
}

/// Why a request was not routed to the area that contains it, in the order in which causes are tried.
package enum Cause: String, CaseIterable, Sendable {
    /// A default point that many unrelated addresses share.
    case placeholderPosition = "placeholder_position"
    /// Longitude and latitude are exchanged.
    case swappedAxes = "swapped_axes"
    /// The numbers belong to another reference system.
    case wrongCRS = "wrong_crs"
    /// Right under an earlier or later edition.
    case staleEdition = "stale_edition"
    /// The recorded position is far from the address, and lies in the assigned area.
    case geocodingError = "geocoding_error"
    /// The recorded position is on the other side of the street that is the border.
    case wrongSide = "wrong_side"
    /// The address also exists in the assigned area.
    case sameNameElsewhere = "same_name_elsewhere"
    /// Position and address agree; only the assignment is wrong.
    case zoneTable = "zone_table"
    case unexplained
}
