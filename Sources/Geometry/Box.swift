/// An upright rectangle, edges included.
package struct Box<Position: PlanarPosition>: Hashable, Sendable {
    package var minX: Double
    package var minY: Double
    package var maxX: Double
    package var maxY: Double

    @inlinable package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// Creates the smallest box that holds all positions, or `nil` where there is none.
    @inlinable package init?(enclosing positions: some Sequence<Position>) {
        var box = Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        for position in positions { box.extend(to: position) }
        guard box.minX <= box.maxX else { return nil }
        self = box
    }

    @inlinable package var width: Double { maxX - minX }
    @inlinable package var height: Double { maxY - minY }
    @inlinable package var center: Position { Position(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

    /// The corners, counter-clockwise from the lowest left one.
    @inlinable package var corners: [Position] {
        [
            Position(x: minX, y: minY), Position(x: maxX, y: minY), Position(x: maxX, y: maxY),
            Position(x: minX, y: maxY),
        ]
    }

    @inlinable package mutating func extend(to position: Position) {
        minX = min(minX, position.x)
        minY = min(minY, position.y)
        maxX = max(maxX, position.x)
        maxY = max(maxY, position.y)
    }

    @inlinable package mutating func formUnion(_ other: Box) {
        minX = min(minX, other.minX)
        minY = min(minY, other.minY)
        maxX = max(maxX, other.maxX)
        maxY = max(maxY, other.maxY)
    }

    /// Returns the box grown by a margin on each side, in the box's own unit.
    @inlinable package func expanded(byX dx: Double, y dy: Double) -> Box {
        Box(minX: minX - dx, minY: minY - dy, maxX: maxX + dx, maxY: maxY + dy)
    }

    @inlinable package func contains(_ position: Position) -> Bool {
        position.x >= minX && position.x <= maxX && position.y >= minY && position.y <= maxY
    }

    @inlinable package func intersects(_ other: Box) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }
}
