package import Geometry

/// A case with all that its audience may know of it.
package struct ToldCase: Sendable {
    package let category: String
    package let place: String
    package let status: String
    /// Where it is drawn; `nil` for a case that has no place on the map.
    package let position: Coordinate?
    package let daysOpen: Int?
    package let daysOverdue: Int?
    package let timesReturned: Int
}

extension AreaPacket {
    /// The area's cases as they may be told, those on the map first.
    package var toldCases: [ToldCase] {
        (entries + missing).map { entry in
            ToldCase(
                category: entry.title, place: entry.place, status: entry.status,
                position: facts.position(entry), daysOpen: entry.item.daysOpen,
                daysOverdue: entry.item.daysOverdue, timesReturned: entry.item.timesReturned)
        }
    }
}
