import Algorithms
import Geometry

/// A text along a line: where its middle lies, and how it is turned.
package struct LineLabel: Sendable {
    package var text: String
    package var importance: StreetImportance
    package var center: PagePoint
    /// Radians clockwise, −π/2…π/2, so that it is never upside down.
    package var angle: Double
    package var width: Double
    package var height: Double
    package var ground: LabelGround

    /// Small upright boxes that together cover the turned text.
    var boxes: [PageBox] {
        let half = height / 2
        let count = max(1, Int((width / height).rounded(.up)))
        return (0..<count).map { index in
            let along = (Double(index) + 0.5) / Double(count) * width - width / 2
            let middle = center.moved(by: along * cosine(angle), along * sine(angle))
            return PageBox(center: middle, halfWidth: half, halfHeight: half)
        }
    }
}

/// What a label lies on.
package enum LabelGround: Sendable {
    case area, surroundings
    /// The area's own border, which gives way to the text.
    case border

    var halo: MapColor {
        switch self {
        case .area, .border: PageTheme.focus
        case .surroundings: PageTheme.neighbour
        }
    }
}

/// Finds the stretch of a line that carries a text best: straight, free, and near the middle of the line.
struct LineLabelSearch {
    let path: PagePath
    let width: Double
    let height: Double

    /// Returns the stretches that are straight enough, the best first.
    func candidates() -> [(center: PagePoint, angle: Double)] {
        let room = width + 6
        let total = path.length
        guard total >= room else { return [] }
        let step = max(6, min(14, (total - room) / 40))
        var found: [(center: PagePoint, angle: Double, cost: Double)] = []
        var offset = 0.0
        while offset + room <= total {
            if let stretch = stretch(from: offset, length: room) {
                let eccentricity = abs(offset + room / 2 - total / 2) / total
                found.append((stretch.center, stretch.angle, stretch.bend + 2 * eccentricity))
            }
            offset += step
        }
        return found.sorted { $0.cost < $1.cost }.map { ($0.center, $0.angle) }
    }

    private func stretch(from offset: Double, length: Double) -> (
        center: PagePoint, angle: Double, bend: Double
    )? {
        let part = path.part(from: offset, length: length)
        guard let first = part.first, let last = part.last else { return nil }
        let bend = part.map { $0.distance(toSegment: first, last) }.max() ?? 0
        guard bend < height * 0.32, first.distance(to: last) > length * 0.97 else { return nil }
        var angle = arctangent(last.y - first.y, last.x - first.x)
        if angle > .pi / 2 - 0.001 { angle -= .pi }
        if angle < -.pi / 2 - 0.001 { angle += .pi }
        return (PagePoint(x: (first.x + last.x) / 2, y: (first.y + last.y) / 2), angle, bend)
    }
}

extension PagePath {
    /// Returns the points of a stretch, with its ends cut at exact distances along the path.
    func part(from offset: Double, length: Double) -> [PagePoint] {
        var result: [PagePoint] = []
        var walked = 0.0
        for (start, end) in points.adjacentPairs() {
            let step = start.distance(to: end)
            defer { walked += step }
            guard step > 0, walked + step >= offset, walked <= offset + length else { continue }
            if result.isEmpty { result.append(start.toward(end, by: max(0, offset - walked) / step)) }
            result.append(start.toward(end, by: min(1, (offset + length - walked) / step)))
        }
        return result
    }
}

extension PagePoint {
    func toward(_ end: PagePoint, by share: Double) -> PagePoint {
        PagePoint(x: x + (end.x - x) * share, y: y + (end.y - y) * share)
    }
}
