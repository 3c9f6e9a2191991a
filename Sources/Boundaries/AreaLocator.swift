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

    /// What is known of a position after looking into its cell.
    package struct Answer: Equatable, Sendable {
        /// The lowest area that covers the position, or −1 where none does.
        package let lowest: Int
        /// Whether no border can be within the near distance that the index was built with.
        package let isFarFromBorders: Bool
        /// Whether other areas may cover the position too: it lies in a mixed cell.
        package let maybeShared: Bool
    }

    /// Returns the lowest area that covers a position, in the areas' own reference system.
    @inline(__always)
    package func locate(_ point: MapPoint) throws(GeometryError) -> Answer {
        let cell = index.cell(at: point)
        let payload = Int(cell >> 2)
        switch cell & 3 {
        case AreaIndex.deep: return Answer(lowest: payload, isFarFromBorders: true, maybeShared: false)
        case AreaIndex.near: return Answer(lowest: payload, isFarFromBorders: false, maybeShared: false)
        case AreaIndex.mixed: return try decide(point, list: payload)
        default: return Answer(lowest: -1, isFarFromBorders: false, maybeShared: false)
        }
    }

    private func decide(_ point: MapPoint, list: Int) throws(GeometryError) -> Answer {
        for area in index.candidates(ofList: list) where try areas.covers(Int(area), point) {
            return Answer(lowest: Int(area), isFarFromBorders: false, maybeShared: true)
        }
        return Answer(lowest: -1, isFarFromBorders: false, maybeShared: false)
    }

    /// Returns whether one area covers a position: borders count as inside.
    package func covers(_ area: Int, _ point: MapPoint) throws(GeometryError) -> Bool {
        switch index.unpacked(index.cell(at: point)) {
        case .outside: false
        case .deep(let only), .near(let only): only == area
        case .mixed(let list):
            index.candidates(ofList: list).contains(Int32(area)) ? try areas.covers(area, point) : false
        }
    }

    /// Returns all areas that cover a position, in their order.
    package func areas(covering point: MapPoint) throws(GeometryError) -> [Int] {
        switch index.unpacked(index.cell(at: point)) {
        case .outside: []
        case .deep(let only), .near(let only): [only]
        case .mixed(let list):
            try areas.areas(covering: point, among: Array(index.candidates(ofList: list))).map(Int.init)
        }
    }
}
