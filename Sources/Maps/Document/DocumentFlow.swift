import Geometry
import PageLanguage

/// Runs a document over as many pages of paper as it needs.
final class DocumentFlow {
    private let canvas: Canvas
    private let document: PageDocument
    private let box: PageBox
    private let frame: PageBox
    private let footer: PageBox
    /// `nil` where pages are only counted.
    private let pageCount: Int?
    private var y: Double
    private(set) var page = 1

    init(canvas: Canvas, document: PageDocument, page box: PageBox, pageCount: Int?) {
        self.canvas = canvas
        self.document = document
        self.box = box
        self.pageCount = pageCount
        let margin = SheetLayout.margin
        footer = PageBox(
            x: margin, y: box.maxY - 24 - SheetLayout.footerHeight, width: box.width - 2 * margin,
            height: SheetLayout.footerHeight)
        // As in packets: what stands in the upper and lower eighth of several pages is taken for a running head or foot.
        frame = PageBox(
            minX: margin, minY: max(margin + 26, 0.12 * box.height - 22), maxX: box.maxX - margin,
            maxY: min(footer.minY - 8, 0.88 * box.height + 8))
        y = frame.minY
    }

    private var draws: Bool { pageCount != nil }
    private var words: PageWords { document.words }

    func run() {
        paper()
        header()
        firstPage()
        for section in document.sections { run(section) }
        canvas.endPage()
    }

    // MARK: The first page

    private func header() {
        let top = SheetLayout.margin - 4
        let notice = EditionDrawing(canvas: canvas, notice: document.edition)
        let width = frame.width - notice.width - 16
        if draws { canvas.bookmark(document.title, page: 1) }
        canvas.tagged(.paragraph) {
            canvas.draw(canvas.text.set(document.place, .eyebrow), at: PagePoint(x: frame.minX, y: top))
        }
        let title = canvas.text.set(
            document.title, TextStyle.title.shrunk(for: document.title, width: width, by: canvas.text),
            width: width)
        canvas.tagged(.heading1) { canvas.draw(title, at: PagePoint(x: frame.minX, y: top + 11)) }
        let subtitle = canvas.text.set(document.subtitle, .subtitle, width: frame.width)
        canvas.tagged(.paragraph) {
            canvas.draw(subtitle, at: PagePoint(x: frame.minX, y: top + 14 + title.height))
        }
        notice.draw(rightEdge: frame.maxX, top: top)
        y = max(frame.minY, top + 14 + title.height + subtitle.height + 22)
    }

    private static let sentence = TextStyle(size: 12, leading: 1.15)
    private static let numeral = TextStyle(size: 15, weight: .bold, color: PageTheme.accent)

    private func firstPage() {
        canvas.begin(.list)
        for (index, sentence) in document.sentences.enumerated() {
            let text = canvas.text.set(sentence, Self.sentence, width: frame.width - 30)
            let numeral = canvas.text.set("\(index + 1)", Self.numeral)
            if y + text.height > frame.maxY { nextPage() }
            canvas.begin(.item)
            canvas.tagged(.itemLabel) {
                canvas.draw(
                    numeral, at: PagePoint(x: frame.minX, y: y + text.ascent - numeral.ascent))
            }
            canvas.tagged(.itemBody) { canvas.draw(text, at: PagePoint(x: frame.minX + 30, y: y)) }
            canvas.end(.item)
            y += text.height + 13
        }
        canvas.end(.list)
        y += 4
        keyFigures()
        y += 6
        for remark in document.remarks { paragraph(remark, .small, gap: 4) }
    }

    private func keyFigures() {
        guard !document.figures.isEmpty else { return }
        let gap = 14.0
        let count = Double(document.figures.count)
        let width = (frame.width - gap * (count - 1)) / count
        let texts = document.figures.map {
            (
                canvas.text.set($0.value, .figure, width: width),
                canvas.text.set($0.caption, .small, width: width)
            )
        }
        let height = texts.map { $0.height + $1.height }.max() ?? 0
        if y + height + 20 > frame.maxY { nextPage() }
        canvas.line([PagePoint(x: frame.minX, y: y), PagePoint(x: frame.maxX, y: y)])
        canvas.stroke(PageTheme.accent, width: 1.2, cap: .butt)
        y += 8
        for (index, (value, caption)) in texts.enumerated() {
            let x = frame.minX + Double(index) * (width + gap)
            canvas.tagged(.paragraph) {
                canvas.draw(value, at: PagePoint(x: x, y: y))
                canvas.draw(caption, at: PagePoint(x: x, y: y + value.height + 1))
            }
        }
        y += height + 10
    }

