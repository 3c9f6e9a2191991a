import Boundaries
import Geometry
import Locating

/// Whose work a cause comes from, and so who can mend it.
package enum CauseOrigin: String, CaseIterable, Sendable {
    case geocoding, recording, edition
    case zoneTable = "zone_table"
    case unexplained

    /// The causes of this origin, in their order.
    package var causes: [Cause] { Cause.allCases.filter { $0.origin == self } }
}

extension Cause {
    package var origin: CauseOrigin {
        switch self {
        case .placeholderPosition, .geocodingError, .wrongSide, .sameNameElsewhere: .geocoding
        case .swappedAxes, .lostSign, .wrongCRS: .recording
        case .staleEdition: .edition
        case .zoneTable: .zoneTable
        case .unexplained: .unexplained
        }
    }
}
