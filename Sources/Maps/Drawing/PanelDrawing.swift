import Geometry
import PageLanguage

/// Draws what stands beside the map: figures, legend, notes, scale, and where the area lies.
struct PanelDrawing {
    let canvas: Canvas
    let plan: MapPlan

    private var sheet: MapSheet { plan.sheet }
    private var measure: PanelMeasure { PanelMeasure(sheet: sheet, text: canvas.text) }

    func draw() {
        if let box = plan.layout.figures { figures(in: box, columns: sheet.figures.count) }
        for (block, box) in plan.layout.panel.placed { draw(block, in: box) }
    }

    private func draw(_ block: PanelBlock, in box: PageBox) {
        switch block {
        case .figures: figures(in: box, columns: 2)
        case .legend: legend(in: box, columns: 1)
        case .legendColumns(let count): legend(in: box, columns: count)
        case .emphases: emphases(in: box)
        case .emphasesAcross: emphasesAcross(in: box)
        case .note(let note): self.note(note, in: box)
        case .scale:
            ScaleDrawing(canvas: canvas, pointsPerMeter: plan.projection.pointsPerMeter).draw(in: box)
        case .locator: LocatorDrawing(canvas: canvas, scene: sheet.scene).draw(in: box)
        }
    }

    private func figures(in box: PageBox, columns: Int) {
        let width = box.width / Double(max(1, columns))
        var y = box.minY
        for (row, height) in measure.figureRows(width: box.width, columns: columns).enumerated() {
            for (column, figure) in sheet.figures.dropFirst(row * columns).prefix(columns).enumerated() {
                self.figure(
                    figure, width: width, height: height,
                    at: PagePoint(x: box.minX + Double(column) * width, y: y))
            }
            y += height + PanelMeasure.figureGap
        }
    }

    private func figure(_ figure: KeyFigure, width: Double, height: Double, at corner: PagePoint) {
        canvas.line([corner, corner.moved(by: 0, height)])
        canvas.stroke(PageTheme.accent, width: 1.6)
        let (value, caption) = measure.texts(of: figure, width: width)
        canvas.tagged(.paragraph) {
            canvas.draw(value, at: corner.moved(by: 7, -1))
            canvas.draw(caption, at: corner.moved(by: 7, PanelMeasure.captionTop))
        }
    }

    private func heading(_ title: String, in box: PageBox) {
        let style = TextStyle.panelHeading.shrunk(for: title, width: box.width, by: canvas.text)
        canvas.tagged(.paragraph) { canvas.draw(canvas.text.set(title, style), at: box.corner) }
    }

    private func legend(in box: PageBox, columns: Int) {
        heading(sheet.legendTitle, in: box)
        let width = (box.width - PanelLayout.columnGap * Double(columns - 1)) / Double(columns)
        let heights = measure.legendRowHeights(width: width)
        let all = sheet.legendRows
        canvas.tagged(.list) {
            for (index, column) in measure.legendColumns(columns, width: box.width).enumerated() {
                let left = box.minX + Double(index) * (width + PanelLayout.columnGap)
                var y = box.minY + PanelMeasure.headingHeight
                for row in column.rows {
                    canvas.tagged(.item) {
                        legendRow(
                            all[row].category, count: all[row].count,
                            box: PageBox(x: left, y: y, width: width, height: heights[row]))
                    }
                    y += heights[row]
                }
            }
        }
    }

    private func legendRow(_ category: MarkerCategory, count: Int, box: PageBox) {
        let width = box.width - PanelMeasure.symbolColumn - PanelMeasure.countColumn
        let title = canvas.text.set(category.title, .body, width: width)
        let number = canvas.text.set(sheet.words.count(count), .body.with(weight: .semibold))
        let center = PagePoint(x: box.minX + 6, y: box.minY + 5.6)
        canvas.tagged(.itemLabel) {
            MarkerDrawing(canvas: canvas).symbol(category.symbol, at: center, radius: 4.1)
        }
        canvas.tagged(.itemBody) {
            canvas.draw(title, at: PagePoint(x: box.minX + PanelMeasure.symbolColumn, y: box.minY))
            canvas.draw(number, at: PagePoint(x: box.maxX - number.width, y: box.minY))
        }
    }

    /// What is said of the signs that the map has.
    private var signRows: [(sign: MapSign, title: String)] {
        let drawn = plan.drawnSigns
        var rows = measure.signRows.filter { drawn.contains($0.sign) }
        if plan.isGridded, let first = rows.firstIndex(where: { $0.sign == .number }) {
            rows[first].title = sheet.words("Field in the list")
        }
        return rows
    }

    private func emphases(in box: PageBox) {
        heading(sheet.words("How to read the map"), in: box)
        var y = box.minY + PanelMeasure.headingHeight
        canvas.tagged(.list) {
            for row in signRows {
                sign(
                    row.sign, row.title, sampleColumn: PanelMeasure.sampleColumn, width: box.width,
                    at: PagePoint(x: box.minX, y: y))
                y += measure.rowHeight(row.title, box.width - PanelMeasure.sampleColumn)
            }
        }
    }

    private func emphasesAcross(in box: PageBox) {
        let rows = signRows
        heading(sheet.words("How to read the map"), in: box)
        canvas.tagged(.list) {
            for (row, place) in zip(rows, measure.across(rows.map(\.title), width: box.width)) {
                sign(
                    row.sign, row.title, sampleColumn: PanelMeasure.sampleColumnAcross, width: place.width,
                    at: box.corner.moved(by: place.minX, place.minY))
            }
        }
    }

    private func sign(
        _ sign: MapSign, _ title: String, sampleColumn: Double, width: Double, at corner: PagePoint
    ) {
        let text = canvas.text.set(title, .body, width: width - sampleColumn)
        canvas.tagged(.item) {
            canvas.tagged(.itemLabel) { sample(sign, at: corner.moved(by: 8, 5.6)) }
            canvas.tagged(.itemBody) { canvas.draw(text, at: corner.moved(by: sampleColumn, 0)) }
        }
    }

    private func sample(_ sign: MapSign, at center: PagePoint) {
        switch sign {
        case .number:
            let number = canvas.text.set(plan.isGridded ? "B3" : "12", .badge)
            canvas.draw(number, at: center.moved(by: -number.width / 2, -number.height / 2))
        case .group:
            canvas.circle(center, radius: 5.6)
            canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.outline, width: 0.75)
            canvas.circle(center, radius: 3.9)
            canvas.stroke(PageTheme.outline, width: 0.35)
            let count = canvas.text.set("5", TextStyle(size: 5.4, weight: .bold))
            canvas.draw(count, at: center.moved(by: -count.width / 2, -count.height / 2))
        case .emphasis(let emphasis):
            let plain = MarkerSymbol(shape: .circle, color: PageTheme.rule)
            MarkerDrawing(canvas: canvas).symbol(plain, at: center, radius: 3.1, emphasis: emphasis)
        }
    }

    private func note(_ note: SheetNote, in box: PageBox) {
        heading(note.heading, in: box)
        let body = canvas.text.set(measure.body(of: note), .small, width: box.width)
        canvas.tagged(.paragraph) {
            canvas.draw(body, at: box.corner.moved(by: 0, PanelMeasure.headingHeight - 1))
        }
    }
}

extension Box where Position == PagePoint {
    /// The upper left corner.
    var corner: PagePoint { PagePoint(x: minX, y: minY) }
}
