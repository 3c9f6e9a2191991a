package import Chronology
package import City
package import Disclosure
package import Geocoding
package import ServiceRequests

/// A city's requests with all that they are placed and drawn by.
package struct AtlasSources: Sendable {
    package var city: CityFile
    package var clock: CityClock
    /// The requests as the audience may know of them: for everybody without those of private categories.
    package var table: RequestTable
    /// All that is told of the others; `nil` where none are withheld.
    package var privateCounts: PrivateCounts?
    /// Which categories may be asked for.
    package var privacy: PrivateCategories
    /// Where addresses are looked up; `nil` where the city file names no streets and no addresses.
    package var reference: StreetReference?
    /// The streets as they are drawn; none where the city file names none.
    package var streetLines: [StreetLine]

    package init(
        city: CityFile, clock: CityClock, table: RequestTable, privateCounts: PrivateCounts?,
        privacy: PrivateCategories, reference: StreetReference?, streetLines: [StreetLine]
    ) {
        self.city = city
        self.clock = clock
        self.table = table
        self.privateCounts = privateCounts
        self.privacy = privacy
        self.reference = reference
        self.streetLines = streetLines
    }
}

/// What is being done while an atlas is made.
package enum AtlasStage: Sendable, Equatable {
    case locating(cases: Int)
    /// The packet of an area, the first being number 1.
    case drawing(area: String, number: Int, of: Int)
}
