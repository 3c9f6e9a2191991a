/// How a piece of text is set. Sizes are points.
struct TextStyle: Hashable, Sendable {
    var size: Double
    var weight = TextWeight.regular
    var color = PageTheme.ink
    /// Extra space between letters, points.
    var tracking = 0.0
    var slant = TextSlant.upright
    /// Lines below one another, as a multiple of the size; 0 is the typeface's own.
    var leading = 0.0

    func with(color: MapColor) -> TextStyle {
        var copy = self
        copy.color = color
        return copy
    }

    /// Returns the style, smaller where a text would not fit a width on one line; down to half, then it takes two lines.
    func shrunk(for text: String, width: Double, by setter: TextSetter) -> TextStyle {
        let natural = setter.set(text, self).width
        guard natural > width, natural > 0 else { return self }
        var copy = self
        copy.size = size * max(0.5, width / natural * 0.995)
        return copy
    }

    /// Returns the style, smaller where a text would not fit a width and a height.
    func shrunk(for text: String, width: Double, height: Double, by setter: TextSetter) -> TextStyle {
        var copy = shrunk(for: text, width: width, by: setter)
        while copy.size > 4, setter.set(text, copy, width: width).height > height { copy.size *= 0.95 }
        return copy
    }

    func with(weight: TextWeight) -> TextStyle {
        var copy = self
        copy.weight = weight
        return copy
    }
}

enum TextWeight: Int, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
}

enum TextSlant: Sendable { case upright, italic }

enum TextAlignment: Sendable { case leading, center, trailing }

/// How text that is wider than its room is treated.
enum TextFit: Sendable { case wraps, shortens }

extension TextStyle {
    static let eyebrow = TextStyle(size: 8, weight: .semibold, color: PageTheme.accent, tracking: 0.25)
    static let title = TextStyle(size: 23, weight: .bold)
    static let subtitle = TextStyle(size: 10.5, color: PageTheme.mutedInk)
    static let heading = TextStyle(size: 14, weight: .bold)
    static let panelHeading = TextStyle(size: 8, weight: .semibold, color: PageTheme.accent)
    static let body = TextStyle(size: 8.5)
    static let small = TextStyle(size: 7.4, color: PageTheme.mutedInk)
    static let tableHead = TextStyle(size: 7.4, weight: .semibold, color: PageTheme.mutedInk)
    static let tableCell = TextStyle(size: 8)
    static let figure = TextStyle(size: 17, weight: .bold, color: PageTheme.accent)
    static let streetName = TextStyle(size: 6.3, weight: .medium, color: PageTheme.streetName)
    static let minorStreetName = TextStyle(size: 5.6, color: PageTheme.streetName)
    static let neighbourName = TextStyle(
        size: 8.5, weight: .semibold, color: PageTheme.neighbourName, tracking: 0.8)
    static let badge = TextStyle(size: 6.2, weight: .semibold)
    static let groupCount = TextStyle(size: 7, weight: .bold)
}