    // MARK: Sections

    private func run(_ section: PageSection) {
        let heading = canvas.text.set(section.heading, .heading, width: frame.width)
        let paragraphs = section.paragraphs.map { canvas.text.set($0, .body, width: frame.width) }
        let chart = section.figure.map { figure in
            figure.chart.drawing(
                in: ChartFrame(width: frame.width, size: 7.6, setter: canvas.text, words: words))
        }
        let notes = section.notes.reduce(6) {
            $0 + canvas.text.set($1, .small, width: frame.width).height + 3
        }
        let tables = section.tables.filter { !$0.rows.isEmpty }.map { SetTable($0, on: canvas, in: frame) }
        // What a heading stands above: the picture, else the beginning of the table, else the notes.
        let first =
            chart.map { min($0.height, frame.height * 0.7) + 12 + (tables.isEmpty ? notes : 0) }
            ?? tables.first.map { $0.opening(notes: tables.count == 1 ? notes : 0) + 8 }
            ?? (section.notes.isEmpty ? 60 : notes)
        let opening = min(
            frame.height - 26, paragraphs.reduce(heading.height + 6) { $0 + $1.height + 5 } + first)
        // The first page is the manager's; the others follow on one another.
        if page == 1 || y + 26 + opening > frame.maxY { nextPage() } else { y += 26 }
        if draws { canvas.bookmark(section.heading, page: page) }
        canvas.tagged(.heading2) { canvas.draw(heading, at: PagePoint(x: frame.minX, y: y)) }
        y += heading.height + 6
        for text in paragraphs {
            canvas.tagged(.paragraph) { canvas.draw(text, at: PagePoint(x: frame.minX, y: y)) }
            y += text.height + 5
        }
        if let chart { run(chart) }
        for (index, table) in tables.enumerated() { run(table, notes: index + 1 == tables.count ? notes : 0) }
        if !section.notes.isEmpty { y += 6 }
        for note in section.notes { paragraph(note, .small, gap: 3) }
    }

    private func run(_ chart: ChartDrawing) {
        y += 4
        canvas.tagged(.figure) { canvas.draw(chart, at: PagePoint(x: frame.minX, y: y)) }
        y += chart.height + 8
    }

    private func paragraph(_ text: String, _ style: TextStyle, gap: Double) {
        let set = canvas.text.set(text, style, width: frame.width)
        if y + set.height > frame.maxY { nextPage() }
        canvas.tagged(.paragraph) { canvas.draw(set, at: PagePoint(x: frame.minX, y: y)) }
        y += set.height + gap
    }

    /// - Parameter notes: The height of the notes that follow, which stand with the last rows.
    private func run(_ table: SetTable, notes: Double) {
        if y + 8 + table.opening(notes: notes) > frame.maxY { nextPage() } else { y += 8 }
        canvas.tagged(.paragraph) { canvas.draw(table.caption, at: PagePoint(x: frame.minX, y: y)) }
        y += table.caption.height + 3
        canvas.begin(.table)
        table.drawing.drawHead(at: y)
        y += table.headHeight
        let last = table.rows.count - SetTable.kept
        for (index, row) in table.rows.enumerated() {
            let height =
                index == last && index > 0 ? min(table.ending(notes: notes), frame.height / 2) : row.height
            if y + height > frame.maxY {
                canvas.end(.table)
                nextPage()
                canvas.begin(.table)
                table.drawing.drawHead(at: y)
                y += table.headHeight
            }
            table.drawing.draw(row, at: y)
            y += row.height
        }
        canvas.end(.table)
        y += 4
    }

    // MARK: Pages

    private func nextPage() {
        canvas.endPage()
        page += 1
        paper()
        runningHead()
        y = frame.minY
    }

    private func paper() {
        canvas.rectangle(box)
        canvas.fill(PageTheme.paper)
        FooterDrawing(canvas: canvas).draw(
            in: footer, left: document.colophon,
            right: words("Page \(String(page)) of \(String(pageCount ?? page))"))
    }

    private func runningHead() {
        RunningHead(
            canvas: canvas, title: document.title, place: document.place, subtitle: document.subtitle,
            edition: document.edition
        ).draw(from: frame.minX, to: frame.maxX, isRead: false)
    }
}
