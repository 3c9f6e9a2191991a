package import Geometry
import Records

/// All areas on one small map, each as dark as its value is large.
package struct Overview: Sendable {
    package var areas: [OverviewArea]
    package var water: [MultiPolygon<Coordinate>]
    /// What the colours stand for.
    package var measure: String
    /// So many decimals have the values in the legend.
    package var decimals: Int

    package init(
        areas: [OverviewArea], water: [MultiPolygon<Coordinate>] = [], measure: String, decimals: Int
    ) {
        self.areas = areas
        self.water = water
        self.measure = measure
        self.decimals = decimals
    }

    /// The classes of the values, the lowest first; none where all are equal or unknown.
    var classes: [OverviewClass] { OverviewClass.classes(of: areas.compactMap(\.value), decimals: decimals) }

    /// The class of an area among ``classes``; `nil` where its value is not known, or there are no classes.
    func classIndex(of area: OverviewArea) -> Int? {
        guard let value = area.value else { return nil }
        return classes.firstIndex { value <= $0.upper }
    }

    var extent: Box<Coordinate>? {
        var extent: Box<Coordinate>?
        for box in areas.compactMap(\.shape.box) {
            if extent == nil { extent = box } else { extent?.formUnion(box) }
        }
        return extent
    }
}

/// An area on an overview.
package struct OverviewArea: Sendable {
    package var label: String
    package var title: String
    /// Stands below the label, such as a count.
    package var amount: String
    /// What its colour stands for; `nil` where it is not known.
    package var value: Double?
    /// Where it leads; `nil` for nowhere.
    package var link: String?
    package var shape: MultiPolygon<Coordinate>

    package init(
        label: String, title: String, amount: String, value: Double?, link: String?,
        shape: MultiPolygon<Coordinate>
    ) {
        self.label = label
        self.title = title
        self.amount = amount
        self.value = value
        self.link = link
        self.shape = shape
    }
}

/// A range of values that share a colour.
struct OverviewClass: Equatable {
    let lower: Double
    let upper: Double
    let decimals: Int

    static let most = 4

    /// Such as `3 to 8`, or one number.
    var title: (lower: String, upper: String) {
        (NumberText.decimal(lower, places: decimals), NumberText.decimal(upper, places: decimals))
    }

    /// Returns up to four classes, parted so that values differ as little as can be within them: natural breaks.
    ///
    /// Source: W. D. Fisher, "On grouping for maximum homogeneity", 1958. Cost: the square of the number of values.
    static func classes(of values: [Double], decimals: Int) -> [OverviewClass] {
        let sorted = values.sorted()
        guard let least = sorted.first, let greatest = sorted.last, least < greatest else { return [] }
        let count = min(most, Set(sorted).count)
        var breaks = [sorted.count]
        let starts = starts(sorted, count)
        for number in (1..<count).reversed() { breaks.insert(starts[number][breaks[0]], at: 0) }
        return zip([0] + breaks, breaks).map { start, end in
            OverviewClass(lower: sorted[start], upper: sorted[end - 1], decimals: decimals)
        }
    }

    /// Returns for each number of classes and each number of values where the last class begins at best.
    private static func starts(_ sorted: [Double], _ count: Int) -> [[Int]] {
        var sums = [0.0]
        var squares = [0.0]
        for value in sorted {
            sums.append(sums[sums.count - 1] + value)
            squares.append(squares[squares.count - 1] + value * value)
        }
        /// The squares of the differences from the mean.
        func spread(_ range: Range<Int>) -> Double {
            let sum = sums[range.upperBound] - sums[range.lowerBound]
            return squares[range.upperBound] - squares[range.lowerBound] - sum * sum / Double(range.count)
        }
        var costs = (0...sorted.count).map { $0 == 0 ? 0 : spread(0..<$0) }
        var starts = [[Int](repeating: 0, count: sorted.count + 1)]
        for number in 1..<count {
            var next = [Double](repeating: .infinity, count: sorted.count + 1)
            var from = [Int](repeating: number, count: sorted.count + 1)
            for end in (number + 1)...sorted.count {
                // Equal values are never parted.
                for start in number..<end where sorted[start] > sorted[start - 1] {
                    let cost = costs[start] + spread(start..<end)
                    if cost < next[end] { (next[end], from[end]) = (cost, start) }
                }
            }
            costs = next
            starts.append(from)
        }
        return starts
    }

