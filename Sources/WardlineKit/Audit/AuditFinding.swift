public import Foundation

/// One request in one layer: what was found of its assigned area, and why.
public struct AuditFinding: Sendable, Hashable {
    /// The request's id, as the file has it.
    public let requestID: String
    /// The name of the layer.
    public let layer: String
    /// What the CRM recorded, as it wrote it; `nil` where it recorded nothing.
    public let assigned: String?
    /// The code of the area that contains the position; `nil` where there is none.
    public let expected: String?
    /// What was found.
    public let verdict: AuditVerdict
    /// Why the assigned area is wrong; `nil` where it is not, or nothing tells.
    public let cause: AuditCause?
    /// From the position to the assigned area, metres; 0 inside it, `nil` where there is none.
    public let distance: Double?
    /// From the position to the nearest border of the layer, metres.
    public let margin: Double?
    /// Where the request was taken to be; `nil` where it cannot be placed.
    public let position: AuditPosition?
    /// The category, as the file has it.
    public let category: String?
    /// When the request was opened.
    public let opened: Date?
    /// The address, as the file has it.
    public let address: String?
    /// What the verdict and the cause rest on, in words; empty where nothing is to be said.
    public let evidence: String
    /// The status, as the file has it.
    public let status: String?
    /// When the request was closed; `nil` where it is not, or that was not recorded.
    public let closed: Date?
    /// The days from opening to closing or, while it is open, to the last day of the file.
    public let daysOpen: Int?
    /// How the request came in, as the file has it.
    public let channel: String?
    /// The columns that were asked to be carried, in their order, as the file has them.
    public let carried: [String]
}

/// Where a request was taken to be.
public struct AuditPosition: Sendable, Hashable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double
    /// The radius within which the true place lies, metres.
    public let uncertainty: Double
    /// `recorded`, or by what the address was placed: `address_point`, `range`, `intersection`, `block`, `street`.
    public let source: String
}

/// What was found of an assigned area.
public enum AuditVerdict: String, Sendable, CaseIterable {
    /// The assigned area contains the position.
    case correct
    /// It does not, and it is farther from the position than the uncertainty.
    case misrouted
    /// It does not, but it is within the uncertainty: ask, do not accuse.
    case uncertain
    /// No area contains the position, within the uncertainty.
    case outside
    /// The CRM recorded no area.
    case unassigned
    /// The recorded code is no area of the edition in force.
    case unknownArea = "unknown_area"
    /// Neither the recorded position nor the address can be placed.
    case unlocatable
}

/// Why a request went to the wrong area.
public enum AuditCause: String, Sendable, CaseIterable {
    /// A default point that many unrelated addresses share.
    case placeholderPosition = "placeholder_position"
    /// Longitude and latitude are exchanged.
    case swappedAxes = "swapped_axes"
    /// A minus sign is missing or too much.
    case lostSign = "lost_sign"
    /// The numbers are in another reference system.
    case wrongReferenceSystem = "wrong_crs"
    /// The assigned area is right under another edition of the map.
    case staleEdition = "stale_edition"
    /// The recorded position is far from where the address is.
    case geocodingError = "geocoding_error"
    /// The recorded position is on the other side of the street that is the border.
    case wrongSide = "wrong_side"
    /// The address also exists in the assigned area.
    case sameNameElsewhere = "same_name_elsewhere"
    /// Position and address agree; only the assignment is wrong.
    case zoneTable = "zone_table"
    /// Nothing tells.
    case unexplained
}
