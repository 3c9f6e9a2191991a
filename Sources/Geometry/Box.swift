/// An upright rectangle, edges included.
public struct Box<Position: PlanarPosition>: Hashable, Sendable {
    /// The least x.
    public var minX: Double
    /// The least y.
    public var minY: Double
    /// The greatest x.
    public var maxX: Double
    /// The greatest y.
    public var maxY: Double

    /// Creates a box from its sides.
    @inlinable public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// Creates the smallest box that holds all positions, or `nil` where there is none.
    @inlinable public init?(enclosing positions: some Sequence<Position>) {
        var box = Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        for position in positions { box.extend(to: position) }
        guard box.minX <= box.maxX else { return nil }
        self = box
    }

    /// The length along x, in the positions' unit.
    @inlinable public var width: Double { maxX - minX }
    /// The length along y, in the positions' unit.
    @inlinable public var height: Double { maxY - minY }
    /// The middle of the box.
    @inlinable public var center: Position { Position(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

    /// The corners, counter-clockwise from the lowest left one.
    @inlinable public var corners: [Position] {
        [
            Position(x: minX, y: minY), Position(x: maxX, y: minY), Position(x: maxX, y: maxY),
            Position(x: minX, y: maxY),
        ]
    }

    /// Grows the box so that it holds a position.
    @inlinable public mutating func extend(to position: Position) {
        minX = min(minX, position.x)
        minY = min(minY, position.y)
        maxX = max(maxX, position.x)
        maxY = max(maxY, position.y)
    }

    /// Grows the box so that it holds another one.
    @inlinable public mutating func formUnion(_ other: Box) {
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
        maxX = max(maxX, other.maxX)
        maxY = max(maxY, other.maxY)
    }

    /// Returns the box grown by a margin on each side, in the box's own unit.
    @inlinable public func expanded(byX dx: Double, y dy: Double) -> Box {
        Box(minX: minX - dx, minY: minY - dy, maxX: maxX + dx, maxY: maxY + dy)
    }

    /// Returns whether a position lies in the box or on its edge.
    @inlinable public func contains(_ position: Position) -> Bool {
        position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
    }

    /// Returns whether two boxes share a position.
    @inlinable public func intersects(_ other: Box) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }
}
