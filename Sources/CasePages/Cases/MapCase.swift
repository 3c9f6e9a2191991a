package import Chronology
package import Locating
import Maps
import RoutingAudit

/// One request that was asked for, as a map and its list need it.
package struct MapCase: Sendable {
    package let row: Int
    package let isOpen: Bool
    /// The day it was opened; `nil` where that is not known.
    package let opened: CivilDate?
    /// Days from opening until closing, or until the map's day where it is open; `nil` without a day of opening.
    package let daysOpen: Int?
    /// Days past what was due, 1 or more; `nil` where it is not overdue or nothing says when it is due.
    package let daysOverdue: Int?
    /// An index into the atlas's categories.
    package internal(set) var category: Int
    package internal(set) var placement = RequestPlacement()
    var routing = RoutedRequests.Routing.agreed
    /// How often the problem came back at this place.
    package internal(set) var timesReturned = 0
}

extension MapCase {
    var emphasis: MarkerEmphasis {
        var emphasis: MarkerEmphasis = timesReturned > 0 ? .repeated : []
        switch routing {
        case .agreed: break
        case .uncertain: emphasis.insert(.doubtful)
        case .misrouted: emphasis.insert(.misplaced)
        }
        return emphasis
    }
}
