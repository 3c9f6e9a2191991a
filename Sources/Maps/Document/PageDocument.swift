package import PageLanguage

/// Pages of sentences, charts and tables: what a manager signs. Drawn as a tagged PDF and as one web page, from the same.
package struct PageDocument: Sendable {
    /// The line above the title, such as the city's name.
    package var place: String
    package var title: String
    package var subtitle: String
    package var edition: EditionNotice
    /// What should be known first, the worst first.
    package var sentences: [String]
    /// Large numbers beneath.
    package var figures: [KeyFigure]
    /// What was taken for granted, at the end of the first page.
    package var remarks: [String]
    package var sections: [PageSection]
    /// Sources and dates, at the foot.
    package var colophon: String
    /// The words of the pages' language.
    package var words: PageWords

    package init(
        place: String, title: String, subtitle: String, edition: EditionNotice, sentences: [String],
        figures: [KeyFigure] = [], remarks: [String] = [], sections: [PageSection], colophon: String,
        words: PageWords = .english
    ) {
        self.place = place
        self.title = title
        self.subtitle = subtitle
        self.edition = edition
        self.sentences = sentences
        self.figures = figures
        self.remarks = remarks
        self.sections = sections
        self.colophon = colophon
        self.words = words
    }
}

/// One question of a document: its answer in a picture, and the table behind it.
package struct PageSection: Sendable {
    package var heading: String
    package var paragraphs: [String]
    package var figure: PageFigure?
    package var tables: [PageTable]
    /// How the figures are found, in small letters.
    package var notes: [String]

    package init(
        _ heading: String, paragraphs: [String] = [], figure: PageFigure? = nil, tables: [PageTable] = [],
        notes: [String] = []
    ) {
        self.heading = heading
        self.paragraphs = paragraphs
        self.figure = figure
        self.tables = tables
        self.notes = notes
    }
}

/// A chart, and what is told of it to who cannot see it.
package struct PageFigure: Sendable {
    package var chart: Chart
    package var alternative: String

    /// - Parameter alternative: What the chart shows, in a sentence or two.
    package init(_ chart: Chart, alternative: String) {
        self.chart = chart
        self.alternative = alternative
    }

    /// What is told: first what kind of picture it is, and that its table follows, so that who hears it knows where the rest
    /// stands.
    func told(_ words: PageWords) -> String {
        switch chart {
        case .series: words("A picture of lines over time, with its table after it. \(alternative)")
        case .panels:
            words(
                "A picture of small lines over time, one for each area, with its table after it. \(alternative)"
            )
        case .funnel:
            words("A picture of points between the limits of chance, with its table after it. \(alternative)")
        case .intervals:
            words(
                "A picture of values with the intervals in which they may lie, with its table after it. \(alternative)"
            )
        }
    }
}

/// A table of texts; the first column names the rows.
package struct PageTable: Sendable {
    package var caption: String
    package var header: [String]
    package var rows: [[String]]
    /// The columns that hold words: from the left. The others hold numbers.
    package var wordColumns: Set<Int>

    package init(caption: String, header: [String], rows: [[String]], wordColumns: Set<Int> = [0]) {
        self.caption = caption
        self.header = header
        self.rows = rows
        self.wordColumns = wordColumns
    }
}
