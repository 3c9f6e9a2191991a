import Geometry
import PageLanguage
import Records

extension PageDocument {
    /// Returns the document as one web page that asks no other host for anything.
    package func html() throws(MapError) -> [UInt8] {
        let setter = try TextSetter()
        let texts = [
            "sentences": sentences.map { "<li><span>\(XMLText.escaped(Markup.bound($0)))</span></li>" }
                .joined(
                    separator: "\n"),
            "figures": figures.map {
                "<div><dt>\(XMLText.escaped($0.caption))</dt><dd>\(XMLText.escaped($0.value))</dd></div>"
            }.joined(),
            "remarks": remarks.map { "<p>\(XMLText.escaped($0))</p>" }.joined(),
            "sections": sections.enumerated().map { $0.element.html(number: $0.offset + 1, setter, words) }
                .joined(separator: "\n"),
        ]
        let frame = WebFrame(
            place: place, title: title, subtitle: subtitle, edition: edition, colophon: colophon, words: words
        )
        return frame.page(
            main: PackageResources.document_html, texts: texts, style: PackageResources.document_css)
    }
}

extension PageSection {
    fileprivate func html(number: Int, _ setter: TextSetter, _ words: PageWords) -> String {
        var parts = [
            "<section aria-labelledby=\"s\(number)\"><h2 id=\"s\(number)\">\(XMLText.escaped(heading))</h2>"
        ]
        parts += paragraphs.map { "<p>\(XMLText.escaped($0))</p>" }
        if let figure { parts.append(figure.html(number: number, setter, words)) }
        // A table behind a picture is opened where it is asked for; one without is the answer itself.
        parts += tables.map { $0.html(isBehindPicture: figure != nil, words) }
        parts += notes.map { "<p class=\"note\">\(XMLText.escaped($0))</p>" }
        return parts.joined(separator: "\n") + "\n</section>"
    }
}

extension PageFigure {
    /// Laid out twice: for the width of a desk and for that of a phone, on which the letters stay as large.
    fileprivate func html(number: Int, _ setter: TextSetter, _ words: PageWords) -> String {
        let layouts = [("wide", 760.0, 13.0), ("narrow", 344, 12.5)]
        let drawings = layouts.map { kind, width, size in
            chart.drawing(
                in: ChartFrame(width: width, size: size, setter: setter, words: words, stretch: 1.15)
            ).svg(
                width: width, name: "s\(number)-\(kind)", alternative: told(words), kind: kind)
        }
        return "<figure>" + drawings.joined(separator: "\n") + "</figure>"
    }
}

extension PageTable {
    fileprivate func html(isBehindPicture: Bool, _ words: PageWords) -> String {
        guard !rows.isEmpty else { return "" }
        // On a phone rows that have no room become blocks, and a browser would no longer call them a table by itself.
        let form = Form(isBlocks: needsBlocks)
        let head = header.enumerated().map {
            "<th scope=\"col\"\(form.role("columnheader"))\(kind(of: $0.offset))>\($0.element.isEmpty ? "<span class=\"hidden\">\(XMLText.escaped(words("Name")))</span>" : XMLText.escaped($0.element))</th>"
        }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column == 0
                    ? "<th scope=\"row\"\(form.role("rowheader"))>\(XMLText.escaped(cell))</th>"
                    : "<td\(form.role("cell"))\(kind(of: column, cell, form))\(form.title(of: column, header))>"
                        + "\(XMLText.escaped(cell))</td>"
            }
            return "<tr\(form.role("row"))>\(cells.joined())</tr>"
        }.joined(separator: "\n")
        let name = XMLText.escaped(caption)
        let group = form.role("rowgroup")
        let table =
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\"><table\(form.table)>"
            + "<caption>\(name)</caption><thead\(group)><tr\(form.role("row"))>\(head)</tr></thead>\n<tbody\(group)>\n\(body)\n</tbody></table></div>"
        guard isBehindPicture else { return table }
        return
            "<details><summary>\(XMLText.escaped(words("The figures: \(caption)")))</summary>\(table)</details>"
    }

    private func kind(of column: Int) -> String {
        wordColumns.contains(column) ? " class=\"w\"" : ""
    }

    /// A text that is long stands in a line of its own on a phone.
    private func kind(of column: Int, _ cell: String, _ form: Form) -> String {
        guard form.isBlocks, cell.count > Self.longText else { return kind(of: column) }
        return wordColumns.contains(column) ? " class=\"w l\"" : " class=\"l\""
    }

    private static let longText = 12
    /// How wide the paper of a phone is, and a letter and the room about a cell on it, pixels.
    private static let phoneWidth = 360
    private static let letterWidth = 8
    private static let cellRoom = 16

    /// Whether its columns have no room beside one another on a phone. Texts may go over several lines, numbers may not.
    private var needsBlocks: Bool {
        let widths = header.indices.map { column in
            let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
            let words = (cells + [header[column]]).flatMap { $0.split(separator: " ").map(\.count) }
            let (word, cell) = (words.max() ?? 0, cells.map(\.count).max() ?? 0)
            let most = column == 0 ? 16 : wordColumns.contains(column) ? 24 : cell
            return max(word, min(cell, most)) * Self.letterWidth + Self.cellRoom
        }
        return widths.reduce(0, +) > Self.phoneWidth
    }

    /// How a table is written: as blocks on a phone each cell bears its heading.
    private struct Form {
        let isBlocks: Bool

        var table: String { isBlocks ? " class=\"blocks\" role=\"table\"" : "" }

        func role(_ name: String) -> String { isBlocks ? " role=\"\(name)\"" : "" }

        func title(of column: Int, _ header: [String]) -> String {
            guard isBlocks, header.indices.contains(column), !header[column].isEmpty else { return "" }
            return " data-title=\"\(XMLText.escaped(header[column]))\""
        }
    }
}
