import Geometry

/// Which names and amounts of an overview's areas have room: none is printed over another.
struct OverviewNaming {
    /// How texts are set: their heights, how far below an area's middle theirs stand, and how wide they are.
    struct Measure {
        let nameHeight: Double
        let nameDown: Double
        let amountHeight: Double
        let amountDown: Double
        let width: (_ text: String, _ isAmount: Bool) -> Double
    }

    struct Label {
        let area: Int
        let name: PagePoint
        /// `nil` where the name alone has room.
        let amount: PagePoint?
        /// Whether the texts lie within their area, and so on its colour.
        let isWithin: Bool
    }

    /// Where a name stands, and an amount below it.
    private struct Place {
        let name: PagePoint
        let amount: PagePoint?
    }

    let projection: PageProjection
    let frame: PageBox
    let measure: Measure

    /// Returns the labels that have room; large areas choose first, and those that hold their own before those that do not.
    func labels(of areas: [OverviewArea]) -> [Label] {
        let sizes = areas.map { size(of: $0) }
        let surfaces = areas.map { PageSurface($0.shape, projection, tolerance: 0.5) }
        var taken = CollisionIndex(frame: frame)
        var labels: [Label] = []
        var waiting: [Int] = []
        for index in areas.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }) {
            let inside = places(of: areas[index], within: surfaces[index]).lazy.map {
                Label(
                    area: index, name: $0.name, amount: $0.amount,
                    isWithin: boxes(of: areas[index], $0.name, $0.amount).allSatisfy(surfaces[index].holds))
            }
            guard let label = inside.first(where: { $0.isWithin && isFree($0, areas, besides: taken) }) else {
                waiting.append(index)
                continue
            }
            taken.take(boxes(of: areas[index], label.name, label.amount))
            labels.append(label)
        }
        for index in waiting {
            guard let label = label(of: areas[index], number: index, surfaces, areas, besides: taken) else {
                continue
            }
            taken.take(boxes(of: areas[index], label.name, label.amount))
            labels.append(label)
        }
        return labels
    }

    /// Returns the label of an area that does not hold it: beside it where no area lies, or its name over its middle.
    private func label(
        of area: OverviewArea, number index: Int, _ surfaces: [PageSurface], _ areas: [OverviewArea],
        besides taken: CollisionIndex
    ) -> Label? {
        func label(_ place: Place) -> Label {
            Label(area: index, name: place.name, amount: place.amount, isWithin: false)
        }
        let beside = surfaces[index].largestRing.map { places(of: area, beside: $0) } ?? []
        let free = beside.map(label).first { label in
            isFree(label, areas, besides: taken)
                && boxes(of: area, label.name, label.amount).allSatisfy { box in
                    frame.holds(box) && !surfaces.contains { $0.meets(box) }
                }
        }
        if let free { return free }
        return places(of: area).last.map(label).flatMap { isFree($0, areas, besides: taken) ? $0 : nil }
    }

    /// Where an area's name and amount stand at the right, the left, below and above a box, and its name alone.
    private func places(of area: OverviewArea, beside box: PageBox) -> [Place] {
        let gap = 4.0
        let widths = [measure.width(area.label, false), measure.width(area.amount, true)]
        return [true, false].flatMap { withAmount in
            let half = (withAmount ? widths.max() ?? 0 : widths[0]) / 2 + gap
            let up = withAmount ? measure.nameHeight / 2 - measure.nameDown : measure.nameHeight / 2
            let down =
                withAmount ? measure.amountHeight / 2 + measure.amountDown : measure.nameHeight / 2
            let middle = box.center.y + (up - down) / 2
            return [
                PagePoint(x: box.maxX + half, y: middle), PagePoint(x: box.minX - half, y: middle),
                PagePoint(x: box.center.x, y: box.maxY + gap + up),
                PagePoint(x: box.center.x, y: box.minY - gap - down),
            ].map { withAmount ? both(around: $0) : Place(name: $0, amount: nil) }
        }
    }

    /// Where an area's name and amount stand around its middle, and its name alone.
    private func places(of area: OverviewArea) -> [Place] {
        guard let middle = AreaMiddle.of(area.shape) else { return [] }
        let point = projection.point(middle)
        return [both(around: point), Place(name: point, amount: nil)]
    }

    /// So many lines across an area, and along it, are looked along for room.
    private static let lines = 20

    /// Where an area's name and amount may stand within it, nearest to its middle first, and after these its name alone.
    private func places(of area: OverviewArea, within surface: PageSurface) -> [Place] {
        guard let middle = AreaMiddle.of(area.shape), let box = surface.largestRing else { return [] }
        let center = projection.point(middle)
        var points = [center]
        for row in 1..<Self.lines {
            for column in 1..<Self.lines {
                points.append(
                    PagePoint(
                        x: box.minX + box.width * Double(column) / Double(Self.lines),
                        y: box.minY + box.height * Double(row) / Double(Self.lines)))
            }
        }
        let near = points.filter(surface.contains).sorted {
            $0.distance(to: center) < $1.distance(to: center)
        }
        return near.map(both) + near.map { Place(name: $0, amount: nil) }
    }

    private func both(around point: PagePoint) -> Place {
        Place(
            name: point.moved(by: 0, measure.nameDown), amount: point.moved(by: 0, measure.amountDown))
    }

    private func isFree(_ label: Label, _ areas: [OverviewArea], besides taken: CollisionIndex) -> Bool {
        !boxes(of: areas[label.area], label.name, label.amount).contains(where: taken.meets)
    }

    private func boxes(of area: OverviewArea, _ name: PagePoint, _ amount: PagePoint?) -> [PageBox] {
        [box(area.label, isAmount: false, at: name)]
            + (amount.map { [box(area.amount, isAmount: true, at: $0)] } ?? [])
    }

    private func box(_ text: String, isAmount: Bool, at center: PagePoint) -> PageBox {
        PageBox(
            center: center, halfWidth: measure.width(text, isAmount) / 2 + 2,
            halfHeight: (isAmount ? measure.amountHeight : measure.nameHeight) / 2)
    }

    /// How much of the page an area's box takes.
    private func size(of area: OverviewArea) -> Double {
        guard let box = area.shape.box else { return 0 }
        let corners = [(box.minX, box.minY), (box.maxX, box.maxY)].map {
            projection.point(Coordinate(longitude: $0.0, latitude: $0.1))
        }
        return abs((corners[1].x - corners[0].x) * (corners[1].y - corners[0].y))
    }
}
