import Geometry

/// Where each area of an edition lies, in cells: most cells lie wholly inside one area and answer by themselves.
///
/// A value that workers share; each of them asks through its own ``AreaLocator``, which holds GEOS's handles.
/// Source of the idea: the rasterised borders of `pip` indexes, here decided by GEOS's own `covers`.
package struct AreaIndex: Sendable {
    /// What a cell knows.
    enum Cell: Equatable {
        /// No area reaches into the cell.
        case outside
        /// The cell lies wholly inside one area, and no border is within the near distance.
        case deep(area: Ordinal<Area>)
        /// The cell lies wholly inside one area, and a border may be within the near distance.
        case near(area: Ordinal<Area>)
        /// A border runs through the cell, or areas overlap there: GEOS decides among the candidates.
        case mixed(list: Int)
    }

    let shapes: [MultiPolygon<MapPoint>]
    let grid: AreaGrid
    let cells: FixedBuffer<PackedCell>
    /// The candidates of mixed cells, in ascending order of area.
    let candidates: FixedLists<Ordinal<Area>>
    /// For each cell the segments of borders that may come within the near distance of a point in it.
    let borders: FixedLists<UInt32>

    /// What is known of all ground outside the grid: nothing reaches there, or GEOS decides among those that do.
    let beyond: Cell

    /// Returns the index of the cell that holds a point, or −1 outside the grid.
    @inline(__always)
    func cellIndex(of point: MapPoint) -> Int { grid.index(of: point) ?? -1 }

    @inline(__always)
    func cell(at index: Int) -> Cell { index < 0 ? beyond : cells[index].cell }
}

/// A cell in 32 bits: two for the kind, the rest for an area or a list of candidates.
struct PackedCell: BitwiseCopyable, Sendable {
    private let bits: UInt32

    init(_ cell: AreaIndex.Cell) {
        bits =
            switch cell {
            case .outside: 0
            case .deep(let area): UInt32(area.index) << 2 | 1
            case .near(let area): UInt32(area.index) << 2 | 2
            case .mixed(let list): UInt32(list) << 2 | 3
            }
    }

    @inline(__always)
    var cell: AreaIndex.Cell {
        let payload = Int(bits >> 2)
        return switch bits & 3 {
        case 1: .deep(area: Ordinal(payload))
        case 2: .near(area: Ordinal(payload))
        case 3: .mixed(list: payload)
        default: .outside
        }
    }
}

/// Lists of numbers, one after the other in one buffer.
struct FixedLists<Element: BitwiseCopyable & Sendable>: Sendable {
    private let elements: FixedBuffer<Element>
    /// Where each list begins, and one more entry for the end.
    private let starts: FixedBuffer<Int32>

    init(elements: [Element], starts: [Int32]) {
        self.elements = FixedBuffer(elements)
        self.starts = FixedBuffer(starts)
    }

    @inline(__always)
    subscript(list: Int) -> UnsafeBufferPointer<Element> {
        elements[Int(starts[list])..<Int(starts[list + 1])]
    }
}
