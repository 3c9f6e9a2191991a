package import Chronology
package import Disclosure
package import Maps
package import PageLanguage

/// What somebody asked for on the pages of cases, beside the area.
package struct MapSettings: Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case open, closed, all

        /// Returns the cases that are shown where none are named: of days of closing the closed ones.
        package static func usual(closedSince: CivilDate?) -> Status { closedSince == nil ? .open : .closed }
    }

    package enum Orientation: String, Sendable, CaseIterable {
        case auto, portrait, landscape
    }

    /// How much a PDF holds.
    package enum Extent: Sendable {
        /// The map, the list and the counts.
        case packet
        /// One page: the map, a sentence, and the oldest cases or those most overdue.
        case brief
    }

    /// The day whose state is shown.
    package var asOf: CivilDate
    package var audience = PublishedOutput.map.usualAudience
    package var status = Status.open
    /// The names asked for; empty for all.
    package var categories: [String] = []
    package var since: CivilDate?
    /// Only requests that were closed on this day or later.
    package var closedSince: CivilDate?
    /// Only requests that were open for more than so many days.
    package var olderThan: Int?
    package var words = PageWords.english
    package var extent = Extent.packet
    /// `nil` for what is usual in the city's country.
    package var paper: PaperSize?
    package var orientation = Orientation.auto
    package var dotsPerInch = Self.usualResolution
    package var tiles: TileServer?

    package init(asOf: CivilDate) { self.asOf = asOf }

    /// The dots an inch of a picture where they are not named.
    package static let usualResolution = 150.0
    /// Those that a picture may have.
    package static let resolutions = 36.0...600

    /// The same in words: `36 to 600`.
    package static var resolutionText: String {
        "\(Int(resolutions.lowerBound)) to \(Int(resolutions.upperBound))"
    }
}

extension MapSettings.Orientation {
    var choices: [PageOrientation] {
        switch self {
        case .auto: PageOrientation.allCases
        case .portrait: [.portrait]
        case .landscape: [.landscape]
        }
    }
}
