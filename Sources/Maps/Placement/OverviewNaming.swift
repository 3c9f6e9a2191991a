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
    }

    let projection: PageProjection
    let frame: PageBox
    let measure: Measure

    /// Returns the labels that have room; large areas choose first.
    func labels(of areas: [OverviewArea]) -> [Label] {
        let sizes = areas.map { size(of: $0) }
        var taken = CollisionIndex(frame: frame)
        return areas.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }.compactMap { index in
            guard let middle = AreaMiddle.of(areas[index].shape) else { return nil }
            let label = label(of: areas[index], number: index, at: projection.point(middle), besides: taken)
            guard let label else { return nil }
            taken.take(boxes(of: areas[index], label))
            return label
        }
    }

    private func label(
        of area: OverviewArea, number index: Int, at point: PagePoint, besides taken: CollisionIndex
    ) -> Label? {
        let both = Label(
            area: index, name: point.moved(by: 0, measure.nameDown),
            amount: point.moved(by: 0, measure.amountDown))
        return [both, Label(area: index, name: point, amount: nil)].first { label in
            !boxes(of: area, label).contains(where: taken.meets)
        }
    }

    private func boxes(of area: OverviewArea, _ label: Label) -> [PageBox] {
        let name = box(area.label, isAmount: false, at: label.name)
        return [name] + (label.amount.map { [box(area.amount, isAmount: true, at: $0)] } ?? [])
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
