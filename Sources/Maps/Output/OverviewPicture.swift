import CCairo
import Geometry
package import PageLanguage

/// A picture of the shaded areas with title and day, in the measures of newsletters and links.
package struct OverviewPicture: Sendable {
    package enum Shape: String, Sendable, CaseIterable {
        /// 1200 × 630 pixels: what pages that link here show.
        case wide
        /// 1080 × 1080 pixels.
        case square

        var size: (width: Int, height: Int) {
            switch self {
            case .wide: (1200, 630)
            case .square: (1080, 1080)
            }
        }
    }

    package var place: String
    package var title: String
    package var subtitle: String
    package var overview: Overview
    /// What the map cannot show, a sentence each.
    package var notes: [String]
    package var words: PageWords

    package init(
        place: String, title: String, subtitle: String, overview: Overview, notes: [String] = [],
        words: PageWords = .english
    ) {
        self.place = place
        self.title = title
        self.subtitle = subtitle
        self.overview = overview
        self.notes = notes
        self.words = words
    }

    package func png(_ shape: Shape) throws(MapError) -> [UInt8] {
        let size = shape.size
        let canvas = try PictureSurface.canvas(width: size.width, height: size.height)
        let page = PageBox(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
        canvas.rectangle(page)
        canvas.fill(PageTheme.paper)
        canvas.rectangle(PageBox(x: 0, y: 0, width: page.width, height: 14))
        canvas.fill(PageTheme.accent)
        let inner = page.expanded(byX: -56, y: -56)
        switch shape {
        case .wide: drawWide(canvas, page: page, inner: inner)
        case .square: drawSquare(canvas, inner: inner)
        }
        return try PictureSurface.png(canvas)
    }

    /// Texts and legend at the left, the map at the right.
    private func drawWide(_ canvas: Canvas, page: PageBox, inner: PageBox) {
        let column = PageBox(
            minX: inner.minX, minY: inner.minY, maxX: inner.minX + 470, maxY: inner.maxY)
        let frame = PageBox(
            minX: column.maxX + 40, minY: 44, maxX: page.maxX - 30, maxY: page.maxY - 30)
        let placed = labels(in: frame, canvas.text)
        let bottom = texts(canvas, heads + small(without: placed), in: column)
        legend(canvas, above: column.maxY, below: bottom, at: column.minX)
        map(canvas, in: frame, placed)
    }

    /// The map below the heads; what it cannot show and the legend below it.
    private func drawSquare(_ canvas: Canvas, inner: PageBox) {
        let top = texts(canvas, heads, in: inner) + 20
        let foot = inner.maxY - 70
        var frame = PageBox(minX: inner.minX, minY: top, maxX: inner.maxX, maxY: foot)
        var placed = labels(in: frame, canvas.text)
        // What is said below the map takes room from it, and a smaller map has room for fewer amounts.
        for _ in 0..<2 {
            let height = self.height(of: small(without: placed), width: inner.width, canvas.text)
            frame = PageBox(minX: inner.minX, minY: top, maxX: inner.maxX, maxY: foot - height)
            placed = labels(in: frame, canvas.text)
        }
        map(canvas, in: frame, placed)
        texts(
            canvas, small(without: placed),
            in: PageBox(minX: inner.minX, minY: frame.maxY + 10, maxX: inner.maxX, maxY: foot))
        legend(canvas, above: inner.maxY, below: foot, at: inner.minX, isRow: true)
    }

    private var heads: [(String, TextStyle)] {
        [
            (
                place.uppercased(),
                TextStyle(size: 22, weight: .semibold, color: PageTheme.accent, tracking: 0.6)
            ),
            (title, TextStyle(size: 50, weight: .bold)),
            (subtitle, TextStyle(size: 24, color: PageTheme.mutedInk)),
        ]
    }

    private static let mostListed = 8

    /// What the map cannot show, and the amounts that have no room on it, the largest first.
    func remarks(without labels: [OverviewNaming.Label]) -> [String] {
        let placed = Set(labels.filter { $0.amount != nil }.map(\.area))
        let rest = overview.areas.indices.filter { !placed.contains($0) }.map { overview.areas[$0] }
            .sorted { ($1.value ?? -1, $0.title) < ($0.value ?? -1, $1.title) }
        var texts = notes
        if !rest.isEmpty {
            let list = rest.prefix(Self.mostListed).map { "\($0.title): \($0.amount)" }
                .joined(separator: ", ")
            let more = rest.count - Self.mostListed
            texts.append(
                more > 0
                    ? words("No room on the map: \(list), and \(words.count(more)) more.")
                    : words("No room on the map: \(list)."))
        }
        return texts
    }

    private func small(without labels: [OverviewNaming.Label]) -> [(String, TextStyle)] {
        remarks(without: labels).map { ($0, TextStyle(size: 19, color: PageTheme.mutedInk)) }
    }

    private func height(of texts: [(String, TextStyle)], width: Double, _ setter: TextSetter) -> Double {
        texts.reduce(0) { $0 + setter.set($1.0, $1.1, width: width).height + 14 }
    }

    /// Returns where they end.
    @discardableResult
    private func texts(_ canvas: Canvas, _ texts: [(String, TextStyle)], in box: PageBox) -> Double {
        var y = box.minY
        for (words, style) in texts {
            let text = canvas.text.set(words, style, width: box.width)
            canvas.draw(text, at: PagePoint(x: box.minX, y: y))
            y += text.height + 14
        }
        return y
    }

    private func legend(
        _ canvas: Canvas, above bottom: Double, below top: Double, at left: Double, isRow: Bool = false
    ) {
        let classes = overview.classes
        guard !classes.isEmpty else { return }
        let style = TextStyle(size: 20, color: PageTheme.mutedInk)
        let titles = classes.map { canvas.text.set(Self.title($0), style) }
        let heading = canvas.text.set(
            overview.measure, style.with(weight: .semibold).with(color: PageTheme.ink))
        // Under a long text a column is closer.
        let height = isRow ? 32 : min(32, (bottom - top - heading.height - 8) / Double(classes.count))
        var point = PagePoint(x: left, y: isRow ? bottom - height : bottom - height * Double(classes.count))
        canvas.draw(
            heading,
            at: isRow
                ? PagePoint(x: left, y: point.y + 3) : PagePoint(x: left, y: point.y - heading.height - 8))
        if isRow { point.x += heading.width + 24 }
        for (index, title) in titles.enumerated() {
            canvas.rectangle(PageBox(x: point.x, y: point.y + 4, width: 30, height: 22))
            canvas.fillAndStroke(
                OverviewClass.colors[OverviewClass.step(of: index, among: classes.count)],
                outline: PageTheme.accent, width: 1)
            canvas.draw(title, at: PagePoint(x: point.x + 40, y: point.y + 3))
            if isRow { point.x += title.width + 66 } else { point.y += height }
        }
    }

    private static func title(_ range: OverviewClass) -> String {
        range.title.lower == range.title.upper
            ? range.title.lower : "\(range.title.lower) – \(range.title.upper)"
    }

    private func projection(in frame: PageBox) -> PageProjection? {
        overview.extent.map { PageProjection(showing: $0, in: frame, margin: 6) }
    }

    private func labels(in frame: PageBox, _ text: TextSetter) -> [OverviewNaming.Label] {
        projection(in: frame).map {
            OverviewNaming(projection: $0, frame: frame, measure: measure(text)).labels(of: overview.areas)
        } ?? []
    }

    private func map(_ canvas: Canvas, in frame: PageBox, _ labels: [OverviewNaming.Label]) {
        guard let projection = projection(in: frame) else { return }
        let classes = overview.classes
        for area in overview.areas {
            path(area.shape, projection, on: canvas)
            let step = overview.classIndex(of: area).map { OverviewClass.step(of: $0, among: classes.count) }
            canvas.fillEvenOdd(step.map { OverviewClass.colors[$0] } ?? PageTheme.neighbour)
        }
        canvas.clipped(to: frame) {
            for water in overview.water {
                path(water, projection, on: canvas)
                canvas.fillEvenOdd(PageTheme.water)
            }
        }
        for area in overview.areas { path(area.shape, projection, on: canvas) }
        canvas.stroke(PageTheme.accent, width: 2)
        for label in labels { draw(label, on: canvas) }
    }

    private func path(_ shape: MultiPolygon<Coordinate>, _ projection: PageProjection, on canvas: Canvas) {
        for ring in PageSurface(shape, projection, tolerance: 0.4).rings where ring.points.count > 2 {
            canvas.ring(ring.points)
        }
    }

    private static let name = TextStyle(size: 24, weight: .bold)
    private static let amount = TextStyle(size: 19)

    private func measure(_ text: TextSetter) -> OverviewNaming.Measure {
        OverviewNaming.Measure(
            nameHeight: 26, nameDown: -11, amountHeight: 21, amountDown: 14,
            width: { text.set($0, $1 ? Self.amount : Self.name).width })
    }

    private func draw(_ label: OverviewNaming.Label, on canvas: Canvas) {
        let area = overview.areas[label.area]
        let step = overview.classIndex(of: area).map {
            OverviewClass.step(of: $0, among: overview.classes.count)
        }
        // A text that leaves its area stands on what is there.
        let own = step.map { OverviewClass.colors[$0] } ?? PageTheme.neighbour
        let ground = label.isWithin ? own : PageTheme.paper
        let ink = ground.contrast(with: PageTheme.ink) < 4.5 ? PageTheme.paper : PageTheme.ink
        let name = canvas.text.set(area.label, Self.name.with(color: ink))
        canvas.draw(name, centeredAt: label.name, turnedBy: 0, halo: ground)
        guard let point = label.amount else { return }
        let amount = canvas.text.set(area.amount, Self.amount.with(color: ink))
        canvas.draw(amount, centeredAt: point, turnedBy: 0, halo: ground)
    }
}
