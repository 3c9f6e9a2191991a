import Geometry
import Records

extension ChartDrawing {
    /// Returns the chart as an SVG element whose colours are classes of the page's style, so that dark pages have theirs.
    ///
    /// - Parameters:
    ///   - name: Of the element, unique on its page.
    ///   - alternative: What stands for it to who cannot see it.
    ///   - kind: A class of the element.
    func svg(width: Double, name: String, alternative: String, kind: String) -> String {
        let size = "\(Self.number(width)) \(Self.number(height))"
        let head =
            "<svg class=\"\(kind)\" viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"\(name)\">"
            + "<title id=\"\(name)\">\(XMLText.escaped(alternative))</title>"
        return head + marks.map(Self.element).joined() + "</svg>"
    }

    private static func element(_ mark: ChartMark) -> String {
        switch mark {
        case .line(let points, let color, let width, let dashes):
            let broken =
                dashes.isEmpty
                ? "" : " stroke-dasharray=\"\(dashes.map(number).joined(separator: " "))\""
            return
                "<path class=\"s-\(color.rawValue)\" d=\"\(path(points))\" stroke-width=\"\(number(width))\"\(broken)/>"
        case .surface(let points, let color):
            return "<path class=\"f-\(color.rawValue)\" d=\"\(path(points))Z\"/>"
        case .symbol(let symbol, let center, let color, let radius, let filling):
            let kind = filling == .solid ? "f-\(color.rawValue) o" : "h s-\(color.rawValue)"
            let width = "stroke-width=\"\(number(radius * (filling == .solid ? 0.35 : 0.5)))\""
            if symbol == .circle {
                return
                    "<circle class=\"\(kind)\" cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\" \(width)/>"
            }
            return
                "<path class=\"\(kind)\" d=\"\(path(symbol.corners(center, radius: radius)))Z\" \(width)/>"
        case .text(let text):
            let anchor = text.anchor == .start ? "" : " text-anchor=\"\(text.anchor.rawValue)\""
            let weight = text.weight == .regular ? "" : " font-weight=\"\(text.weight.rawValue)\""
            return
                "<text class=\"f-\(text.color.rawValue)\" x=\"\(number(text.point.x))\" y=\"\(number(text.point.y))\""
                + " font-size=\"\(number(text.size))\"\(anchor)\(weight)>\(XMLText.escaped(text.text))</text>"
        }
    }

    private static func path(_ points: [PagePoint]) -> String {
        points.enumerated().map {
            ($0.offset == 0 ? "M" : "L") + number($0.element.x) + " " + number($0.element.y)
        }.joined()
    }

    /// A length with at most two decimals.
    private static func number(_ value: Double) -> String { NumberText.short(value, places: 2) }
}
