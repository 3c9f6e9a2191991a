import Boundaries
import Geometry
import Locating

/// Whose work a cause comes from, and so who can mend it.
package enum CauseOrigin: String, CaseIterable, Sendable {
    case geocoding, recording, edition
    case zoneTable = "zone_table"
    case unexplained

    package var causes: [Cause] {
        switch self {
        case .geocoding: [.placeholderPosition, .geocodingError, .wrongSide, .sameNameElsewhere]
        case .recording: [.swappedAxes, .lostSign, .wrongCRS]
        case .edition: [.staleEdition]
        case .zoneTable: [.zoneTable]
        case .unexplained: [.unexplained]
        }
    }
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
