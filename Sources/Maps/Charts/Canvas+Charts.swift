import Geometry

extension Canvas {
    /// Draws a chart with its upper left corner at a point.
    func draw(_ chart: ChartDrawing, at corner: PagePoint) {
        for mark in chart.marks { draw(mark, from: corner) }
    }

    private func draw(_ mark: ChartMark, from corner: PagePoint) {
        func moved(_ point: PagePoint) -> PagePoint { point.moved(by: corner.x, corner.y) }
        switch mark {
        case .line(let points, let color, let width, let dashes):
            line(points.map(moved))
            stroke(color.color, width: width, dashes: dashes, cap: dashes.isEmpty ? .round : .butt)
        case .surface(let points, let color):
            ring(points.map(moved))
            fill(color.color)
        case .symbol(let symbol, let center, let color, let radius, let filling):
            path(symbol, at: moved(center), radius: radius)
            switch filling {
            case .solid: fillAndStroke(color.color, outline: PageTheme.paper, width: radius * 0.35)
            case .hollow: fillAndStroke(PageTheme.paper, outline: color.color, width: radius * 0.5)
            }
        case .text(let own):
            let set = text.set(
                own.text, TextStyle(size: own.size, weight: own.weight, color: own.color.color))
            let shift =
                switch own.anchor {
                case .start: 0.0
                case .middle: set.width / 2
                case .end: set.width
                }
            draw(set, at: moved(own.point).moved(by: -shift, -set.ascent))
        }
    }

    private func path(_ symbol: ChartSymbol, at center: PagePoint, radius: Double) {
        switch symbol {
        case .circle: circle(center, radius: radius)
        case .square, .triangle, .diamond: ring(symbol.corners(center, radius: radius))
        }
    }
}
