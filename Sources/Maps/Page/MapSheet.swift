package import PageLanguage

/// The first page: a map with all that stands around it.
package struct MapSheet: Sendable {
    /// The line above the title, such as the city's name.
    package var place: String
    package var title: String
    package var subtitle: String
    package var edition: EditionNotice
    package var figures: [KeyFigure]
    package var scene: MapScene
    package var legendTitle: String
    /// What the emphases mean here, in the order of the legend.
    package var emphases: [EmphasisTitle]
    package var notes: [SheetNote]
    /// Sources and dates, at the foot.
    package var colophon: String
    /// What is said in the middle of a map without markers.
    package var emptyMessage: String
    /// What a reader who cannot see the map is told in its place.
    package var alternative: String
    /// The words of all that is the same on each page.
    package var words: PageWords

    package init(
        place: String, title: String, subtitle: String, edition: EditionNotice, figures: [KeyFigure] = [],
        scene: MapScene, legendTitle: String, emphases: [EmphasisTitle] = [], notes: [SheetNote] = [],
        colophon: String, emptyMessage: String, alternative: String, words: PageWords = .english
    ) {
        self.place = place
        self.title = title
        self.subtitle = subtitle
        self.edition = edition
        self.figures = figures
        self.scene = scene
        self.legendTitle = legendTitle
        self.emphases = emphases
        self.notes = notes
        self.colophon = colophon
        self.emptyMessage = emptyMessage
        self.alternative = alternative
        self.words = words
    }
}

/// Who may see a page; it stands at the head of each.
package enum EditionNotice: Hashable, Sendable {
    case open(String)
    case restricted(String)

    package var text: String {
        switch self {
        case .open(let text), .restricted(let text): text
        }
    }
}

/// One large number with what it counts.
package struct KeyFigure: Hashable, Sendable {
    package var value: String
    package var caption: String

    package init(value: String, caption: String) {
        self.value = value
        self.caption = caption
    }
}

/// A few lines under a small heading beside the map.
package struct SheetNote: Hashable, Sendable {
    package var heading: String
    package var lines: [String]

    package init(heading: String, lines: [String]) {
        self.heading = heading
        self.lines = lines
    }

    /// The note within running text: its heading, then its lines, with a stop at the end.
    package var sentence: String {
        let text = "\(heading): \(lines.joined(separator: " "))"
        return text.hasSuffix(".") ? text : text + "."
    }
}

/// What one form of marker means.
package struct EmphasisTitle: Hashable, Sendable {
    package var emphasis: MarkerEmphasis
    package var title: String

    package init(emphasis: MarkerEmphasis, title: String) {
        self.emphasis = emphasis
        self.title = title
    }
}
