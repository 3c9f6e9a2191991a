import Chronology
import City
import Disclosure
import Maps
import Records

/// What the pages of a report and those of closures have alike: head, edition, foot, and how counts are told.
struct PageFrame {
    let city: CityFile
    let asOf: CivilDate
    let privacy: PrivateCategories
    /// The file of requests.
    let source: String
    /// What is told of private categories; `nil` for nothing.
    let privateCounts: PrivateCounts?

    var isPublic: Bool { privacy.audience == .public }

    func isSmall(_ counts: Int...) -> Bool { privacy.audience.hides(counts) }

    /// A count as the audience may see it.
    func told(_ count: Int) -> String { isSmall(count) ? CountBand.few.text : NumberText.count(count) }

    /// A count for a chart; none where it may not be told.
    func drawn(_ count: Int) -> Double? { isSmall(count) ? nil : Double(count) }

    private var edition: EditionNotice {
        isPublic
            ? .open("Public edition: small counts hidden")
            : .restricted("Internal edition: not for publication")
    }

    /// - Parameter layer: What the areas' borders come from.
    func pages(
        title: String, subtitle: String, sentences: [String], figures: [KeyFigure], remarks: [String],
        sections: [PageSection], layer: String?
    ) -> ReadyPages {
        var remarks = remarks
        if isPublic {
            remarks.append(
                "Counts below \(CountBand.threshold) are hidden, and what they could be told from."
                    + (privateCounts.map {
                        " Requests of private categories are in no figure: \($0.text)."
                    } ?? ""))
        }
        let colophon = [
            "Sources: requests \(source)", layer.map { "boundaries \($0)" },
            "data until \(DayText.long(asOf))",
        ].compactMap(\.self).joined(separator: "; ")
        let document = PageDocument(
            place: city.name.uppercased(), title: title, subtitle: subtitle, edition: edition,
            sentences: sentences, figures: figures, remarks: remarks, sections: sections, colophon: colophon)
        return ReadyPages(
            document: document,
            facts: DocumentFacts(
                title: "\(title), \(city.name)", author: city.name, subject: subtitle,
                created: "\(asOf)T00:00:00Z"))
    }
}
