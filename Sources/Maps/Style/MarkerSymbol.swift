/// A shape with a colour: told apart by either alone.
package struct MarkerSymbol: Hashable, Sendable {
    package var shape: MarkerShape
    package var color: MapColor

    package init(shape: MarkerShape, color: MapColor) {
        self.shape = shape
        self.color = color
    }

    /// The symbols that categories get, the commonest first: the colours of Okabe and Ito and then others that differ in
    /// lightness too, each with a shape of its own and a dark outline.
    ///
    /// Source: M. Okabe and K. Ito, "Color Universal Design", 2008.
    package static let series: [MarkerSymbol] = [
        MarkerSymbol(shape: .circle, color: MapColor(hex: 0x0072B2)),
        MarkerSymbol(shape: .square, color: MapColor(hex: 0xE69F00)),
        MarkerSymbol(shape: .triangle, color: MapColor(hex: 0x009E73)),
        MarkerSymbol(shape: .diamond, color: MapColor(hex: 0xD55E00)),
        MarkerSymbol(shape: .pentagon, color: MapColor(hex: 0xCC79A7)),
        MarkerSymbol(shape: .star, color: MapColor(hex: 0xF0E442)),
        MarkerSymbol(shape: .inverted, color: MapColor(hex: 0x56B4E9)),
        MarkerSymbol(shape: .hexagon, color: MapColor(hex: 0x9A7BD0)),
        MarkerSymbol(shape: .leftward, color: MapColor(hex: 0xA6D854)),
        MarkerSymbol(shape: .rightward, color: MapColor(hex: 0xB98B57)),
        MarkerSymbol(shape: .saltire, color: MapColor(hex: 0xFB9A99)),
        MarkerSymbol(shape: .bar, color: MapColor(hex: 0x8DD3C7)),
        MarkerSymbol(shape: .house, color: MapColor(hex: 0xFC8D62)),
        MarkerSymbol(shape: .arrow, color: MapColor(hex: 0x8DA0CB)),
        MarkerSymbol(shape: .hourglass, color: MapColor(hex: 0xE78AC3)),
        MarkerSymbol(shape: .bow, color: MapColor(hex: 0xE5C494)),
        MarkerSymbol(shape: .pillar, color: MapColor(hex: 0x66C2A5)),
        MarkerSymbol(shape: .spark, color: MapColor(hex: 0xFFED6F)),
        MarkerSymbol(shape: .trapezoid, color: MapColor(hex: 0xBC80BD)),
        MarkerSymbol(shape: .slanted, color: MapColor(hex: 0x80B1D3)),
        MarkerSymbol(shape: .burst, color: MapColor(hex: 0xCCEBC5)),
        MarkerSymbol(shape: .chevron, color: MapColor(hex: 0x40B0A6)),
    ]

    /// The symbol of everything that has no symbol of its own.
    package static let other = MarkerSymbol(shape: .cross, color: MapColor(hex: 0xBDBDBD))
}

/// The outline of a marker.
package enum MarkerShape: String, CaseIterable, Sendable {
    case circle, square, triangle, diamond, pentagon, star, inverted, hexagon, leftward, rightward, saltire,
        bar
    case house, arrow, hourglass, bow, pillar, spark, trapezoid, slanted, burst, chevron
    case cross

    /// Returns the shape's corners around the origin, y downward, of about the area of a circle of radius 1.
    ///
    /// Empty for the circle.
    var corners: [(x: Double, y: Double)] {
        switch self {
        case .circle: []
        case .square: [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
        case .triangle: Self.regular(3, radius: 1.35, turn: -0.25).map { ($0.x, $0.y + 0.2) }
        case .inverted: Self.regular(3, radius: 1.35, turn: 0.25).map { ($0.x, $0.y - 0.2) }
        case .diamond: Self.regular(4, radius: 1.22, turn: -0.25)
        case .pentagon: Self.regular(5, radius: 1.12, turn: -0.25)
        case .star: Self.starCorners
        case .hexagon: Self.regular(6, radius: 1.1, turn: -0.25)
        case .leftward: Self.regular(3, radius: 1.35, turn: 0.5).map { ($0.x + 0.2, $0.y) }
        case .rightward: Self.regular(3, radius: 1.35, turn: 0).map { ($0.x - 0.2, $0.y) }
        case .saltire: Self.crossCorners.map { (($0.x - $0.y) * 0.7071, ($0.x + $0.y) * 0.7071) }
        case .bar: [(-1.25, -0.62), (1.25, -0.62), (1.25, 0.62), (-1.25, 0.62)]
        case .house: [(0, -1.3), (1, -0.35), (1, 1), (-1, 1), (-1, -0.35)]
        case .arrow:
            [(0, -1.4), (1.15, -0.1), (0.5, -0.1), (0.5, 1.2), (-0.5, 1.2), (-0.5, -0.1), (-1.15, -0.1)]
        case .hourglass: Self.hourglassCorners
        case .bow: Self.hourglassCorners.map { ($0.y, $0.x) }
        case .pillar: [(-0.62, -1.25), (0.62, -1.25), (0.62, 1.25), (-0.62, 1.25)]
        case .spark: Self.starCorners(4, outer: 1.45, inner: 0.6)
        case .trapezoid: [(-0.6, -0.85), (0.6, -0.85), (1.3, 0.85), (-1.3, 0.85)]
        case .slanted: [(-0.55, -0.8), (1.3, -0.8), (0.55, 0.8), (-1.3, 0.8)]
        case .burst: Self.starCorners(8, outer: 1.3, inner: 0.85)
        case .chevron: [(0, -1.1), (1.25, 0.2), (1.25, 1.1), (0, -0.1), (-1.25, 1.1), (-1.25, 0.2)]
        case .cross: Self.crossCorners
        }
    }

    private static let starCorners = starCorners(5, outer: 1.38, inner: 0.66)

    private static func starCorners(_ count: Int, outer: Double, inner: Double) -> [(x: Double, y: Double)] {
        let tips = regular(count, radius: outer, turn: -0.25)
        let notches = regular(count, radius: inner, turn: -0.25 + 0.5 / Double(count))
        return zip(tips, notches).flatMap { [$0, $1] }
    }

    private static let hourglassCorners: [(x: Double, y: Double)] = [
        (-1.1, -1.15), (1.1, -1.15), (0.3, 0), (1.1, 1.15), (-1.1, 1.15), (-0.3, 0),
    ]

    private static let crossCorners: [(x: Double, y: Double)] = {
        let long = 1.08
        let short = 0.42
        return [
            (-short, -long), (short, -long), (short, -short), (long, -short), (long, short), (short, short),
            (short, long), (-short, long), (-short, short), (-long, short), (-long, -short), (-short, -short),
        ]
    }()

    /// Returns a regular polygon's corners; `turn` is where the first one lies, in turns from the right.
    private static func regular(_ count: Int, radius: Double, turn: Double) -> [(x: Double, y: Double)] {
        (0..<count).map { index in
            let angle = (turn + Double(index) / Double(count)) * 2 * Double.pi
            return (radius * cosine(angle), radius * sine(angle))
        }
    }
}
