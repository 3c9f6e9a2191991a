package import Chronology

/// Areas that play one part in routing, in their editions.
package struct Layer: Sendable {
    package let name: String
    package let title: String
    /// In order of time, each with the day on which the next one replaces it.
    package let editions: [Edition]

    /// - Throws: ``BoundaryError/editionsOnOneDay(layer:first:second:from:)``.
    package init(name: String, title: String, editions: [Edition]) throws(BoundaryError) {
        self.name = name
        self.title = title
        var ordered = editions.sorted { Layer.isEarlier($0.from, $1.from) }
        for index in ordered.indices.dropLast() {
            let (first, second) = (ordered[index], ordered[index + 1])
            guard first.from != second.from else {
                throw .editionsOnOneDay(layer: name, first: first.name, second: second.name, from: first.from)
            }
            ordered[index].until = second.from
        }
        self.editions = ordered
    }

    /// Returns the edition in force on a day, or the last one where the day is not known; `nil` before the first.
    package func edition(on day: CivilDate?) -> Edition? {
        guard let day else { return editions.last }
        return editions.last { edition in edition.from.map { $0 <= day } ?? true }
    }

    private static func isEarlier(_ left: CivilDate?, _ right: CivilDate?) -> Bool {
        guard let right else { return false }
        return left.map { $0 < right } ?? true
    }
}
