import Geometry

/// What a line on the map is. Lower ones win where lines meet: they keep their course, the others join them.
enum LineKind: Int, Comparable, Sendable {
    case limit, river, highway, arterial, collector, local, alley

    var isStreet: Bool { self >= .highway }
    /// Whether houses stand along it.
    var hasAddresses: Bool { self >= .arterial && self != .alley }

    static func < (left: LineKind, right: LineKind) -> Bool { left.rawValue < right.rawValue }
}

/// A line drawn on the board, before crossings are known.
struct PlanLine: Sendable {
    var points: [ProjectedPoint]
    let kind: LineKind
    /// Which street (or shore) it is a piece of: an index into the plan's courses.
    let course: Int
}

/// A street's or shore's whole course, of which blocks are pieces.
struct Course: Sendable {
    /// Which way house numbers grow, and which base street splits them.
    enum Axis: Sendable { case northSouth, eastWest, alongCourse }

    var name: String
    let axis: Axis
    let kind: LineKind
    let points: [ProjectedPoint]
}
