import Geometry
import PageLanguage

/// Runs sections over as many pages as they need, each with its head and foot.
final class SectionFlow {
    private let canvas: Canvas
    private let plan: MapPlan
    private let frame: PageBox
    private let purpose: Purpose
    private var y: Double
    private(set) var page: Int

    enum Purpose: Equatable {
        /// Only finds out how many pages there are.
        case counts
        /// Draws; the feet say how many pages the whole document has.
        case draws
    }

    private let pageCount: Int
    private var words: PageWords { plan.sheet.words }

    init(canvas: Canvas, plan: MapPlan, firstPage: Int, purpose: Purpose, pageCount: Int = 0) {
        self.purpose = purpose
        self.canvas = canvas
        self.plan = plan
        self.pageCount = pageCount
        let box = plan.layout.page
        let margin = SheetLayout.margin
        // What stands in the upper and lower eighth of several pages is taken for a running head or foot by software that
        // reads pages out: lines of the list keep out of there.
        frame = PageBox(
            minX: margin, minY: max(margin + 26, 0.12 * box.height - 22), maxX: box.maxX - margin,
            maxY: min(plan.layout.footer.minY - 8, 0.88 * box.height + 8))
        y = frame.minY
        page = firstPage
    }

    func run(_ sections: [PacketSection]) {
        openPage()
        for section in sections { run(section) }
        canvas.endPage()
    }

    private func run(_ section: PacketSection) {
        let paragraphs = section.paragraphs.map { canvas.text.set($0, .body, width: min(frame.width, 560)) }
        let lines = section.lines.map {
            (line: $0, text: canvas.text.set($0.text, .body, width: frame.width))
        }
        let opening = lines.reduce(paragraphs.reduce(34) { $0 + $1.height + 6 }) { $0 + $1.text.height + 4 }
        // A table's head does not stand alone.
        let tableStart = section.table == nil ? 0 : 60.0
        if y > frame.minY, y + 20 + opening + tableStart > frame.maxY { nextPage() }
        if y > frame.minY { y += 20 }
        if purpose == .draws { canvas.bookmark(section.heading, page: page) }
        canvas.tagged(.heading2) {
            let heading = canvas.text.set(section.heading, .heading, width: frame.width)
            canvas.draw(heading, at: PagePoint(x: frame.minX, y: y))
            y += heading.height + 5
        }
        for paragraph in paragraphs {
            canvas.tagged(.paragraph) { canvas.draw(paragraph, at: PagePoint(x: frame.minX, y: y)) }
            y += paragraph.height + 6
        }
        for (line, text) in lines {
            line.draw(text, at: PagePoint(x: frame.minX, y: y), on: canvas)
            y += text.height + 4
        }
        if let table = section.table { run(table) }
    }

    /// A table of more rows goes on as another one at the next page: readers and checkers have bounds.
    private static let longestElement = 900

    private func run(_ table: PacketTable) {
        let drawing = TableDrawing(canvas: canvas, table: table, left: frame.minX, width: frame.width)
        let headHeight = drawing.headHeight
        canvas.begin(.table)
        drawing.drawHead(at: y)
        y += headHeight
        var rowsInElement = 0
        var hasGoneOn = false
        for (index, row) in table.rows.enumerated() {
            let set = drawing.set(row)
            if y + set.height + heightKept(after: index, in: table, drawing) > frame.maxY {
                // The second page reads the head once more; from the third on it is a running head as others are.
                let isFirst = !hasGoneOn
                hasGoneOn = true
                if readsHeads || isFirst || rowsInElement >= Self.longestElement {
                    canvas.end(.table)
                    nextPage()
                    canvas.begin(.table)
                    drawing.drawHead(at: y)
                    rowsInElement = 0
                } else {
                    nextPage()
                    drawing.drawRepeatedHead(at: y)
                }
                y += headHeight
            }
            if purpose == .draws { drawing.draw(set, at: y) }
            y += set.height
            rowsInElement += 1
        }
        canvas.end(.table)
    }

    /// The height of a sum that follows a row: it does not stand alone on a page.
    private func heightKept(after index: Int, in table: PacketTable, _ drawing: TableDrawing) -> Double {
        let next = index + 1
        guard next == table.rows.count - 1, table.rows[next].tone == .total else { return 0 }
        return drawing.set(table.rows[next]).height
    }

    private func nextPage() {
        canvas.endPage()
        page += 1
        openPage()
    }

    private func openPage() {
        canvas.rectangle(plan.layout.page)
        canvas.fill(PageTheme.paper)
        runningHead()
        FooterDrawing(canvas: canvas).draw(
            in: plan.layout.footer, left: plan.sheet.colophon,
            right: words("Page \(String(page)) of \(String(pageCount))"))
        y = frame.minY
    }

    /// Whether the heads of pages are read out: in long documents they are not, again and again.
    private var readsHeads: Bool { pageCount < 6 }

    private func runningHead() {
        let sheet = plan.sheet
        RunningHead(
            canvas: canvas, title: sheet.title, place: sheet.place, subtitle: sheet.subtitle,
            edition: sheet.edition
        ).draw(from: frame.minX, to: frame.maxX, isRead: readsHeads)
    }
}
