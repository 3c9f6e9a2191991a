package import Geometry

/// One thing on the map at one place.
package struct Marker: Sendable {
    package var position: Coordinate
    /// The index of its category in ``MapScene/categories``.
    package var category: Int
    package var emphasis: MarkerEmphasis

    package init(position: Coordinate, category: Int, emphasis: MarkerEmphasis = []) {
        self.position = position
        self.category = category
        self.emphasis = emphasis
    }
}

/// What sets a marker apart from others of its category, each drawn in a form of its own.
package struct MarkerEmphasis: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A second ring: the same thing keeps coming back here.
    package static let repeated = MarkerEmphasis(rawValue: 1)
    /// A broken ring: what is known of it is not certain.
    package static let doubtful = MarkerEmphasis(rawValue: 2)
    /// A small flag: it was put in the wrong place.
    package static let misplaced = MarkerEmphasis(rawValue: 4)
}

/// A kind of marker: its title in the legend, and the symbol that stands for it.
package struct MarkerCategory: Sendable {
    package var title: String
    package var symbol: MarkerSymbol

    package init(title: String, symbol: MarkerSymbol) {
        self.title = title
        self.symbol = symbol
    }
}
