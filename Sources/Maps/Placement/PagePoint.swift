package import Geometry

/// A place on a page in points (1/72 inch), from its upper left corner, y downward.
package struct PagePoint: PlanarPosition {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    func distance(to other: PagePoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    func moved(by dx: Double, _ dy: Double) -> PagePoint { PagePoint(x: x + dx, y: y + dy) }
}

/// A rectangle on a page: `minY` is its upper edge.
package typealias PageBox = Box<PagePoint>

extension Box where Position == PagePoint {
    init(x: Double, y: Double, width: Double, height: Double) {
        self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
    }

    init(center: PagePoint, halfWidth: Double, halfHeight: Double) {
        self.init(
            minX: center.x - halfWidth, minY: center.y - halfHeight, maxX: center.x + halfWidth,
            maxY: center.y + halfHeight)
    }

    func holds(_ other: PageBox) -> Bool {
        other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
    }
}
