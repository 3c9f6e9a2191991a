/// A chart of a page: laid out once for each width, and drawn alike on paper and in browsers.
package enum Chart: Sendable {
    case series(SeriesChart)
    case panels(PanelChart)
    case funnel(FunnelChart)
    case intervals(IntervalChart)

    func drawing(in frame: ChartFrame) -> ChartDrawing {
        switch self {
        case .series(let chart): chart.drawing(in: frame)
        case .panels(let chart): chart.drawing(in: frame)
        case .funnel(let chart): chart.drawing(in: frame)
        case .intervals(let chart): chart.drawing(in: frame)
        }
    }
}

/// A name under an axis of periods.
package struct ChartTick: Sendable, Hashable {
    package var index: Int
    package var label: String

    package init(_ index: Int, _ label: String) {
        self.index = index
        self.label = label
    }
}

extension [ChartTick] {
    /// Returns the names that have room beside one another, the first one among them.
    func fitting(_ place: (Int) -> Double, width: (String) -> Double, gap: Double) -> [ChartTick] {
        var end = -Double.infinity
        var step = 1
        while step < count {
            end = -.infinity
            let fits = enumerated().filter { $0.offset % step == 0 }.allSatisfy { _, tick in
                let half = width(tick.label) / 2
                defer { end = place(tick.index) + half + gap }
                return place(tick.index) - half >= end
            }
            if fits { break }
            step += 1
        }
        return enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }
}
