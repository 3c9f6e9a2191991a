package import Geocoding
import Geometry
package import ServiceRequests

/// A reference in which house numbers fill their ranges as a city's requests show, where nothing of its own tells.
package struct LearntFilling {
    package let reference: StreetReference
    /// The reference as it was before anything was learnt.
    package let untaught: StreetReference
    /// What was learnt, in a sentence; `nil` where numbers fill their ranges as the reference says.
    package let note: String?
    /// What a part of the requests has to know of it.
    package let facts: CityFacts.Filling?

    /// More requests than this tell nothing new.
    private static let mostRequests = 6_000

    /// Where facts say it, it is what all of the city's requests show.
    package init(_ reference: StreetReference, from table: RequestTable, jobs: Int) {
        untaught = reference
        if let known = table.facts {
            let filled = reference.knowsFilling ? nil : known.filling.flatMap(reference.filled)
            self.reference = filled?.reference ?? reference
            note = filled?.evidence.note
            facts = known.filling
            return
        }
        let step = max(1, table.count / Self.mostRequests)
        let learnt =
            reference.knowsFilling
            ? nil
            : reference.learningFilling(count: table.count / step, jobs: jobs) { index in
                let row = index * step
                guard table.positionStates[row] == .recorded, let address = table.address(at: row) else {
                    return nil
                }
                return (
                    address, Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row])
                )
            }
        self.reference = learnt?.reference ?? reference
        note = learnt?.evidence.note
        facts = learnt?.evidence.facts
    }
}
