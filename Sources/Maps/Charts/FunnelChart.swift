import Geometry
import PageLanguage
import Statistics

/// Shares beside what the size of each part allows: the fewer requests, the wider the limits.
package struct FunnelChart: Sendable {
    package enum Standing: Sendable, CaseIterable {
        case within, notable
        /// Outside the wider limits, and yet not standing apart in the whole report.
        case far
        case outlying

        var symbol: ChartSymbol {
            switch self {
            case .within: .circle
            case .notable: .square
            case .far: .diamond
            case .outlying: .triangle
            }
        }

        var color: ChartColor {
            switch self {
            case .within: .muted
            case .notable: .blue
            case .far: .green
            case .outlying: .vermilion
            }
        }

        func name(_ words: PageWords) -> String {
            switch self {
            case .within: words("within what chance allows")
            case .notable: words("outside 95 %, as 1 in 20 is by chance")
            case .far: words("outside 99.8 %, yet not standing apart")
            case .outlying: words("stands apart")
            }
        }
    }

    package struct Point: Sendable {
        package var label: String
        /// Requests.
        package var total: Int
        /// Its share less the one that is expected.
        package var difference: Double
        package var standing: Standing

        package init(label: String, total: Int, difference: Double, standing: Standing) {
            self.label = label
            self.total = total
            self.difference = difference
            self.standing = standing
        }
    }

    package var points: [Point]
    /// The variance of one request's share, the usual spread between parts allowed for: limits are ± k √(v / n).
    package var variance: Double
    package var across: String
    package var upward: String

    package init(points: [Point], variance: Double, across: String, upward: String) {
        self.points = points
        self.variance = variance
        self.across = across
        self.upward = upward
    }

    private static let deviates = [
        (NormalDeviate.of95Percent, 0.95), (NormalDeviate.of998PerMille, 0.998),
    ]

    func drawing(in frame: ChartFrame) -> ChartDrawing {
        let size = frame.size
        var marks: [ChartMark] = []
        let legendHeight = legend(in: frame, &marks)
        let caption = frame.lines(upward, in: frame.width)
        marks += frame.text(caption, at: PagePoint(x: 0, y: legendHeight + size * 1.4), color: .muted)
        let top = legendHeight + size * 1.1 + Double(caption.count) * frame.lineStep
        let height = frame.isNarrow ? frame.width * 0.8 : frame.width * 0.42
        let most = Double(points.map(\.total).max() ?? 1)
        let fewest = Double(points.map(\.total).min() ?? 1)
        // Where all are large the axis begins near the smallest.
        let across = ChartScale.ticks(
            from: fewest > 0.3 * most ? fewest * 0.6 : 0, to: most * 1.03, steps: frame.isNarrow ? 3 : 5)
        let smallest = max(1, fewest * 0.7, across.first ?? 0)
        let reach = max(
            points.map { abs($0.difference) }.max() ?? 0, 3.2 * (variance / smallest).squareRoot(), 0.02)
        let upward = ChartScale.ticks(from: -min(1, reach * 1.05), to: min(1, reach * 1.05), steps: 6)
        let left = (upward.map { frame.width(of: ChartUnit.points.text($0, frame.words)) }.max() ?? 0) + 6
        let x = ChartScale(
            low: across.first ?? 0, high: across.last ?? 1, start: left,
            end: frame.width - frame.width(of: ChartUnit.share.text(0.998, frame.words)) - 6)
        let y = ChartScale(
            low: upward.first ?? -1, high: upward.last ?? 1, start: top + height, end: top)
        marks += axes(in: frame, x, y, across: across, upward: upward)
        marks += limits(in: frame, x, y, from: smallest)
        marks += symbols(in: frame, x, y)
        return ChartDrawing(height: top + height + size * 3.4, marks: marks)
    }

    private func axes(
        in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale, across: [Double], upward: [Double]
    ) -> [ChartMark] {
        var marks: [ChartMark] = []
        for tick in upward {
            let isMiddle = abs(tick) < 1e-9
            marks.append(
                .line(
                    [PagePoint(x: x.start, y: y.place(tick)), PagePoint(x: x.end, y: y.place(tick))],
                    color: isMiddle ? .muted : .grid, width: isMiddle ? 1 : 0.6, dashes: []))
            marks.append(
                frame.text(
                    ChartUnit.points.text(tick, frame.words),
                    at: PagePoint(x: x.start - 5, y: y.place(tick) + frame.size * 0.35), anchor: .end,
                    color: .muted))
        }
        for tick in across {
            marks.append(
                frame.text(
                    ChartUnit.count.text(tick, frame.words),
                    at: PagePoint(x: x.place(tick), y: y.start + frame.size * 1.3), anchor: .middle,
                    color: .muted))
        }
        marks.append(
            frame.text(
                self.across, at: PagePoint(x: x.end, y: y.start + frame.size * 2.7), anchor: .end,
                color: .muted))
        return marks
    }

    private func limits(
        in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale, from smallest: Double
    ) -> [ChartMark] {
        var marks: [ChartMark] = []
        for (index, (deviate, share)) in Self.deviates.enumerated() {
            for side in [-1.0, 1] {
                let points = (0...60).map { step -> PagePoint in
                    let total = smallest + (x.high - smallest) * Double(step * step) / 3600
                    return PagePoint(
                        x: x.place(total), y: y.place(side * deviate * (variance / total).squareRoot()))
                }
                marks.append(
                    .line(points, color: .blue, width: 0.9, dashes: index == 0 ? [2, 2.5] : []))
                if side > 0, let last = points.last {
                    marks.append(
                        frame.text(
                            ChartUnit.share.text(share, frame.words),
                            at: PagePoint(
                                x: last.x + 4, y: last.y + frame.size * (index == 0 ? 0.75 : -0.05)),
                            color: .muted))
                }
            }
        }
        return marks
    }

    /// Those that stand apart have their names first; a name that would cover another is left to the table.
    private func symbols(in frame: ChartFrame, _ x: ChartScale, _ y: ChartScale) -> [ChartMark] {
        let order: [Standing] = [.outlying, .far, .notable, .within]
        var marks: [ChartMark] = []
        var taken = points.map { point -> PageBox in
            PageBox(
                center: PagePoint(x: x.place(Double(point.total)), y: y.place(point.difference)),
                halfWidth: frame.size * 0.4, halfHeight: frame.size * 0.4)
        }
        for standing in order {
            for point in points where point.standing == standing {
                let center = PagePoint(x: x.place(Double(point.total)), y: y.place(point.difference))
                marks.append(
                    .symbol(
                        standing.symbol, at: center, color: standing.color, radius: frame.size * 0.38,
                        filling: .solid))
                let weight = standing == .outlying || standing == .far ? TextWeight.semibold : .regular
                guard
                    let name = Self.name(
                        point.label, at: center, weight: weight, from: x.start, to: x.end, besides: taken,
                        in: frame)
                else { continue }
                taken.append(name.box)
                marks += frame.text(
                    name.lines, at: PagePoint(x: name.box.minX, y: name.box.minY + frame.size * 0.85),
                    weight: weight)
            }
        }
        return marks
    }

    /// Returns where a whole name has room beside a point, on one line or broken at a quarter of the chart.
    private static func name(
        _ label: String, at center: PagePoint, weight: TextWeight, from left: Double, to right: Double,
        besides taken: [PageBox], in frame: ChartFrame
    ) -> (lines: [String], box: PageBox)? {
        let near = frame.size * 0.7
        for lines in [[label], frame.lines(label, in: frame.width / 4, weight: weight)] {
            let width = lines.map { frame.width(of: $0, weight: weight) }.max() ?? 0
            let height = frame.size + Double(lines.count - 1) * frame.lineStep
            let corners = [
                center.moved(by: near, -height / 2), center.moved(by: -near - width, -height / 2),
                center.moved(by: -width / 2, -near - height), center.moved(by: -width / 2, near),
            ]
            let boxes = corners.map { PageBox(x: $0.x, y: $0.y, width: width, height: height) }
            let free = boxes.first { box in
                box.minX >= left && box.maxX <= right && !taken.contains { $0.intersects(box) }
            }
            if let free { return (lines, free) }
        }
        return nil
    }

    private func legend(in frame: ChartFrame, _ marks: inout [ChartMark]) -> Double {
        let shown = Standing.allCases.filter { one in points.contains { $0.standing == one } }
        var point = PagePoint(x: 0, y: frame.size)
        for standing in shown {
            let name = standing.name(frame.words)
            let width = frame.size * 1.4 + frame.width(of: name)
            if point.x > 0, point.x + width > frame.width {
                point = PagePoint(x: 0, y: point.y + frame.size * 1.5)
            }
            marks.append(
                .symbol(
                    standing.symbol,
                    at: PagePoint(x: point.x + frame.size * 0.5, y: point.y - frame.size * 0.35),
                    color: standing.color, radius: frame.size * 0.38, filling: .solid))
            marks.append(frame.text(name, at: PagePoint(x: point.x + frame.size * 1.4, y: point.y)))
            point.x += width + frame.size * 1.5
        }
        return point.y + frame.size * 0.4
    }
}
