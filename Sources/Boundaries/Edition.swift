package import Chronology
package import GeometryEngine

/// A layer's areas in force from one date until the next edition's.
package struct Edition: Sendable {
    /// The file that it was read from.
    package let path: String
    /// The first day in force; `nil` for since ever.
    package let from: CivilDate?
    package let referenceSystem: CoordinateReferenceSystem
    /// In the order of their codes: by number where they are numbers, then by text.
    package let areas: [Area]
    /// What was found and repaired while reading.
    package let notes: [EditionNote]

    package init(
        path: String, from: CivilDate?, referenceSystem: CoordinateReferenceSystem, areas: [Area],
        notes: [EditionNote] = []
    ) {
        self.path = path
        self.from = from
        self.referenceSystem = referenceSystem
        self.areas = areas.sorted { AreaCode.precedes($0.code, $1.code) }
        self.notes = notes
    }
}

/// Areas that play one part in routing, edition by edition.
package struct Layer: Sendable {
    package let name: String
    package let title: String
    /// In the order in which they came into force.
    package let editions: [Edition]

    package init(name: String, title: String, editions: [Edition]) {
        self.name = name
        self.title = title
        self.editions = editions.sorted {
            ($0.from?.daysSince1970 ?? .min) < ($1.from?.daysSince1970 ?? .min)
        }
    }
}
