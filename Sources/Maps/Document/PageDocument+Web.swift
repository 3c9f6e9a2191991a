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
        let head = header.enumerated().map {
            "<th scope=\"col\"\(kind(of: $0.offset))>\($0.element.isEmpty ? "<span class=\"hidden\">\(XMLText.escaped(words("Name")))</span>" : XMLText.escaped($0.element))</th>"
        }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                column == 0
                    ? "<th scope=\"row\">\(XMLText.escaped(cell))</th>"
                    : "<td\(kind(of: column))>\(XMLText.escaped(cell))</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }.joined(separator: "\n")
        let name = XMLText.escaped(caption)
        let table =
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\"><table>"
            + "<caption>\(name)</caption><thead><tr>\(head)</tr></thead>\n<tbody>\n\(body)\n</tbody></table></div>"
        guard isBehindPicture else { return table }
        return
            "<details><summary>\(XMLText.escaped(words("The figures: \(caption)")))</summary>\(table)</details>"
    }

    private func kind(of column: Int) -> String {
        wordColumns.contains(column) ? " class=\"w\"" : ""
    }
}
