import Geometry

/// Finds room for each group's number beside its symbol.
struct BadgePlacement {
    private let singleWidth: String
    private let frame: PageBox
    private(set) var placed: [MarkerGroup] = []

    enum Room { case whereFree, anywhere }

    /// - Parameter total: How many markers there are, so that each number has room for its digits.
    init(total: Int, frame: PageBox) {
        singleWidth = String(repeating: "0", count: String(total).count)
        self.frame = frame
    }

    /// Places the numbers, the largest groups first.
    ///
    /// - Parameter isNumbered: Whether a group gets a number.
    /// - Returns: Indices of the groups whose number found no room.
    mutating func place(
        _ groups: [MarkerGroup], isNumbered: (MarkerGroup) -> Bool, text: TextSetter,
        collisions: inout CollisionIndex, room: Room
    ) -> [Int] {
        placed = groups
        let single = text.set(singleWidth, .badge)
        var crowded: [Int] = []
        for (index, group) in groups.enumerated() where isNumbered(group) {
            let choices = Self.choices(group, width: single.width + 2.4, height: 8)
            if let free = choices.first(where: { collisions.isFree([$0]) }) {
                collisions.take([free])
                placed[index].badge = free
            } else if room == .anywhere {
                placed[index].badge = choices.first { frame.holds($0) } ?? choices[0]
            } else {
                crowded.append(index)
            }
        }
        return crowded
    }

    /// Right, left, then above and below, then the corners.
    private static func choices(_ group: MarkerGroup, width: Double, height: Double) -> [PageBox] {
        let reach = group.reach
        let center = group.center
        let sideways = reach + width / 2
        let upright = reach + height / 2
        let corner = reach * 0.72
        let offsets = [
            (sideways, 0), (-sideways, 0), (0, -upright), (0, upright),
            (corner + width / 2, -corner - height / 2), (corner + width / 2, corner + height / 2),
            (-corner - width / 2, -corner - height / 2), (-corner - width / 2, corner + height / 2),
        ]
        return offsets.map { offset in
            PageBox(
                center: center.moved(by: offset.0, offset.1), halfWidth: width / 2, halfHeight: height / 2)
        }
        .filter { !$0.overlaps(group.symbolBox.expanded(byX: -reach * 0.35, y: -reach * 0.35)) }
    }
}
