import Geometry

/// Draws a planned map into its frame: ground, streets, names, markers, numbers.
struct MapDrawing {
    let canvas: Canvas
    let plan: MapPlan

    private var scene: MapScene { plan.sheet.scene }
    private var frame: PageBox { plan.layout.map }

    func draw() {
        canvas.clipped(to: frame) {
            ground()
            streets()
            shade()
            borders()
            labels()
            markers()
            if let grid = plan.grid { GridDrawing(canvas: canvas, grid: grid).draw() }
        }
        canvas.rectangle(frame)
        canvas.stroke(PageTheme.ink, width: 0.8)
        if scene.markers.isEmpty { emptyPlate() }
    }

    /// Draws the numbers of the markers, each a link to its row in the list.
    func drawLinks() {
        canvas.clipped(to: frame) {
            for group in plan.groups { badge(of: group) }
        }
    }

    private func surface(_ shape: MultiPolygon<Coordinate>) -> PageSurface {
        PageSurface(shape, plan.projection)
    }

    private func path(_ surface: PageSurface) {
        for ring in surface.rings where ring.points.count > 2 { canvas.ring(ring.points) }
    }

    private func ground() {
        canvas.rectangle(frame)
        canvas.fill(PageTheme.ground)
        for neighbour in scene.neighbours {
            path(surface(neighbour.shape))
            canvas.fillEvenOdd(PageTheme.neighbour)
        }
        path(surface(scene.area.shape))
        canvas.fillEvenOdd(PageTheme.focus)
        for water in scene.water {
            path(surface(water))
            canvas.fillEvenOdd(PageTheme.water)
            path(surface(water))
            canvas.stroke(PageTheme.waterEdge, width: 0.5)
        }
    }

    private func streets() {
        var lines: [StreetImportance: [PagePath]] = [:]
        for street in scene.streets {
            let path = PagePath(points: street.line.positions.map(plan.projection.point))
            guard let box = path.box, box.intersects(frame) else { continue }
            lines[street.importance, default: []].append(path.simplified(tolerance: 0.25))
        }
        let scale = StreetWidths(pointsPerMeter: plan.projection.pointsPerMeter)
        if scale.showsAlleys { stroke(lines[.alley], color: PageTheme.minorStreet, width: scale.alley) }
        stroke(lines[.minor], color: PageTheme.minorStreet, width: scale.minor)
        stroke(lines[.major], color: PageTheme.majorCasing, width: scale.major + 0.9)
        stroke(lines[.major], color: PageTheme.majorStreet, width: scale.major)
    }

    private func stroke(_ paths: [PagePath]?, color: MapColor, width: Double) {
        guard let paths else { return }
        for path in paths { canvas.line(path.points) }
        canvas.stroke(color, width: width)
    }

    /// Lays a veil over all that is not the area.
    private func shade() {
        canvas.rectangle(frame)
        path(surface(scene.area.shape))
        canvas.fillEvenOdd(PageTheme.ground, alpha: 0.62)
    }

    private func borders() {
        for neighbour in scene.neighbours { path(surface(neighbour.shape)) }
        canvas.stroke(PageTheme.neighbourBorder, width: 0.8, dashes: [4, 2.4])
        path(surface(scene.area.shape))
        canvas.stroke(PageTheme.accent, width: 6, alpha: 0.16)
        path(surface(scene.area.shape))
        canvas.stroke(PageTheme.accent, width: 1.7)
    }

    private func labels() {
        for label in plan.areaLabels {
            let text = canvas.text.set(label.text, .neighbourName)
            canvas.draw(text, centeredAt: label.box.center, turnedBy: 0, halo: PageTheme.neighbour)
        }
        for label in plan.streetLabels {
            let text = canvas.text.set(
                label.text, label.importance == .major ? .streetName : .minorStreetName)
            if label.ground == .border {
                canvas.plate(text, centeredAt: label.center, turnedBy: label.angle, PageTheme.focus)
            }
            canvas.draw(text, centeredAt: label.center, turnedBy: label.angle, halo: label.ground.halo)
        }
    }

    private func markers() {
        for group in plan.groups { draw(group) }
    }

    private func draw(_ group: MarkerGroup) {
        let drawing = MarkerDrawing(canvas: canvas)
        let members = group.members.map { scene.markers[$0] }
        if let only = members.first, members.count == 1 {
            let symbol = scene.categories[only.category].symbol
            drawing.symbol(
                symbol, at: group.center, radius: group.radius, emphasis: plan.emphasis(of: group))
        } else {
            drawing.group(group, shares: shares(of: members), emphasis: plan.emphasis(of: group))
        }
    }

    private func shares(of members: [Marker]) -> [(color: MapColor, count: Int)] {
        var counts = [Int](repeating: 0, count: scene.categories.count)
        for member in members { counts[member.category] += 1 }
        return zip(scene.categories, counts).filter { $0.1 > 0 }.map { ($0.0.symbol.color, $0.1) }
    }

    private func badge(of group: MarkerGroup) {
        guard let box = group.badge else { return }
        let text = canvas.text.set(String(group.number), .badge)
        let side =
            box.center.x < group.center.x - group.reach
            ? 1.0 : box.center.x > group.center.x + group.reach ? -1 : 0
        let slack = max(0, (box.width - text.width) / 2 - 1.2)
        let center = box.center.moved(by: side * slack, 0)
        canvas.roundedRectangle(
            PageBox(center: center, halfWidth: text.width / 2 + 1.2, halfHeight: 4), radius: 1.8)
        canvas.fill(PageTheme.paper, alpha: 0.86)
        canvas.tagged(.link(to: "place-\(group.number)")) {
            canvas.draw(text, at: center.moved(by: -text.width / 2, -text.height / 2))
        }
    }

    private func emptyPlate() {
        let plate = EmptyPlate(plan.sheet, in: frame, canvas.text)
        canvas.roundedRectangle(plate.box, radius: 6)
        canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.accent, width: 1)
        canvas.draw(plate.text, at: plate.corner)
    }
}

/// How wide streets are drawn at a scale, points.
struct StreetWidths {
    let pointsPerMeter: Double

    /// A street of so many metres, but no thinner or thicker than reads well.
    private func width(meters: Double, _ range: ClosedRange<Double>) -> Double {
        min(range.upperBound, max(range.lowerBound, meters * pointsPerMeter))
    }

    var alley: Double { width(meters: 5, 0.25...0.8) }
    var minor: Double { width(meters: 11, 0.45...3) }
    var major: Double { width(meters: 20, 1.1...5) }
    var showsAlleys: Bool { pointsPerMeter > 0.12 }
}