    /// The colours of a number of classes on paper, the lightest first: steps of one blue, each told from the next.
    static let colors = [
        MapColor(hex: 0xE6EEF6), MapColor(hex: 0xB5D0E6), MapColor(hex: 0x76A9CF), MapColor(hex: 0x2F6FA3),
    ]

    /// The step of a class's colour among ``colors``, so that the last class is always the darkest.
    static func step(of index: Int, among count: Int) -> Int { colors.count - count + index }
}

/// Draws an overview as SVG that takes its colours from the page's style.
struct OverviewDrawing {
    let overview: Overview
    /// What the map is, for who cannot see it.
    let name: String
    private static let width = 600.0
    private static let margin = 8.0

    var svg: String {
        guard let extent = overview.extent else { return "" }
        let (east, north) = PageProjection.metersPerDegree(at: extent.center.latitude)
        let height = Self.width * max(0.2, min(2, extent.height * north / max(extent.width * east, 1)))
        let frame = PageBox(x: 0, y: 0, width: Self.width, height: height)
        let projection = PageProjection(showing: extent, in: frame, margin: Self.margin)
        let shapes = overview.areas.map { area(of: $0, projection) }
        let waters = overview.water.map {
            "<path class=\"water\" fill-rule=\"evenodd\" d=\"\(path($0, projection))\"/>"
        }
        return """
            <svg viewBox="0 0 \(Int(frame.width)) \(Int(height.rounded(.up)))" role="group" aria-label="\(XMLText.escaped(name))">
            \((shapes + waters).joined(separator: "\n"))
            \(labels(projection, in: frame).joined(separator: "\n"))
            </svg>
            """
    }

    private func area(of area: OverviewArea, _ projection: PageProjection) -> String {
        let kind = kind(of: area)
        let path =
            "<path class=\"area \(kind)\" fill-rule=\"evenodd\" d=\"\(path(area.shape, projection))\"/>"
        let name = "\(area.title): \(area.amount)"
        guard let link = area.link else { return path }
        return
            "<a href=\"\(XMLText.escaped(link))\" aria-label=\"\(XMLText.escaped(name))\">\(path)</a>"
    }

    private func kind(of area: OverviewArea) -> String {
        overview.classIndex(of: area).map {
            "step-\(OverviewClass.step(of: $0, among: overview.classes.count))"
        } ?? "step-none"
    }

    private func path(_ shape: MultiPolygon<Coordinate>, _ projection: PageProjection) -> String {
        PageSurface(shape, projection, tolerance: 0.5).rings.filter { $0.points.count > 2 }.map { ring in
            "M"
                + ring.points.map {
                    "\(FixedDecimal.text($0.x, decimals: 1)) \(FixedDecimal.text($0.y, decimals: 1))"
                }
                .joined(separator: "L") + "Z"
        }.joined()
    }

    /// The texts as large as the style makes them where the map is narrow.
    private var measure: OverviewNaming.Measure {
        OverviewNaming.Measure(
            nameHeight: 27, nameDown: -8, amountHeight: 23, amountDown: 15,
            width: { text, isAmount in Double(text.count) * (isAmount ? 14 : 19) })
    }

    private func labels(_ projection: PageProjection, in frame: PageBox) -> [String] {
        OverviewNaming(projection: projection, frame: frame, measure: measure).labels(of: overview.areas)
            .sorted { $0.area < $1.area }.map { label in
                let area = overview.areas[label.area]
                // A text that leaves its area stands on what is there.
                let ground = label.isWithin ? kind(of: area) : "step-none"
                // The style moves amounts down by up to 6.
                return text(area.label, at: label.name, kind: "label on-\(ground)")
                    + (label.amount.map {
                        text(area.amount, at: $0.moved(by: 0, -6), kind: "label amount on-\(ground)")
                    } ?? "")
            }
    }

    private func text(_ words: String, at point: PagePoint, kind: String) -> String {
        let (x, y) = (FixedDecimal.text(point.x, decimals: 1), FixedDecimal.text(point.y, decimals: 1))
        return
            "<text aria-hidden=\"true\" class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\">\(XMLText.escaped(words))</text>"
    }
}
