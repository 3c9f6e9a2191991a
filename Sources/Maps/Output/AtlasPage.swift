package import PageLanguage
import Records

/// The page from which the maps of all areas are reached: where each lies, and what it comes to.
package struct AtlasPage: Sendable {
    package var place: String
    package var title: String
    package var subtitle: String
    package var edition: EditionNotice
    package var overview: Overview
    package var tables: [AtlasTable]
    package var contact: WebContact?
    package var colophon: String
    package var words: PageWords

    package init(
        place: String, title: String, subtitle: String, edition: EditionNotice, overview: Overview,
        tables: [AtlasTable], contact: WebContact? = nil, colophon: String, words: PageWords = .english
    ) {
        self.place = place
        self.title = title
        self.subtitle = subtitle
        self.edition = edition
        self.overview = overview
        self.tables = tables
        self.contact = contact
        self.colophon = colophon
        self.words = words
    }

    /// Returns the page's bytes.
    package func bytes() -> [UInt8] {
        let texts = [
            "overview": OverviewDrawing(overview: overview, name: words("Map of the areas")).svg,
            "legend": legend, "tables": tables.map(\.html).joined(separator: "\n"),
        ]
        let frame = WebFrame(
            place: place, title: title, subtitle: subtitle, edition: edition, colophon: colophon,
            contact: contact?.html(words) ?? "", words: words)
        return frame.page(main: PackageResources.atlas_html, texts: texts, style: PackageResources.atlas_css)
    }

    private var legend: String {
        let classes = overview.classes
        guard !classes.isEmpty else { return "" }
        let items = classes.enumerated().map { index, range in
            let (lower, upper) = range.title
            let text = lower == upper ? lower : words("\(lower) to \(upper)")
            let step = OverviewClass.step(of: index, among: classes.count)
            return "<li><span class=\"swatch step-\(step)\"></span>\(XMLText.escaped(text))</li>"
        }
        return "<p>\(XMLText.escaped(overview.measure))</p><ul>\(items.joined())</ul>"
    }
}

/// A table of an atlas page.
package struct AtlasTable: Sendable {
    package var caption: String
    /// The first one is that of the rows' names.
    package var columns: [String]
    /// Stands above the files that rows lead to.
    package var filesTitle: String
    package var rows: [AtlasRow]
    package var note: String

    package init(
        caption: String, columns: [String], filesTitle: String = "Files", rows: [AtlasRow], note: String = ""
    ) {
        self.caption = caption
        self.columns = columns
        self.filesTitle = filesTitle
        self.rows = rows
        self.note = note
    }

    var html: String {
        // On a phone rows become blocks, and a browser would no longer call them a table by itself.
        let head = columns.map { "<th scope=\"col\" role=\"columnheader\">\(XMLText.escaped($0))</th>" }
            .joined()
        let hasFiles = rows.contains { !$0.files.isEmpty }
        let files =
            hasFiles
            ? "<th scope=\"col\" role=\"columnheader\" class=\"files\">\(XMLText.escaped(filesTitle))</th>"
            : ""
        let titles = Array(columns.dropFirst())
        let body = rows.map { $0.html(titles: titles, withFiles: hasFiles) }.joined(separator: "\n")
        let note = note.isEmpty ? "" : "<p class=\"note\">\(XMLText.escaped(self.note))</p>"
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(XMLText.escaped(caption))"><table role="table"><caption>\(XMLText.escaped(caption))</caption>
            <thead role="rowgroup"><tr role="row">\(head)\(files)</tr></thead>
            <tbody role="rowgroup">
            \(body)
            </tbody></table></div>\(note)
            """
    }
}

/// A row of an atlas page's table.
package struct AtlasRow: Sendable {
    package enum Tone: String, Sendable { case plain, aside, total }

    /// A file that a row leads to.
    package struct File: Sendable {
        /// Beside the page.
        package var name: String
        package var kind: String

        package init(name: String, kind: String) {
            self.name = name
            self.kind = kind
        }
    }

    package var name: String
    package var cells: [String]
    package var files: [File]
    package var tone: Tone

    package init(_ name: String, _ cells: [String], files: [File] = [], tone: Tone = .plain) {
        self.name = name
        self.cells = cells
        self.files = files
        self.tone = tone
    }

    /// - Parameter titles: What stands above the cells, and beside them on a phone.
    func html(titles: [String], withFiles: Bool) -> String {
        let cells = cells.enumerated().map { index, cell in
            let title = titles.indices.contains(index) ? XMLText.escaped(titles[index]) : ""
            return "<td role=\"cell\" data-title=\"\(title)\">\(XMLText.escaped(cell))</td>"
        }.joined()
        let links = files.map { file in
            let label = XMLText.escaped("\(name), \(file.kind)")
            return
                "<a href=\"\(XMLText.escaped(file.name))\" aria-label=\"\(label)\">\(XMLText.escaped(file.kind))</a>"
        }.joined(separator: " ")
        let files = withFiles ? "<td role=\"cell\" class=\"files\">\(links)</td>" : ""
        return
            "<tr role=\"row\" class=\"\(tone.rawValue)\"><th scope=\"row\" role=\"rowheader\">\(XMLText.escaped(name))</th>\(cells)\(files)</tr>"
    }
}
