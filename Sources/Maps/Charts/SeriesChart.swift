import PageLanguage

/// Lines over periods, each with its name at its end or, where that has no room, above the chart.
package struct SeriesChart: Sendable {
    package struct Line: Sendable {
        package var name: String
        /// One for each period; `nil` where there is none to tell.
        package var values: [Double?]
        package var form: ChartForm

        package init(_ name: String, _ values: [Double?], form: ChartForm) {
            self.name = name
            self.values = values
            self.form = form
        }

        /// Whether there is anything of it to draw.
        package var hasValues: Bool { values.contains { $0 != nil } }
    }

    package var lines: [Line]
    package var unit: ChartUnit
    package var ticks: [ChartTick]
    /// Whether the room under the first line is filled: for stocks, whose axis begins at 0.
    package var ground: Ground
    /// The periods in which it is not yet, or no longer, known what a full one brings; hollow symbols and a name.
    package var unsure: [Unsure]

    package enum Ground: Sendable { case filled, bare }

    package struct Unsure: Sendable {
        package var periods: Range<Int>
        package var name: String

        package init(_ periods: Range<Int>, _ name: String) {
            self.periods = periods
            self.name = name
        }
    }

    package init(
        lines: [Line], unit: ChartUnit, ticks: [ChartTick], ground: Ground = .bare, unsure: [Unsure] = []
    ) {
        self.lines = lines
        self.unit = unit
        self.ticks = ticks
        self.ground = ground
        self.unsure = unsure
    }

    private var count: Int { lines.map(\.values.count).max() ?? 0 }

    func drawing(in frame: ChartFrame) -> ChartDrawing {
        guard lines.allSatisfy(\.hasValues) || !lines.contains(where: \.hasValues) else {
            // Nothing is named that is not there.
            var chart = self
            chart.lines.removeAll { !$0.hasValues }
            return chart.drawing(in: frame)
        }
        let values = lines.flatMap { $0.values.compactMap(\.self) }
        let axis = axis(of: values)
        let names =
            frame.isNarrow || lines.count < 2
            ? 0 : lines.map { frame.width(of: $0.name, weight: .semibold) }.max() ?? 0
        let isLegendAbove = lines.count > 1 && (frame.isNarrow || names > frame.width / 3)
        let right = endsWidth(in: frame, withNames: !isLegendAbove && lines.count > 1)
        let left = (axis.map { frame.width(of: unit.text($0, frame.words)) }.max() ?? 0) + 6
        var marks: [ChartMark] = []
        var top = frame.size
        if isLegendAbove { top += legend(in: frame, &marks) }
        if !unsure.isEmpty { top += frame.size * 1.4 }
        let height = frame.isNarrow ? frame.width * 0.55 : frame.width * 0.3
        let x = ChartScale(
            low: 0, high: Double(max(1, count - 1)), start: left + 5, end: frame.width - right - 5)
        let y = ChartScale(
            low: axis.first ?? 0, high: axis.last ?? 1, start: top + height, end: top)
        marks += unsureMarks(in: frame, x, y)
        for tick in axis {
            marks.append(
                .line(
                    [PagePoint(x: left, y: y.place(tick)), PagePoint(x: x.end + 5, y: y.place(tick))],
                    color: tick == 0 ? .muted : .grid, width: tick == 0 ? 0.9 : 0.6, dashes: []))
            marks.append(
                frame.text(
                    unit.text(tick, frame.words),
                    at: PagePoint(x: left - 5, y: y.place(tick) + frame.size * 0.35),
                    anchor: .end, color: .muted))
        }
        let shown = ticks.fitting(
            { x.place(Double($0)) }, width: { frame.width(of: $0) }, gap: frame.size * 0.6)
        for tick in shown {
            let place = x.place(Double(tick.index))
            marks.append(
                .line(
                    [PagePoint(x: place, y: y.start), PagePoint(x: place, y: y.start + 4)], color: .muted,
                    width: 0.8, dashes: []))
            marks.append(
                frame.text(
                    tick.label, at: PagePoint(x: place, y: y.start + 4 + frame.size * 1.1), anchor: .middle,
                    color: .muted))
        }
        for line in lines { marks += self.marks(of: line, in: frame, x, y) }
        marks += ends(in: frame, x, y, withNames: !isLegendAbove && lines.count > 1)
        return ChartDrawing(height: top + height + frame.size * 2 + 4, marks: marks)
    }

    /// A stock's axis begins at 0; shares may begin higher, since lines show changes and not lengths.
    private func axis(of values: [Double]) -> [Double] {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        guard unit == .share else { return ChartScale.ticks(from: 0, to: max(high, 1)) }
        let ticks = ChartScale.ticks(from: max(0, min(low - 0.05, 0.9)), to: min(1, high + 0.02))
        return ticks.filter { $0 <= 1 + 1e-9 }
    }

    private func unsureMarks(in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale) -> [ChartMark] {
        let step = count > 1 ? (x.end - x.start) / Double(count - 1) : 0
        var marks: [ChartMark] = []
        for part in unsure where !part.periods.isEmpty {
            let left = max(x.start - 5, x.place(Double(part.periods.lowerBound)) - step / 2)
            let right = min(x.end + 5, x.place(Double(part.periods.upperBound - 1)) + step / 2)
            let corners = [(left, y.end), (right, y.end), (right, y.start), (left, y.start)]
            marks.append(.surface(corners.map { PagePoint(x: $0.0, y: $0.1) }, color: .zone))
            let isLeft = left + right < x.start + x.end
            marks.append(
                frame.text(
                    part.name, at: PagePoint(x: isLeft ? left : right, y: y.end - frame.size * 0.5),
                    anchor: isLeft ? .start : .end, color: .muted))
        }
        return marks
    }

    private func marks(of line: Line, in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale) -> [ChartMark] {
        var marks: [ChartMark] = []
        for run in runs(of: line.values) {
            let points = run.map { PagePoint(x: x.place(Double($0.index)), y: y.place($0.value)) }
            if ground == .filled, line.name == lines.first?.name, let first = points.first,
                let last = points.last, points.count > 1
            {
                let bottom = [PagePoint(x: last.x, y: y.start), PagePoint(x: first.x, y: y.start)]
                marks.append(.surface(points + bottom, color: .band))
            }
            marks.append(
                .line(
                    points, color: line.form.color, width: frame.size * 0.2,
                    dashes: line.form.dashes.map { $0 * frame.size / 8 }))
            for (point, item) in zip(points, run) where isMarked(item.index, in: frame, along: x) {
                let isUnsure = unsure.contains { $0.periods.contains(item.index) }
                marks.append(
                    .symbol(
                        line.form.symbol, at: point, color: line.form.color, radius: frame.size * 0.3,
                        filling: isUnsure ? .hollow : .solid))
            }
        }
        return marks
    }

    /// Where periods lie close together not each has a symbol.
    private func isMarked(_ index: Int, in frame: ChartFrame, along x: ChartScale) -> Bool {
        let step = count > 1 ? (x.end - x.start) / Double(count - 1) : 100
        let every = max(1, Int((frame.size * 1.4 / max(step, 0.1)).rounded(.up)))
        return index % every == (count - 1) % every || unsure.contains { $0.periods.contains(index) }
    }

    private func runs(of values: [Double?]) -> [[(index: Int, value: Double)]] {
        var runs: [[(index: Int, value: Double)]] = [[]]
        for (index, value) in values.enumerated() {
            if let value { runs[runs.count - 1].append((index, value)) } else { runs.append([]) }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// How wide what stands at the lines' ends is, with its distance from them.
    private func endsWidth(in frame: ChartFrame, withNames: Bool) -> Double {
        let texts = lines.map { line in
            withNames
                ? line.name
                : line.values.last { $0 != nil }.flatMap(\.self).map { unit.text($0, frame.words) } ?? ""
        }
        return (texts.map { frame.width(of: $0, weight: .semibold) }.max() ?? 0) + frame.size
    }

    /// The last value of each line, with its name where there is room, none over another.
    private func ends(
        in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale, withNames: Bool
    ) -> [ChartMark] {
        var items = lines.compactMap { line -> (text: String, point: PagePoint)? in
            guard let index = line.values.lastIndex(where: { $0 != nil }), let value = line.values[index]
            else { return nil }
            return (
                withNames ? line.name : unit.text(value, frame.words),
                PagePoint(x: x.place(Double(index)) + frame.size * 0.8, y: y.place(value) + frame.size * 0.35)
            )
        }.sorted { $0.point.y < $1.point.y }
        for index in items.indices.dropFirst() {
            items[index].point.y = max(items[index].point.y, items[index - 1].point.y + frame.size * 1.15)
        }
        let over = (items.last?.point.y ?? 0) - (y.start + frame.size * 0.3)
        if over > 0 { for index in items.indices { items[index].point.y -= over } }
        for index in items.indices.dropLast().reversed() {
            items[index].point.y = min(items[index].point.y, items[index + 1].point.y - frame.size * 1.15)
        }
        return items.map { frame.text($0.text, at: $0.point, weight: .semibold) }
    }

    /// Names above the chart, each with a piece of its line; returns their height.
    private func legend(in frame: ChartFrame, _ marks: inout [ChartMark]) -> Double {
        var point = PagePoint(x: 0, y: frame.size)
        for line in lines {
            let width = frame.size * 3 + frame.width(of: line.name)
            if point.x > 0, point.x + width > frame.width {
                point = PagePoint(x: 0, y: point.y + frame.size * 1.5)
            }
            let middle = point.y - frame.size * 0.35
            marks.append(
                .line(
                    [PagePoint(x: point.x, y: middle), PagePoint(x: point.x + frame.size * 2.2, y: middle)],
                    color: line.form.color, width: frame.size * 0.2,
                    dashes: line.form.dashes.map { $0 * frame.size / 8 }))
            marks.append(
                .symbol(
                    line.form.symbol, at: PagePoint(x: point.x + frame.size * 1.1, y: middle),
                    color: line.form.color, radius: frame.size * 0.3, filling: .solid))
            marks.append(frame.text(line.name, at: PagePoint(x: point.x + frame.size * 2.8, y: point.y)))
            point.x += width + frame.size * 1.4
        }
        return point.y + frame.size * 0.4
    }
}
