import Chronology
import City
import Disclosure
import Maps
import PageLanguage

/// What the pages of a report and those of closures have alike: head, edition, foot, and how counts are told.
struct PageFrame {
    let city: CityFile
    let asOf: CivilDate
    let privacy: PrivateCategories
    /// The file of requests.
    let source: String
    /// What is told of private categories; `nil` for nothing.
    let privateCounts: PrivateCounts?
    let words: PageWords

    var isPublic: Bool { privacy.audience == .public }

    func isSmall(_ counts: Int...) -> Bool { privacy.audience.hides(counts) }

    /// A count as the audience may see it.
    func told(_ count: Int) -> String {
        isSmall(count) ? words.word(CountBand.few.text) : words.count(count)
    }

    /// What people call a category.
    func title(_ category: String) -> String { words.word(city.categories[category]?.title ?? category) }

    /// A count for a chart; none where it may not be told.
    func drawn(_ count: Int) -> Double? { isSmall(count) ? nil : Double(count) }

    private var edition: EditionNotice {
        isPublic
            ? .open(words("Public edition: small counts hidden"))
            : .restricted(words("Internal edition: not for publication"))
    }

    /// - Parameter layer: What the areas' borders come from.
    func pages(
        title: String, subtitle: String, sentences: [String], figures: [KeyFigure], remarks: [String],
        sections: [PageSection], layer: String?
    ) -> ReadyPages {
        var remarks = remarks
        if isPublic {
            remarks.append(
                words(
                    "Counts below \(words.count(CountBand.threshold)) are hidden, and what they could be told from."
                ) + withheld)
        }
        let day = words.day(asOf)
        let colophon =
            layer.map {
                words("Sources: requests \(source); boundaries \($0); data until \(day)")
            } ?? words("Sources: requests \(source); data until \(day)")
        let document = PageDocument(
            place: words.city(city.name).uppercased(), title: title, subtitle: subtitle, edition: edition,
            sentences: sentences, figures: figures, remarks: remarks, sections: sections, colophon: colophon,
            words: words)
        return ReadyPages(
            document: document,
            facts: DocumentFacts(
                title: "\(title), \(words.city(city.name))", author: words.city(city.name), subject: subtitle,
                language: words.tag,
                created: "\(asOf)T00:00:00Z"), paper: .usual(in: city.timeZone))
    }

    /// What is told of private categories, as a sentence that follows another.
    private var withheld: String {
        guard let privateCounts else { return "" }
        let bands = privateCounts.bands.map { "\(words.word($0.name)) \(words.word($0.band.text))" }
        return " "
            + words("Requests of private categories are in no figure: \(bands.joined(separator: ", ")).")
    }
}
