package import Boundaries
import Chronology
import City
import Disclosure
import Locating
package import PageLanguage
import Records
import ServiceRequests

/// The words of headings, the same on all pages of an atlas.
package struct MapWording: Sendable {
    private let atlas: CityAtlas
    /// The words of the pages' language.
    package let words: PageWords

    /// - Parameter words: Those of another language than the pages'.
    package init(atlas: CityAtlas, words: PageWords? = nil) {
        self.atlas = atlas
        self.words = words ?? atlas.settings.words
    }

    /// `open cases`, `closed cases` or `cases`.
    package var cases: String {
        switch atlas.settings.status {
        case .open: words("open cases")
        case .closed: words("closed cases")
        case .all: words("cases")
        }
    }

    /// `1 open case`, `1,200 open cases`.
    package func cases(_ count: Int) -> String {
        let number = words.count(count)
        return switch atlas.settings.status {
        case .open: count == 1 ? words("1 open case") : words("\(number) open cases")
        case .closed: count == 1 ? words("1 closed case") : words("\(number) closed cases")
        case .all: count == 1 ? words("1 case") : words("\(number) cases")
        }
    }

    /// ``cases`` as the beginning of a heading.
    var casesHeading: String { PageWords.capitalized(cases) }

    /// The line below a title: what is shown, as of which day.
    package var subtitle: String {
        let day = words.day(atlas.asOf)
        let what =
            switch atlas.settings.status {
            case .open: words("Open service requests on \(day)")
            case .closed: words("Service requests closed by \(day)")
            case .all: words("All service requests until \(day)")
            }
        return ([what] + filters).joined(separator: "  ·  ")
    }

    private var filters: [String] {
        let settings = atlas.settings
        var filters: [String] = []
        if !settings.categories.isEmpty {
            let titles = settings.categories.map(atlas.title)
            filters.append(words("only \(titles.joined(separator: ", "))"))
        }
        if settings.status != .all, !atlas.tellsClosed {
            filters.append(words("nothing says which are closed"))
        }
        if let since = settings.since { filters.append(words("opened since \(words.day(since))")) }
        if let since = settings.closedSince { filters.append(words("closed since \(words.day(since))")) }
        if settings.closedSince != nil, atlas.selection.leftOut[.undated] != nil {
            filters.append(words("without those closed on no known day"))
        }
        if let days = settings.olderThan { filters.append(words("open for more than \(words.days(days))")) }
        return filters
    }

    /// `Since May 31: 41 opened, 37 closed`, in two parts: when, and what.
    func movement(_ movement: CaseMovement) -> (since: String, counts: String) {
        (
            words("Since \(movementDay)"),
            movement.tellsClosed
                ? words("\(words.count(movement.opened)) opened, \(words.count(movement.closed)) closed")
                : words("\(words.count(movement.opened)) opened; how many were closed is not known")
        )
    }

    /// The day since which openings and closings are counted; within a year it needs no year.
    var movementDay: String {
        let day = atlas.movementDay
        return atlas.asOf.daysSince1970 - day.daysSince1970 < 365 ? words.shortDay(day) : words.day(day)
    }

    /// Sources and dates, for the foot.
    var colophon: String {
        let edition = atlas.layer.edition
        var parts = [
            words("Requests: \(atlas.table.intake.sourceName), state of \(atlas.asOf.description)"),
            edition.from.map { words("boundaries: \(edition.name) in force from \($0.description)") }
                ?? words("boundaries: \(edition.name)"),
        ]
        if let streets = atlas.city.streets { parts.append(words("streets: \(Self.fileName(streets.file))")) }
        if let water = atlas.city.water { parts.append(words("water: \(Self.fileName(water.file))")) }
        return parts.joined(separator: "; ") + ". " + words("Made with Wardline.")
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    var edition: String {
        switch atlas.settings.audience {
        case .public: words("Public edition: blocks, not addresses")
        case .internal: words("INTERNAL: addresses and free text, do not pass on")
        }
    }

    /// What the area is called within a sentence: `district`.
    package var kind: String { words.word(atlas.kind) }

    package var layerTitle: String { words.word(atlas.layerTitle) }

    /// Returns an area's title: `Council District 7`.
    package func title(_ area: Ordinal<Area>) -> String { atlas.layer.title(area, kind: layerTitle) }

    /// `Wellness Check 11 to 49, Encampment fewer than 11`.
    func privateCounts(_ counts: PrivateCounts) -> String {
        counts.bands.map { "\($0.name) \(words.word($0.band.text))" }.joined(separator: ", ")
    }

    /// What stands on each page whose figures leave out private categories, and with pictures that stand alone; `nil` where
    /// nothing is left out.
    var privateNote: String? {
        atlas.privateCounts.map {
            words("Requests of private categories are in no figure of these pages.") + " "
                + words("In the whole file: \(privateCounts($0)).")
        }
    }

    /// Words that come from lists of other modules, such as bands of counts and reasons why a position is missing, and what
    /// data call usual statuses and layers.
    package static let listed =
        CountBand.allCases.map(\.text) + MissingPosition.allCases.map(\.reason) + [
            "Web map", "New", "In Progress", "Pending", "Assigned", "Completed", "Resolved", "Reopened",
        ]
        + [
            "Council District", "Council district", "District", "Ward", "Zone", "Collection Zone",
            "Collection zone", "district", "ward", "zone",
            "area",
        ]
}
