import Geometry

/// The name of a neighbouring area, and where it stands.
package struct AreaLabel: Sendable {
    package var text: String
    package var box: PageBox
}

/// Sets each neighbour's name in the roomiest free part of what the map shows of it.
struct AreaNaming {
    let scene: MapScene
    let projection: PageProjection
    let frame: PageBox
    private static let step = 7.0

    func place(_ text: TextSetter, _ collisions: inout CollisionIndex) -> [AreaLabel] {
        var labels: [AreaLabel] = []
        for neighbour in scene.neighbours {
            let surface = PageSurface(neighbour.shape, projection, tolerance: 1.5)
            guard let extent = surface.box, extent.intersects(frame) else { continue }
            let size = text.set(neighbour.title, .neighbourName)
            guard let box = roomiest(surface, extent: extent, size: size, collisions: collisions) else {
                continue
            }
            collisions.take([box])
            labels.append(AreaLabel(text: neighbour.title, box: box))
        }
        return labels
    }

    /// Tries a grid of places; of those that are free, the one with most of the area around it wins.
    private func roomiest(
        _ surface: PageSurface, extent: PageBox, size: SetText, collisions: CollisionIndex
    ) -> PageBox? {
        let left = max(extent.minX, frame.minX)
        let top = max(extent.minY, frame.minY)
        let middle = PagePoint(
            x: (left + min(extent.maxX, frame.maxX)) / 2, y: (top + min(extent.maxY, frame.maxY)) / 2)
        var best: (box: PageBox, room: Int, distance: Double)?
        for y in stride(from: top, through: min(extent.maxY, frame.maxY), by: Self.step) {
            for x in stride(from: left, through: min(extent.maxX, frame.maxX), by: Self.step) {
                let center = PagePoint(x: x, y: y)
                let box = PageBox(
                    center: center, halfWidth: size.width / 2 + 5, halfHeight: size.height / 2 + 3)
                let room = room(around: box, in: surface)
                guard room > 0, room >= best?.room ?? 0 else { continue }
                let distance = center.distance(to: middle)
                guard room > best?.room ?? 0 || distance < best?.distance ?? .infinity else { continue }
                if collisions.isFree([box]) { best = (box, room, distance) }
            }
        }
        return best?.box
    }

    /// How many times the box can grow before it leaves the area or the frame; 0 where it does not fit.
    private func room(around box: PageBox, in surface: PageSurface) -> Int {
        for growth in 0..<5 {
            let grown = box.expanded(byX: Double(growth) * 8, y: Double(growth) * 8)
            guard frame.holds(grown), surface.holds(grown) else { return growth }
        }
        return 5
    }
}
