import Geometry

/// Sets the names of streets along them, each where it meets nothing else.
struct StreetNaming {
    private let chains: [StreetChain]
    private let area: PageSurface
    private let frame: PageBox

    init(scene: MapScene, projection: PageProjection, frame: PageBox) {
        let paths = scene.streets.compactMap { street -> (street: MapStreet, path: PagePath)? in
            let path = PagePath(points: street.line.positions.map(projection.point))
            guard !street.name.isEmpty, let box = path.box, box.intersects(frame) else { return nil }
            return (street, path)
        }
        chains = StreetChains.joined(paths).sorted {
            ($1.path.length, $0.name) < ($0.path.length, $1.name)
        }
        area = PageSurface(scene.area.shape, projection, tolerance: 1)
        self.frame = frame
    }

    /// Places up to a number of names of one importance, the longest streets first.
    ///
    /// - Parameter others: Labels that already stand: their streets are not named again nearby.
    func place(
        _ importance: StreetImportance, limit: Int, text: TextSetter, collisions: inout CollisionIndex,
        besides others: [LineLabel] = []
    ) -> [LineLabel] {
        let style: TextStyle = importance == .major ? .streetName : .minorStreetName
        var placed: [LineLabel] = []
        for chain in chains where chain.importance == importance && placed.count < limit {
            let size = text.set(chain.name, style)
            guard chain.path.length > size.width * 1.25, isFar(chain, from: others + placed) else { continue }
            let search = LineLabelSearch(path: chain.path, width: size.width, height: size.height)
            guard let label = firstFree(search.candidates(), chain: chain, size: size, collisions: collisions)
            else { continue }
            collisions.take(label.boxes)
            placed.append(label)
        }
        return placed
    }

    /// Within the area first, then anywhere in the frame.
    private func firstFree(
        _ candidates: [(center: PagePoint, angle: Double)], chain: StreetChain, size: SetText,
        collisions: CollisionIndex
    ) -> LineLabel? {
        var elsewhere: LineLabel?
        for candidate in candidates where frame.contains(candidate.center) {
            var label = LineLabel(
                text: chain.name, importance: chain.importance, center: candidate.center,
                angle: candidate.angle,
                width: size.width + 4, height: size.height,
                ground: area.contains(candidate.center) ? .area : .surroundings)
            guard collisions.isFree(label.boxes) else { continue }
            if liesOnBorder(label) { label.ground = .border }
            if label.ground != .surroundings { return label }
            if elsewhere == nil { elsewhere = label }
        }
        return elsewhere
    }

    /// Whether the area's border runs through a label.
    private func liesOnBorder(_ label: LineLabel) -> Bool {
        label.boxes.contains { box in
            let sides = box.expanded(byX: 1, y: 1).corners.map(area.contains)
            return sides.contains(true) && sides.contains(false)
        }
    }

    /// Whether no label of the same name stands within 260 points of the chain's middle.
    private func isFar(_ chain: StreetChain, from labels: [LineLabel]) -> Bool {
        guard let middle = chain.path.box?.center else { return false }
        return labels.allSatisfy { $0.text != chain.name || $0.center.distance(to: middle) > 260 }
    }
}
