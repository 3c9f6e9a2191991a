import Boundaries
import Chronology
import City
import Disclosure
import Locating
import Records
import ServiceRequests

/// The words of headings, the same on all pages of an atlas.
package struct MapWording: Sendable {
    private let atlas: CityAtlas

    package init(atlas: CityAtlas) { self.atlas = atlas }

    /// `open cases`, `closed cases` or `cases`.
    package var cases: String {
        switch atlas.settings.status {
        case .open: "open cases"
        case .closed: "closed cases"
        case .all: "cases"
        }
    }

    package func cases(_ count: Int) -> String {
        count == 1 ? "1 \(cases.dropLast())" : "\(NumberText.count(count)) \(cases)"
    }

    /// The line below a title: what is shown, as of which day.
    package var subtitle: String {
        let what: String
        switch atlas.settings.status {
        case .open: what = "Open service requests on \(DayText.long(atlas.asOf))"
        case .closed: what = "Service requests closed by \(DayText.long(atlas.asOf))"
        case .all: what = "All service requests until \(DayText.long(atlas.asOf))"
        }
        return ([what] + filters).joined(separator: "  ·  ")
    }

    private var filters: [String] {
        let settings = atlas.settings
        var filters: [String] = []
        if !settings.categories.isEmpty {
            filters.append("only \(settings.categories.joined(separator: ", "))")
        }
        if let since = settings.since { filters.append("opened since \(DayText.long(since))") }
        if let days = settings.olderThan { filters.append("open for more than \(DayText.days(days))") }
        return filters
    }

    /// Sources and dates, for the foot.
    var colophon: String {
        let edition = atlas.layer.edition
        let since = edition.from.map { " in force from \($0)" } ?? ""
        var parts = [
            "Requests: \(atlas.table.intake.sourceName), state of \(atlas.asOf)",
            "boundaries: \(edition.name)\(since)",
        ]
        if let streets = atlas.city.streets { parts.append("streets: \(Self.fileName(streets.file))") }
        if let water = atlas.city.water { parts.append("water: \(Self.fileName(water.file))") }
        return parts.joined(separator: "; ") + ". Made with Wardline."
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    var edition: String {
        switch atlas.settings.audience {
        case .public: "Public edition: blocks, not addresses"
        case .internal: "INTERNAL: addresses and free text, do not pass on"
        }
    }

    /// What the area is called within a sentence: `district`.
    package var kind: String {
        let words = atlas.layer.settings.title.lowercased()
        return words.split(separator: " ").last.map(String.init) ?? words
    }
}
