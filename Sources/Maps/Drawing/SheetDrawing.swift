import Geometry

/// Draws the whole first page, in the order in which it is read.
struct SheetDrawing {
    let canvas: Canvas
    let plan: MapPlan

    /// - Parameter isOnly: Whether no other page follows.
    func draw(pageLabel: String, isOnly: Bool = false) {
        canvas.rectangle(plan.layout.page)
        canvas.fill(PageTheme.paper)
        header()
        let map = MapDrawing(canvas: canvas, plan: plan)
        // What an element draws itself belongs to it only where it holds no other: the links follow the figure.
        canvas.tagged(.figure) { map.draw() }
        map.drawLinks()
        PanelDrawing(canvas: canvas, plan: plan).draw()
        footer(pageLabel, isRead: isOnly)
    }

    func header() {
        let box = plan.layout.header
        let sheet = plan.sheet
        let notice = EditionDrawing(canvas: canvas, notice: sheet.edition)
        let width = box.width - notice.width - 16
        let style = Self.titleStyle(sheet.title, width: width, text: canvas.text)
        let title = canvas.text.set(sheet.title, style, width: width)
        canvas.tagged(.paragraph) { canvas.draw(canvas.text.set(sheet.place, .eyebrow), at: box.corner) }
        canvas.tagged(.heading1) {
            canvas.draw(title, at: box.corner.moved(by: 0, Self.titleTop(title, size: style.size)))
        }
        canvas.tagged(.paragraph) {
            let subtitle = canvas.text.set(
                sheet.subtitle,
                TextStyle.subtitle.shrunk(for: sheet.subtitle, width: box.width, by: canvas.text))
            canvas.draw(subtitle, at: box.corner.moved(by: 0, Self.subtitleTop))
        }
        notice.draw(rightEdge: box.maxX, top: box.minY)
    }

    /// Where the city's name ends and the subtitle begins, points below the header's edge: the title's room.
    static let placeBottom = 10.0
    static let subtitleTop = 41.0

    static func titleStyle(_ title: String, width: Double, text: TextSetter) -> TextStyle {
        TextStyle.title.shrunk(for: title, width: width, height: subtitleTop - placeBottom, by: text)
    }

    /// Returns where a title begins, points below the header's edge: higher where it takes two lines.
    static func titleTop(_ title: SetText, size: Double) -> Double {
        min(11 + (TextStyle.title.size - size) / 2, subtitleTop - title.height)
    }

    /// - Parameter isRead: Whether it stands on this page only, and is read out there.
    func footer(_ pageLabel: String, isRead: Bool = false) {
        let box = plan.layout.footer
        FooterDrawing(canvas: canvas).draw(
            in: box, left: plan.sheet.colophon, right: pageLabel, isRead: isRead)
    }
}

/// Draws who may see the page, in a frame that cannot be overlooked where it is restricted.
struct EditionDrawing {
    let canvas: Canvas
    let notice: EditionNotice

    private var color: MapColor {
        switch notice {
        case .open: PageTheme.accent
        case .restricted: PageTheme.paper
        }
    }

    private var text: SetText {
        canvas.text.set(notice.text, TextStyle(size: 7.6, weight: .semibold, color: color))
    }

    var width: Double { text.width + 16 }

    func draw(rightEdge: Double, top: Double, isRead: Bool = true) {
        let text = self.text
        let box = PageBox(
            x: rightEdge - text.width - 16, y: top, width: text.width + 16, height: text.height + 7)
        canvas.roundedRectangle(box, radius: 3)
        switch notice {
        case .open: canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.accent, width: 0.8)
        case .restricted: canvas.fillAndStroke(PageTheme.warning, outline: PageTheme.warning, width: 0.8)
        }
        if isRead { canvas.begin(.paragraph) }
        canvas.draw(text, at: box.corner.moved(by: 8, 3.5))
        if isRead { canvas.end(.paragraph) }
    }
}

/// Draws a page's foot: a rule, what stands at its left, and the page's number. Where it stands on every page it is not read.
struct FooterDrawing {
    let canvas: Canvas

    func draw(in box: PageBox, left: String, right: String, isRead: Bool = false) {
        canvas.line([box.corner, PagePoint(x: box.maxX, y: box.minY)])
        canvas.stroke(PageTheme.rule, width: 0.6)
        let number = canvas.text.set(right, .small)
        let text = canvas.text.set(left, .small, width: box.width - number.width - 30)
        if isRead { canvas.begin(.paragraph) }
        canvas.draw(text, at: box.corner.moved(by: 0, 5))
        if isRead { canvas.end(.paragraph) }
        canvas.draw(number, at: PagePoint(x: box.maxX - number.width, y: box.minY + 5))
    }
}
