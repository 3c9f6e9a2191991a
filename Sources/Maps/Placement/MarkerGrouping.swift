import Geometry

/// Gathers markers whose symbols would touch, until none do.
///
/// Greedy and in the order of the markers, so that the same markers give the same groups. Cost: a grid look-up for
/// each marker in each pass; passes end when nothing has moved.
struct MarkerGrouping {
    private(set) var groups: [MarkerGroup]

    init(points: [PagePoint]) {
        groups = Self.gatheredByPlace(points)
        while mergeTouching() {}
    }

    /// Joins a group to its nearest neighbour within reach, as for a group whose number has no room.
    ///
    /// - Returns: Whether there was one within `distance` points.
    mutating func mergeWithNearest(_ index: Int, within distance: Double) -> Bool {
        var nearest: (index: Int, distance: Double)?
        for other in groups.indices where other != index {
            let gap = groups[other].center.distance(to: groups[index].center)
            if gap < nearest?.distance ?? distance { nearest = (other, gap) }
        }
        guard let nearest else { return false }
        groups[min(index, nearest.index)] = Self.joined(groups[index], groups[nearest.index])
        groups.remove(at: max(index, nearest.index))
        while mergeTouching() {}
        return true
    }

    /// First, what lies within a symbol's own width is one place.
    private static func gatheredByPlace(_ points: [PagePoint]) -> [MarkerGroup] {
        let reach = 7.0
        var seeds = GroupGrid(cellSize: reach)
        var groups: [MarkerGroup] = []
        for (index, point) in points.enumerated() {
            if let group = seeds.nearest(to: point, within: reach, at: { groups[$0].center }) {
                groups[group].members.append(index)
            } else {
                seeds.insert(groups.count, at: point)
                groups.append(MarkerGroup(members: [index], center: point))
            }
        }
        for index in groups.indices {
            groups[index].center = middle(of: groups[index].members.map { points[$0] })
        }
        return groups
    }

    /// Joins each pair of symbols that touch, the lower index keeping its place in the order.
    private mutating func mergeTouching() -> Bool {
        var grid = GroupGrid(cellSize: 2 * (MarkerGroup.radius(of: .max) + 2))
        var kept: [MarkerGroup] = []
        var hasMerged = false
        for group in groups.sorted(by: Self.larger) {
            let touching = grid.nearest(to: group.center, within: grid.cellSize, at: { kept[$0].center }) {
                kept[$0].reach + group.reach
            }
            if let touching {
                kept[touching] = Self.joined(kept[touching], group)
                hasMerged = true
            } else {
                grid.insert(kept.count, at: group.center)
                kept.append(group)
            }
        }
        groups = kept
        return hasMerged
    }

    private static func larger(_ left: MarkerGroup, _ right: MarkerGroup) -> Bool {
        (right.count, left.members.first ?? 0) < (left.count, right.members.first ?? 0)
    }

    private static func joined(_ left: MarkerGroup, _ right: MarkerGroup) -> MarkerGroup {
        let share = Double(right.count) / Double(left.count + right.count)
        let center = PagePoint(
            x: left.center.x + (right.center.x - left.center.x) * share,
            y: left.center.y + (right.center.y - left.center.y) * share)
        return MarkerGroup(members: (left.members + right.members).sorted(), center: center)
    }

    private static func middle(of points: [PagePoint]) -> PagePoint {
        let sum = points.reduce((x: 0.0, y: 0.0)) { ($0.x + $1.x, $0.y + $1.y) }
        return PagePoint(x: sum.x / Double(points.count), y: sum.y / Double(points.count))
    }
}

/// Group numbers by the grid cell of where they were first put.
private struct GroupGrid {
    let cellSize: Double
    private var cells: [Cell: [Int]] = [:]

    private struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    init(cellSize: Double) { self.cellSize = cellSize }

    mutating func insert(_ index: Int, at point: PagePoint) {
        cells[cell(of: point), default: []].append(index)
    }

    /// Returns the nearest group within a distance (or each group's own limit, where one is given).
    func nearest(
        to point: PagePoint, within distance: Double, at center: (Int) -> PagePoint,
        limit: (Int) -> Double = { _ in .infinity }
    ) -> Int? {
        let home = cell(of: point)
        var best: (index: Int, distance: Double)?
        for row in home.row - 1...home.row + 1 {
            for column in home.column - 1...home.column + 1 {
                for index in cells[Cell(column: column, row: row)] ?? [] {
                    let gap = center(index).distance(to: point)
                    guard gap < min(distance, limit(index)) else { continue }
                    if gap < best?.distance ?? .infinity { best = (index, gap) }
                }
            }
        }
        return best?.index
    }

    private func cell(of point: PagePoint) -> Cell {
        Cell(column: Int((point.x / cellSize).rounded(.down)), row: Int((point.y / cellSize).rounded(.down)))
    }
}
