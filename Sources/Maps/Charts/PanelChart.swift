import Algorithms

/// The same series of many parts side by side, on one scale.
package struct PanelChart: Sendable {
    package struct Panel: Sendable {
        package var title: String
        /// What is said of it beneath.
        package var remark: String
        package var values: [Double?]

        package init(title: String, remark: String, values: [Double?]) {
            self.title = title
            self.remark = remark
            self.values = values
        }

        /// The values between gaps: no line runs over what is not told.
        var runs: [[(index: Int, value: Double)]] {
            var runs: [[(index: Int, value: Double)]] = [[]]
            for (index, value) in values.enumerated() {
                if let value {
                    runs[runs.count - 1].append((index, value))
                } else if runs.last?.isEmpty == false {
                    runs.append([])
                }
            }
            return runs.filter { !$0.isEmpty }
        }
    }

    package var panels: [Panel]
    package var unit: ChartUnit
    /// What stands under the left and the right end of each panel.
    package var first: String
    package var last: String

    package init(panels: [Panel], unit: ChartUnit, first: String, last: String) {
        self.panels = panels
        self.unit = unit
        self.first = first
        self.last = last
    }

    func drawing(in frame: ChartFrame) -> ChartDrawing {
        let gap = frame.size * 1.8
        let columns = max(1, min(panels.count, Int((frame.width + gap) / (frame.size * 11.5 + gap))))
        let width = (frame.width - gap * Double(columns - 1)) / Double(columns)
        let height = width * 0.42
        let ticks = ChartScale.ticks(
            from: 0, to: max(panels.flatMap { $0.values.compactMap(\.self) }.max() ?? 1, 1), steps: 2)
        let high = ticks.last ?? 1
        var marks: [ChartMark] = []
        var y = 0.0
        for row in panels.chunks(ofCount: columns) {
            let words = row.map { Words(of: $0, width: width, in: frame) }
            let lines = words.map(\.count).max() ?? 2
            let top = Double(lines) * frame.lineStep + 0.8 * frame.size
            for (column, (panel, words)) in zip(row, words).enumerated() {
                let corner = PagePoint(x: Double(column) * (width + gap), y: y)
                marks += words.marks(at: corner, in: frame)
                marks += self.marks(
                    of: panel, at: corner.moved(by: 0, top), width: width, height: height, high: high,
                    in: frame)
            }
            y += top + height + frame.size * 2.6
        }
        return ChartDrawing(height: y, marks: marks)
    }

    /// A panel's title and remark in the lines that they need.
    private struct Words {
        let title: [String]
        let remark: [String]

        init(of panel: Panel, width: Double, in frame: ChartFrame) {
            title = frame.lines(panel.title, in: width, weight: .semibold)
            remark = frame.lines(panel.remark, in: width)
        }

        var count: Int { title.count + remark.count }

        func marks(at corner: PagePoint, in frame: ChartFrame) -> [ChartMark] {
            let below = frame.size + Double(title.count) * frame.lineStep
            return frame.text(title, at: corner.moved(by: 0, frame.size), weight: .semibold)
                + frame.text(remark, at: corner.moved(by: 0, below), color: .muted)
        }
    }

    private func marks(
        of panel: Panel, at corner: PagePoint, width: Double, height: Double, high: Double,
        in frame: ChartFrame
    ) -> [ChartMark] {
        let size = frame.size
        var marks: [ChartMark] = []
        let top = corner.y
        let x = ChartScale(
            low: 0, high: Double(max(1, panel.values.count - 1)), start: corner.x, end: corner.x + width)
        let y = ChartScale(low: 0, high: high, start: top + height, end: top)
        for value in [0, high] {
            marks.append(
                .line(
                    [PagePoint(x: x.start, y: y.place(value)), PagePoint(x: x.end, y: y.place(value))],
                    color: value == 0 ? .muted : .grid, width: 0.7, dashes: []))
        }
        marks.append(
            frame.text(
                unit.text(high, frame.words), at: PagePoint(x: x.start, y: top + size * 1.1), color: .muted))
        let runs = panel.runs.map { run in
            run.map { PagePoint(x: x.place(Double($0.index)), y: y.place($0.value)) }
        }
        for points in runs {
            guard let first = points.first, let last = points.last else { continue }
            if points.count > 1 {
                let bottom = [PagePoint(x: last.x, y: y.start), PagePoint(x: first.x, y: y.start)]
                marks.append(.surface(points + bottom, color: .band))
                marks.append(.line(points, color: .blue, width: size * 0.18, dashes: []))
            }
            // The last value, and each that stands alone between gaps.
            if points.count == 1 || points == runs.last {
                marks.append(
                    .symbol(.circle, at: last, color: .blue, radius: size * 0.26, filling: .solid))
            }
        }
        let foot = y.start + size * 1.2
        marks.append(frame.text(first, at: PagePoint(x: x.start, y: foot), color: .muted))
        marks.append(frame.text(last, at: PagePoint(x: x.end, y: foot), anchor: .end, color: .muted))
        return marks
    }
}
