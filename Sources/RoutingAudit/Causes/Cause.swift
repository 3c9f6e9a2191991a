import Boundaries
import Geometry
import Locating

/// Why a request was not routed to the area that contains it.
///
/// The order is that in which causes are tried: where several fit, the first is the cause and the others stand in the
/// evidence. It is stated here and nowhere else; ``CauseRules`` takes its rules in it.
package enum Cause: String, CaseIterable, Sendable {
    /// A default point that many unrelated addresses share.
    case placeholderPosition = "placeholder_position"
    /// Longitude and latitude are exchanged.
    case swappedAxes = "swapped_axes"
    /// A minus sign is missing or too much.
    case lostSign = "lost_sign"
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
    /// Record and map disagree, and nothing says why.
    case unexplained

    private static let all = allCases

    /// Its place among all of them.
    var ordinal: Int { Self.all.firstIndex(of: self) ?? 0 }
}
