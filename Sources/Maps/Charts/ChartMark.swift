import PageLanguage

/// The colours of charts, those of Okabe and Ito beside greys: most eyes tell them apart, and none stands alone: with each goes
/// a form of its own.
///
/// Source: Okabe and Ito, "Color Universal Design" (2008).
package enum ChartColor: String, Sendable, CaseIterable {
    case blue, vermilion, green, muted, band, zone, grid, ink

    var color: MapColor {
        switch self {
        case .blue: MapColor(hex: 0x0072B2)
        case .vermilion: MapColor(hex: 0xD55E00)
        case .green: MapColor(hex: 0x009E73)
        case .muted: PageTheme.mutedInk
        case .band: MapColor(hex: 0xD9E8F3)
        case .zone: MapColor(hex: 0xEBECEE)
        case .grid: PageTheme.rule
        case .ink: PageTheme.ink
        }
    }
}

/// The forms of a chart's points: what a colour means is said by them too.
package enum ChartSymbol: String, Sendable, CaseIterable { case circle, square, triangle, diamond }

extension ChartSymbol {
    /// The corners of a symbol of about the weight of a circle; none for the circle.
    func corners(_ center: PagePoint, radius: Double) -> [PagePoint] {
        let offsets: [(Double, Double)] =
            switch self {
            case .circle: []
            case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
            case .triangle: [(0, -1.25), (1.15, 0.85), (-1.15, 0.85)]
            case .diamond: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
            }
        return offsets.map { center.moved(by: $0.0 * radius, $0.1 * radius) }
    }
}

/// How one series among others looks: a colour, a symbol and a way of breaking its line.
package enum ChartForm: Sendable, CaseIterable {
    case first, second, third

    var color: ChartColor {
        switch self {
        case .first: .blue
        case .second: .vermilion
        case .third: .green
        }
    }

    var symbol: ChartSymbol {
        switch self {
        case .first: .circle
        case .second: .square
        case .third: .triangle
        }
    }

    var dashes: [Double] {
        switch self {
        case .first: []
        case .second: [6, 2.5]
        case .third: [1.5, 3]
        }
    }
}

/// One stroke, surface, symbol or text of a chart, in points from its upper left corner.
enum ChartMark: Equatable {
    case line([PagePoint], color: ChartColor, width: Double, dashes: [Double])
    case surface([PagePoint], color: ChartColor)
    case symbol(ChartSymbol, at: PagePoint, color: ChartColor, radius: Double, filling: ChartFilling)
    case text(ChartText)
}

/// Whether a symbol is filled; hollow ones are not finished.
enum ChartFilling { case solid, hollow }

/// A line of text of a chart.
struct ChartText: Equatable {
    enum Anchor: String { case start, middle, end }

    var text: String
    /// Where its baseline begins, has its middle, or ends.
    var point: PagePoint
    var anchor = Anchor.start
    var size: Double
    var weight = TextWeight.regular
    /// `ink` or `muted`.
    var color = ChartColor.ink
}

/// A chart that is laid out: its height and what is drawn, from the back to the front.
struct ChartDrawing {
    var height: Double
    var marks: [ChartMark]
}

/// The room that a chart has, how large its letters are, and how wide texts become.
struct ChartFrame {
    let width: Double
    /// Of letters, in the units of the width.
    let size: Double
    let setter: TextSetter
    /// Of numbers and legends.
    var words = PageWords.english
    /// How much wider texts may become than the setter tells: browsers have typefaces of their own.
    var stretch = 1.0

    /// Whether there is no room for names beside what they name.
    var isNarrow: Bool { width < 42 * size }

    func width(of text: String, weight: TextWeight = .regular) -> Double {
        stretch * setter.set(text, TextStyle(size: size, weight: weight)).width
    }

    /// How far lines of one text stand below one another.
    var lineStep: Double { 1.3 * size }

    /// Returns the lines of a text in a room: broken between words, and within a word that is wider than the room.
    func lines(_ text: String, in room: Double, weight: TextWeight = .regular) -> [String] {
        func fits(_ line: String) -> Bool { width(of: line, weight: weight) <= room }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if fits(longer) {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for letter in word {
                if !line.isEmpty, !fits(line + String(letter)) {
                    lines.append(line)
                    line = ""
                }
                line.append(letter)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Returns lines below one another, the first with its baseline at a point.
    func text(
        _ lines: [String], at point: PagePoint, anchor: ChartText.Anchor = .start,
        weight: TextWeight = .regular, color: ChartColor = .ink
    ) -> [ChartMark] {
        lines.enumerated().map {
            text(
                $0.element, at: point.moved(by: 0, Double($0.offset) * lineStep), anchor: anchor,
                weight: weight, color: color)
        }
    }

    func text(
        _ text: String, at point: PagePoint, anchor: ChartText.Anchor = .start, weight: TextWeight = .regular,
        color: ChartColor = .ink
    ) -> ChartMark {
        .text(
            ChartText(
                text: text, point: point, anchor: anchor, size: size, weight: weight, color: color))
    }
}
