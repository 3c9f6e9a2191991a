import Geometry

/// A part of town that was laid out in one go: its grid has one direction, one size and one way of naming.
struct Quarter: Sendable {
    let name: String
    /// A patch of land belongs to the quarter with the anchor nearest to its middle.
    let anchors: [ProjectedPoint]
    let grid: BentGrid
    let postcode: String
    /// The share of inner blocks' sides that are not streets after all.
    let thinning: Double
    /// Whether alleys run behind the houses.
    let alleys: Alleys
    /// The least width of a house's lot, metres.
    let lotWidth: ClosedRange<Double>
    let naming: QuarterNaming

    enum Alleys: Sendable { case none, some }
}

/// Streets that run nearly north–south (`u` is constant) and nearly east–west (`v` is constant), bent by waves.
struct BentGrid: Sendable {
    let origin: ProjectedPoint
    /// Cosine and sine of the turn against north, counter-clockwise.
    let turn: (cos: Double, sin: Double)
    /// The usual distance between streets, metres: of the north–south ones, of the east–west ones.
    let spacing: (u: Double, v: Double)
    /// How far waves push a street aside, and how long they are, metres.
    let wave: (height: Double, length: Double)

    /// Returns the place on the board of grid coordinates, metres.
    func place(u: Double, v: Double) -> ProjectedPoint {
        let bentU =
            u + wave.height * Wave.at(v / wave.length + 0.13) + 0.35 * wave.height
            * Wave.at(u / wave.length * 1.7)
        let bentV =
            v + wave.height * Wave.at(u / wave.length + 0.61) + 0.35 * wave.height
            * Wave.at(v / wave.length * 1.3)
        return origin
            + ProjectedPoint(x: bentU * turn.cos - bentV * turn.sin, y: bentU * turn.sin + bentV * turn.cos)
    }
}

/// A smooth wave with period 1 and height 1, made of parabolas: the same on every machine.
enum Wave {
    static func at(_ phase: Double) -> Double {
        let position = phase - phase.rounded(.down)
        let half = position < 0.5 ? position : position - 0.5
        let hump = 16 * half * (0.5 - half)
        return position < 0.5 ? hump : -hump
    }
}

/// How a quarter names its streets.
struct QuarterNaming: Sendable {
    enum Style: Sendable {
        /// Names from a list, with a type that changes along the list.
        case words([String], types: [String])
        /// 1st, 2nd, 3rd… counted away from the quarter's origin; words on the far side of it.
        case numbers(type: String, otherSide: [String], otherType: String)
        /// A, B, C…
        case letters(type: String)
    }

    let northSouth: Style
    let eastWest: Style
}
