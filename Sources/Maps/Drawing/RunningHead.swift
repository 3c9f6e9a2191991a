/// Draws what stands above a rule on each page behind the first: title, place and subtitle, and who may see the page.
struct RunningHead {
    let canvas: Canvas
    let title: String
    let place: String
    let subtitle: String
    let edition: EditionNotice

    private static let gap = 8.0

    private var notice: EditionDrawing { EditionDrawing(canvas: canvas, notice: edition) }

    /// Returns what stands beside the notice on a line of this width, points: the title, smaller where it is long, and
    /// as much of the rest as has room. What has none stands on the first page, and is not cut here.
    func texts(width: Double) -> (title: SetText, rest: SetText?) {
        let room = width - notice.width - 2 * Self.gap
        let style = TextStyle(size: 8.5, weight: .semibold).shrunk(for: title, width: room, by: canvas.text)
        let set = canvas.text.set(title, style, width: room, fit: .shortens)
        let rest = ["\(place)  ·  \(subtitle)", place].map { canvas.text.set($0, .small) }
        return (set, rest.first { set.width + Self.gap + $0.width <= room })
    }

    /// - Parameter isRead: Whether it is read out on this page.
    func draw(from left: Double, to right: Double, isRead: Bool) {
        let top = SheetLayout.margin - 4
        let (title, rest) = texts(width: right - left)
        if isRead { canvas.begin(.paragraph) }
        canvas.draw(title, at: PagePoint(x: left, y: top + 3))
        if let rest {
            let y = top + 3 + title.ascent - rest.ascent
            canvas.draw(rest, at: PagePoint(x: left + title.width + Self.gap, y: y))
        }
        if isRead { canvas.end(.paragraph) }
        notice.draw(rightEdge: right, top: top, isRead: isRead)
        canvas.line([PagePoint(x: left, y: top + 21), PagePoint(x: right, y: top + 21)])
        canvas.stroke(PageTheme.rule, width: 0.6)
    }
}
