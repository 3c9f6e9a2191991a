import Geometry
import Records

/// Draws a scale bar in feet and metres, and which way is north.
struct ScaleDrawing {
    let canvas: Canvas
    let pointsPerMeter: Double
    private static let metersPerFoot = 0.3048

    func draw(in box: PageBox) {
        let room = min(120, box.width - 46)
        let feet = Self.roundLength(within: room / pointsPerMeter / Self.metersPerFoot)
        let meters = Self.roundLength(within: room / pointsPerMeter)
        let left = PagePoint(x: box.minX + 2, y: box.minY + 16)
        canvas.tagged(.paragraph) {
            bar(feet, unit: "ft", length: feet * Self.metersPerFoot * pointsPerMeter, at: left, label: .above)
            bar(meters, unit: "m", length: meters * pointsPerMeter, at: left.moved(by: 0, 5), label: .below)
        }
        northArrow(at: PagePoint(x: box.maxX - 13, y: box.minY + 22))
    }

    /// Returns the largest of 1, 2 or 5 times a power of ten that is no longer than a length.
    static func roundLength(within length: Double) -> Double {
        var unit = 1.0
        while unit * 10 <= length { unit *= 10 }
        return length >= unit * 5 ? unit * 5 : length >= unit * 2 ? unit * 2 : unit
    }

    private enum LabelSide { case above, below }

    private func bar(_ value: Double, unit: String, length: Double, at left: PagePoint, label: LabelSide) {
        let half = length / 2
        canvas.rectangle(PageBox(x: left.x, y: left.y, width: length, height: 3.4))
        canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.ink, width: 0.6)
        canvas.rectangle(PageBox(x: left.x, y: left.y, width: half, height: 3.4))
        canvas.fill(PageTheme.ink)
        let y = label == .above ? left.y - 11 : left.y + 5
        let numbers = [(0.0, "0"), (half, Self.number(value / 2)), (length, "\(Self.number(value)) \(unit)")]
        for (offset, title) in numbers {
            let text = canvas.text.set(title, .small)
            let shift = offset == 0 ? 0 : canvas.text.set(Self.digits(of: title), .small).width / 2
            canvas.draw(text, at: PagePoint(x: left.x + offset - shift, y: y))
        }
    }

    private static func digits(of title: String) -> String {
        title.split(separator: " ").first.map(String.init) ?? ""
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? NumberText.count(Int(value)) : String(value)
    }

    private func northArrow(at center: PagePoint) {
        let tip = center.moved(by: 0, -10)
        let foot = center.moved(by: 0, 7)
        canvas.ring([tip, center.moved(by: -6, 11), foot])
        canvas.fillAndStroke(PageTheme.ink, outline: PageTheme.ink, width: 0.6)
        canvas.ring([tip, center.moved(by: 6, 11), foot])
        canvas.fillAndStroke(PageTheme.paper, outline: PageTheme.ink, width: 0.6)
        let letter = canvas.text.set("N", TextStyle(size: 8, weight: .bold))
        canvas.draw(letter, at: center.moved(by: -letter.width / 2, -21))
    }
}
