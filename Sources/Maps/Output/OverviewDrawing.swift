package import Geometry
import Records

/// An area on the small map of an atlas page.
package struct OverviewArea: Sendable {
    package var label: String
    /// Stands below the label, such as a count.
    package var amount: String
    package var shape: MultiPolygon<Coordinate>

    package init(label: String, amount: String, shape: MultiPolygon<Coordinate>) {
        self.label = label
        self.amount = amount
        self.shape = shape
    }
}

/// Draws all areas with their labels as SVG that takes its colours from the page's style.
struct OverviewDrawing {
    let areas: [OverviewArea]
    let water: [MultiPolygon<Coordinate>]
    private static let width = 600.0
    private static let margin = 8.0

    var svg: String {
        var extent: Box<Coordinate>?
        for box in areas.compactMap(\.shape.box) {
            if extent == nil { extent = box } else { extent?.formUnion(box) }
        }
        guard let extent else { return "" }
        let (east, north) = PageProjection.metersPerDegree(at: extent.center.latitude)
        let height = Self.width * max(0.2, min(2, extent.height * north / max(extent.width * east, 1)))
        let frame = PageBox(x: 0, y: 0, width: Self.width, height: height)
        let projection = PageProjection(showing: extent, in: frame, margin: Self.margin)
        let names = areas.map { "\($0.label): \($0.amount)" }.joined(separator: ", ")
        let shapes = areas.map {
            "<path class=\"area\" fill-rule=\"evenodd\" d=\"\(path($0.shape, projection))\"/>"
        }
        let waters = water.map {
            "<path class=\"water\" fill-rule=\"evenodd\" d=\"\(path($0, projection))\"/>"
        }
        return """
            <svg viewBox="0 0 \(Int(frame.width)) \(Int(height.rounded(.up)))" role="img" aria-label="Map of the areas. \(Markup.escaped(names))">
            \((shapes + waters).joined(separator: "\n"))
            \(areas.compactMap { label($0, projection) }.joined(separator: "\n"))
            </svg>
            """
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

    private func label(_ area: OverviewArea, _ projection: PageProjection) -> String? {
        guard let middle = AreaMiddle.of(area.shape) else { return nil }
        let point = projection.point(middle)
        func text(_ words: String, kind: String, down: Double) -> String {
            let x = FixedDecimal.text(point.x, decimals: 1)
            let y = FixedDecimal.text(point.y + down, decimals: 1)
            return "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\">\(Markup.escaped(words))</text>"
        }
        return text(area.label, kind: "label", down: -8) + text(area.amount, kind: "label amount", down: 9)
    }
}
