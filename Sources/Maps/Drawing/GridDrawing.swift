import Geometry

/// Draws a map's fields: fine lines, and letters and numbers along its edges.
struct GridDrawing {
    let canvas: Canvas
    let grid: MapGrid
    private static let style = TextStyle(size: 7.6, weight: .bold, color: PageTheme.accent)

    func draw() {
        let frame = grid.frame
        for x in grid.lines.x {
            canvas.line([PagePoint(x: x, y: frame.minY), PagePoint(x: x, y: frame.maxY)])
        }
        for y in grid.lines.y {
            canvas.line([PagePoint(x: frame.minX, y: y), PagePoint(x: frame.maxX, y: y)])
        }
        canvas.stroke(PageTheme.accent, width: 0.5, alpha: 0.45, dashes: [1, 3])
        for (x, title) in grid.columnTitles {
            plate(title, at: PagePoint(x: x, y: frame.minY + 7))
            plate(title, at: PagePoint(x: x, y: frame.maxY - 7))
        }
        for (y, title) in grid.rowTitles {
            plate(title, at: PagePoint(x: frame.minX + 7, y: y))
            plate(title, at: PagePoint(x: frame.maxX - 7, y: y))
        }
    }

    private func plate(_ title: String, at center: PagePoint) {
        let text = canvas.text.set(title, Self.style)
        canvas.roundedRectangle(PageBox(center: center, halfWidth: 6, halfHeight: 5.5), radius: 2)
        canvas.fill(PageTheme.paper, alpha: 0.9)
        canvas.draw(text, at: center.moved(by: -text.width / 2, -text.height / 2))
    }
}
