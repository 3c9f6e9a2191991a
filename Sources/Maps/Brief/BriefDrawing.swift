import Geometry
import PageLanguage

/// Draws a brief, in the order in which it is read.
struct BriefDrawing {
    let canvas: Canvas
    let plan: BriefPlan
    let logo: Logo?

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
        let inner = box.expanded(byX: -8, y: -7)
        var left = inner.minX
        if let logo {
            let scale = min(inner.height / logo.height, 150 / logo.width)
            let size = (width: logo.width * scale, height: logo.height * scale)
            canvas.tagged(.figure) {
                canvas.draw(
                    logo,
                    in: PageBox(
                        x: left, y: inner.center.y - size.height / 2, width: size.width, height: size.height))
            }
            left += size.width + 12
        }
        let code = contact.address.flatMap(QRCode.init)
        let right = code == nil ? inner.maxX : inner.maxX - inner.height - 12
        let name = canvas.text.set(contact.name, TextStyle(size: 11, weight: .bold), width: right - left)
        canvas.tagged(.paragraph) { canvas.draw(name, at: PagePoint(x: left, y: inner.minY)) }
        var point = PagePoint(x: left, y: inner.minY + name.height + 4)
        for line in contact.lines {
            let text = canvas.text.set(line.text, TextStyle(size: 9.5))
            // As many beside one another as have room.
            if point.x > left, point.x + text.width > right {
                point = PagePoint(x: left, y: point.y + text.height + 3)
            }
            line.draw(text, at: point, on: canvas)
            point.x += text.width + 22
        }
        if let code {
            draw(
                code,
                in: PageBox(
                    x: inner.maxX - inner.height, y: inner.minY, width: inner.height, height: inner.height))
        }
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
