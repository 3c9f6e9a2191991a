package import Geometry
package import GeometryEngine

/// Answers which areas a position lies in, as GEOS's `covers` does. One worker's own: not Sendable.
package final class AreaLocator {
    private let index: AreaIndex
    private let areas: PreparedAreas

    package init(_ index: AreaIndex) {
        self.index = index
        areas = PreparedAreas(index.shapes)
    }

    /// What a position's cell says of borders.
    package struct Sight: Equatable, Sendable {
        /// Whether no border can be within the near distance that the index was built with.
        package let isFarFromBorders: Bool
        /// The index of the cell, or −1 outside the grid.
        let cell: Int
    }

    /// Returns the lowest area that covers a position, in the areas' own reference system; `none` where none does.
    package func lowest(covering point: MapPoint) throws(GeometryError) -> Ordinal<Area> {
        switch index.cell(at: index.cellIndex(of: point)) {
        case .outside: return .none
        case .deep(let only), .near(let only): return only
        case .mixed(let list):
            for area in index.candidates[list] where try areas.covers(area, point) { return area }
            return .none
        }
    }

    /// Returns whether another area than one that covers a position covers it as well.
    package func isShared(
        _ area: Ordinal<Area>, covering point: MapPoint
    ) throws(GeometryError) -> Bool {
        guard case .mixed(let list) = index.cell(at: index.cellIndex(of: point)) else { return false }
        for other in index.candidates[list] where other != area {
            if try areas.covers(other, point) { return true }
        }
        return false
    }

    /// Returns whether one area covers a position, borders included, and what its cell says of borders.
    @inline(__always)
    package func check(_ area: Ordinal<Area>, covers point: MapPoint) throws(GeometryError) -> (Bool, Sight) {
        let cell = index.cellIndex(of: point)
        switch index.cell(at: cell) {
        case .outside: return (false, Sight(isFarFromBorders: false, cell: cell))
        case .deep(let only): return (only == area, Sight(isFarFromBorders: true, cell: cell))
        case .near(let only): return (only == area, Sight(isFarFromBorders: false, cell: cell))
        case .mixed(let list):
            let isCovered = try decide(area, covers: point, list: list)
            return (isCovered, Sight(isFarFromBorders: false, cell: cell))
        }
    }

    private func decide(_ area: Ordinal<Area>, covers point: MapPoint, list: Int) throws(GeometryError)
        -> Bool
    {
        guard index.candidates[list].contains(area) else { return false }
        return try areas.covers(area, point)
    }

    /// Returns all areas that cover a position, in their order.
    package func areas(covering point: MapPoint) throws(GeometryError) -> [Ordinal<Area>] {
        switch index.cell(at: index.cellIndex(of: point)) {
        case .outside: []
        case .deep(let only), .near(let only): [only]
        case .mixed(let list):
            try areas.areas(covering: point, among: Array(index.candidates[list]))
        }
    }
}
