import Geometry
import PageLanguage

/// Draws a brief, in the order in which it is read.
struct BriefDrawing {
    let canvas: Canvas
    let plan: BriefPlan

    private var brief: BriefSheet { plan.brief }
    private var words: PageWords { brief.sheet.words }

    func draw() {
        let sheet = SheetDrawing(canvas: canvas, plan: plan.map)
        canvas.rectangle(plan.layout.sheetLayout.page)
        canvas.fill(PageTheme.paper)
        sheet.header()
        let headline = canvas.text.set(brief.headline, .headline, width: plan.layout.headline.width)
        canvas.tagged(.paragraph) { canvas.draw(headline, at: plan.layout.headline.corner) }
        let map = MapDrawing(canvas: canvas, plan: plan.map)
        canvas.tagged(.figure) { map.draw() }
        map.drawLinks()
        PanelDrawing(canvas: canvas, plan: plan.map).draw()
        list()
        if let contact = brief.contact, let box = plan.layout.contact { self.contact(contact, in: box) }
        if let notice = brief.notice, let box = plan.layout.notice {
            let text = canvas.text.set(notice, .small, width: box.width)
            canvas.tagged(.paragraph) { canvas.draw(text, at: box.corner) }
        }
        sheet.footer("", isRead: true)
    }

    private func list() {
        guard !brief.rows.isEmpty else { return }
        let box = plan.layout.list
        canvas.tagged(.heading2) {
            canvas.draw(
                canvas.text.set(
                    brief.listHeading(brief.rows.count), TextStyle(size: 10.5, weight: .bold),
                    width: box.width),
                at: box.corner)
        }
        let drawing = TableDrawing(
            canvas: canvas, table: PacketTable(columns: brief.columns, rows: plan.rows), left: box.minX,
            width: box.width)
        var y = box.minY + BriefLayout.headingHeight
        canvas.begin(.table)
        drawing.drawHead(at: y)
        y += drawing.headHeight
        for row in plan.rows {
            let set = drawing.set(row)
            drawing.draw(set, at: y)
            y += set.height
        }
        canvas.end(.table)
    }

    // MARK: Whom to ask

    private func contact(_ contact: BriefContact, in box: PageBox) {
        canvas.roundedRectangle(box, radius: 4)
        canvas.fillAndStroke(PageTheme.band, outline: PageTheme.rule, width: 0.6)
        let layout = ContactLayout(contact, logo: plan.logo, width: box.width, text: canvas.text)
        func moved(_ own: PageBox) -> PageBox {
            PageBox(x: box.minX + own.minX, y: box.minY + own.minY, width: own.width, height: own.height)
        }
        if let logo = plan.logo, let own = layout.logo {
            canvas.tagged(.figure) { canvas.draw(logo, in: moved(own)) }
        }
        canvas.tagged(.paragraph) {
            canvas.draw(layout.name, at: box.corner.moved(by: layout.nameCorner.x, layout.nameCorner.y))
        }
        for line in layout.lines {
            line.contact.draw(
                line.text, at: box.corner.moved(by: line.corner.x, line.corner.y), on: canvas)
        }
        if let (code, own) = layout.code { draw(code, in: moved(own)) }
    }

    private func draw(_ code: QRCode, in box: PageBox) {
        canvas.tagged(.figure) {
            canvas.rectangle(box.expanded(byX: 3, y: 3))
            canvas.fill(PageTheme.paper)
            let side = box.width / Double(code.width)
            for (column, row) in code.darkModules {
                canvas.rectangle(
                    PageBox(
                        x: box.minX + Double(column) * side, y: box.minY + Double(row) * side, width: side,
                        height: side))
            }
            canvas.fill(MapColor(hex: 0))
        }
    }
}
