/// Draws markers and groups of them, alike on the map, in the legend and in lists.
struct MarkerDrawing {
    let canvas: Canvas
    static let outlineWidth = 0.75

    /// - Parameter radius: Of a circle of the same weight, points.
    func symbol(_ symbol: MarkerSymbol, at center: PagePoint, radius: Double, emphasis: MarkerEmphasis = []) {
        path(symbol.shape, center: center, radius: radius)
        canvas.stroke(PageTheme.paper, width: Self.outlineWidth + 1.6)
        path(symbol.shape, center: center, radius: radius)
        canvas.fillAndStroke(symbol.color, outline: PageTheme.outline, width: Self.outlineWidth)
        self.emphasis(emphasis, at: center, radius: radius)
    }

    func emphasis(_ emphasis: MarkerEmphasis, at center: PagePoint, radius: Double) {
        if emphasis.contains(.repeated) {
            canvas.circle(center, radius: radius + 2.6)
            canvas.stroke(PageTheme.outline, width: 0.9)
        }
        if emphasis.contains(.doubtful) {
            canvas.circle(center, radius: radius + (emphasis.contains(.repeated) ? 4.4 : 2.6))
            canvas.stroke(PageTheme.warning, width: 1, dashes: [1.2, 2.2])
        }
        if emphasis.contains(.misplaced) { flag(at: center.moved(by: radius * 0.75, -radius * 0.75)) }
    }

    /// A circle with the count, its rim divided by category.
    func group(_ group: MarkerGroup, shares: [(color: MapColor, count: Int)], emphasis: MarkerEmphasis) {
        let radius = group.radius
        canvas.circle(group.center, radius: radius)
        canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.paper, width: 3)
        var start = 0.0
        for share in shares {
            let end = start + Double(share.count) / Double(group.count)
            canvas.arc(group.center, radius: radius - 1.6, from: start, to: end)
            canvas.stroke(share.color, width: 2.6, cap: .butt)
            start = end
        }
        canvas.circle(group.center, radius: radius)
        canvas.stroke(PageTheme.outline, width: Self.outlineWidth)
        canvas.circle(group.center, radius: radius - 3.1)
        canvas.stroke(PageTheme.outline, width: 0.35)
        let size = group.count > 999 ? 5.4 : group.count > 99 ? 6.4 : 7
        let count = canvas.text.set(String(group.count), TextStyle(size: size, weight: .bold))
        canvas.draw(count, at: group.center.moved(by: -count.width / 2, -count.height / 2))
        self.emphasis(emphasis.intersection([.misplaced]), at: group.center, radius: radius)
        if !emphasis.isDisjoint(with: [.repeated, .doubtful]) {
            self.emphasis(emphasis.subtracting(.misplaced), at: group.center, radius: radius - 0.6)
        }
    }

    private func flag(at foot: PagePoint) {
        canvas.line([foot.moved(by: 0, 1), foot.moved(by: 0, -6)])
        canvas.stroke(PageTheme.warning, width: 0.9)
        canvas.ring([foot.moved(by: 0, -6.2), foot.moved(by: 4.6, -4.4), foot.moved(by: 0, -2.6)])
        canvas.fillAndStroke(PageTheme.warning, outline: PageTheme.paper, width: 0.3)
    }

    private func path(_ shape: MarkerShape, center: PagePoint, radius: Double) {
        if shape == .circle {
            canvas.circle(center, radius: radius)
        } else {
            canvas.ring(shape.corners.map { center.moved(by: $0.x * radius, $0.y * radius) })
        }
    }
}
