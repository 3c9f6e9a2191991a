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
    ]

    /// The symbol of everything that has no symbol of its own.
    package static let other = MarkerSymbol(shape: .cross, color: MapColor(hex: 0xBDBDBD))
}

/// The outline of a marker.
package enum MarkerShape: String, CaseIterable, Sendable {
    case circle, square, triangle, diamond, pentagon, star, inverted, hexagon, leftward, rightward, saltire,
        bar
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
        case .cross: Self.crossCorners
        }
    }

    private static let starCorners: [(x: Double, y: Double)] = {
        let outer = regular(5, radius: 1.38, turn: -0.25)
        let inner = regular(5, radius: 0.66, turn: -0.15)
        return zip(outer, inner).flatMap { [$0, $1] }
    }()

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
