/// Numbers of many parts below one another, each a point with its interval or a bar, beside what they are compared with.
package struct IntervalChart: Sendable {
    package struct Row: Sendable {
        package var name: String
        package var value: Double
        /// The interval; ends beyond the axis have an arrow.
        package var low: Double?
        package var high: Double?
        /// What stands at the right: the number in words.
        package var text: String
        package var form: ChartForm

        package init(
            name: String, value: Double, low: Double? = nil, high: Double? = nil, text: String,
            form: ChartForm = .first
        ) {
            self.name = name
            self.value = value
            self.low = low
            self.high = high
            self.text = text
            self.form = form
        }
    }

    package enum Style: Sendable {
        /// Points on a linear axis from 0, or around it.
        case points
        /// Points on a logarithmic axis: for ratios.
        case ratios
        /// Bars from 0.
        case bars
    }

    package var rows: [Row]
    package var unit: ChartUnit
    package var style: Style
    /// A line that all are compared with, and what it is.
    package var references: [(value: Double, name: String)]

    package init(
        rows: [Row], unit: ChartUnit, style: Style, references: [(value: Double, name: String)] = []
    ) {
        self.rows = rows
        self.unit = unit
        self.style = style
        self.references = references
    }

    func drawing(in frame: ChartFrame) -> ChartDrawing {
        let size = frame.size
        let texts = rows.map { frame.width(of: $0.text) }.max() ?? 0
        let names = min(frame.width * 0.36, (rows.map { frame.width(of: $0.name) }.max() ?? 0) + 6)
        let left = frame.isNarrow ? 4 : names + 6
        let right = frame.isNarrow ? 10 : texts + 12
        let top = size * (references.isEmpty ? 0.4 : 1.8)
        var bands: [Band] = []
        for row in rows {
            bands.append(Band(of: row, below: bands.last?.bottom ?? top, left: left, in: frame))
        }
        let bottom = bands.last?.bottom ?? top
        let (x, ticks) = axis(start: left, end: frame.width - right)
        var marks: [ChartMark] = []
        for tick in ticks {
            marks += upright(at: x.place(tick), beside: bands, from: top, in: frame) {
                .line($0, color: .grid, width: 0.6, dashes: [])
            }
        }
        let labels = ticks.map { unit.text($0, frame.words) }
        func place(_ index: Int) -> Double {
            let half = frame.width(of: labels[index]) / 2
            return min(max(x.place(ticks[index]), half), frame.width - half)
        }
        let shown = labels.enumerated().map { ChartTick($0.offset, $0.element) }
            .fitting(place, width: { frame.width(of: $0) }, gap: size * 0.6)
        for tick in shown {
            marks.append(
                frame.text(
                    tick.label, at: PagePoint(x: place(tick.index), y: bottom + size * 1.2),
                    anchor: .middle, color: .muted))
        }
        marks += referenceMarks(in: frame, x, top: top, beside: bands)
        for (row, band) in zip(rows, bands) { marks += self.marks(of: row, band, left: left, in: frame, x) }
        return ChartDrawing(height: bottom + size * 1.8, marks: marks)
    }

    /// Where a row stands: its name in as many lines as it needs, beside or above what is drawn.
    private struct Band {
        let name: [String]
        let top: Double
        /// Where what is drawn begins: below the name where that stands above it.
        let drawnTop: Double
        /// The middle of what is drawn.
        let middle: Double
        let bottom: Double

        init(of row: Row, below top: Double, left: Double, in frame: ChartFrame) {
            let size = frame.size
            let room =
                frame.isNarrow ? frame.width - frame.width(of: row.text) - size : left - 8
            name = frame.lines(row.name, in: room)
            let more = Double(max(1, name.count) - 1) * frame.lineStep
            self.top = top
            drawnTop = frame.isNarrow ? top + size * 1.45 + more : top
            middle = frame.isNarrow ? top + size * 2.1 + more : top + size * 0.95 + more / 2
            bottom = top + size * (frame.isNarrow ? 3.1 : 1.9) + more
        }
    }

    /// Returns a line from the top to the bottom that goes through no name.
    private func upright(
        at x: Double, beside bands: [Band], from top: Double, in frame: ChartFrame,
        _ line: ([PagePoint]) -> ChartMark
    ) -> [ChartMark] {
        let parts =
            frame.isNarrow
            ? bands.map { ($0.drawnTop, $0.bottom) } : [(top, bands.last?.bottom ?? top)]
        return parts.map { line([PagePoint(x: x, y: $0.0), PagePoint(x: x, y: $0.1)]) }
    }

    private func axis(start: Double, end: Double) -> (ChartScale, [Double]) {
        let ends = rows.flatMap { [$0.value, $0.low, $0.high].compactMap(\.self) }.filter(\.isFinite)
        let all = ends + references.map(\.value)
        let (low, high) = (all.min() ?? 0, all.max() ?? 1)
        switch style {
        case .ratios:
            let bounds = (max(low * 0.85, 1e-3), max(high * 1.15, 1.2))
            let scale = ChartScale(
                low: bounds.0, high: bounds.1, start: start, end: end, isLogarithmic: true)
            return (scale, ChartScale.logarithmicTicks(from: bounds.0, to: bounds.1))
        case .points, .bars:
            let ticks = ChartScale.ticks(
                from: min(0, low), to: unit == .share && high > 0.6 ? 1 : max(high, 1e-6))
            return (
                ChartScale(low: ticks.first ?? 0, high: ticks.last ?? 1, start: start, end: end), ticks
            )
        }
    }

    private func referenceMarks(
        in frame: ChartFrame, _ x: ChartScale, top: Double, beside bands: [Band]
    ) -> [ChartMark] {
        var end = -Double.infinity
        return references.flatMap { reference -> [ChartMark] in
            let place = x.place(reference.value)
            var marks = upright(at: place, beside: bands, from: top, in: frame) {
                .line($0, color: .ink, width: 1.1, dashes: [3, 2])
            }
            let half = frame.width(of: reference.name) / 2
            let middle = min(max(place, half), frame.width - half)
            if middle - half > end {
                marks.append(
                    frame.text(
                        reference.name, at: PagePoint(x: middle, y: top - frame.size * 0.5), anchor: .middle,
                        color: .muted))
                end = middle + half + frame.size
            }
            return marks
        }
    }

    private func marks(
        of row: Row, _ band: Band, left: Double, in frame: ChartFrame, _ x: ChartScale
    ) -> [ChartMark] {
        let size = frame.size
        let middle = band.middle
        var marks: [ChartMark] = []
        if frame.isNarrow {
            let baseline = band.top + size * 1.1
            marks += frame.text(band.name, at: PagePoint(x: 0, y: baseline))
            marks.append(frame.text(row.text, at: PagePoint(x: frame.width, y: baseline), anchor: .end))
        } else {
            let baseline = middle + size * 0.35
            let above = Double(band.name.count - 1) * frame.lineStep / 2
            marks += frame.text(
                band.name, at: PagePoint(x: left - 8, y: baseline - above), anchor: .end)
            marks.append(frame.text(row.text, at: PagePoint(x: frame.width, y: baseline), anchor: .end))
        }
        if style == .bars {
            let half = frame.isNarrow ? size * 0.45 : size * 0.55
            let (from, to) = (x.place(0), x.place(row.value))
            let corners = [
                (from, middle - half), (to, middle - half), (to, middle + half), (from, middle + half),
            ]
            marks.append(
                .surface(corners.map { PagePoint(x: $0.0, y: $0.1) }, color: row.form.color))
            return marks
        }
        return marks + interval(of: row, middle: middle, in: frame, x)
    }

    private func interval(
        of row: Row, middle: Double, in frame: ChartFrame, _ x: ChartScale
    ) -> [ChartMark] {
        var marks: [ChartMark] = []
        if let low = row.low, let high = row.high {
            let ends = [low, high].map { PagePoint(x: x.place($0), y: middle) }
            marks.append(
                .line(ends, color: row.form.color, width: frame.size * 0.22, dashes: []))
            if high > x.high {
                let tip = PagePoint(x: x.end + frame.size * 0.5, y: middle)
                marks.append(
                    .surface(
                        [
                            tip, tip.moved(by: -frame.size * 0.6, -frame.size * 0.4),
                            tip.moved(by: -frame.size * 0.6, frame.size * 0.4),
                        ], color: row.form.color))
            }
        }
        marks.append(
            .symbol(
                row.form.symbol, at: PagePoint(x: x.place(row.value), y: middle), color: row.form.color,
                radius: frame.size * 0.38, filling: .solid))
        return marks
    }
}
