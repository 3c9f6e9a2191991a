/// The square cells of one group, so small that any two points of a cell are within the radius.
struct CellScale {
    let originX: Double
    let originY: Double
    let cellsPerMetre: Double

    /// A cell's row in the upper half and its column in the lower half: keys sort row by row.
    typealias Key = UInt64

    /// Rows and columns begin here, so that the window around a cell never goes below zero.
    static let margin: UInt64 = 2
    /// The bits of a key that hold the column.
    static let columnBits: UInt64 = 32

    init(extent: GroupExtent, radius: Double) {
        originX = extent.minX
        originY = extent.minY
        // A hair less than radius/√2: the place of a point among 2³² cells is off by at most 2⁻²⁰ of a cell.
        let side = radius / 2.0.squareRoot() * (1 - 0x1p-18)
        cellsPerMetre = 1 / side
    }

    @inline(__always)
    func row(_ y: Double) -> UInt64 { UInt64((y - originY) * cellsPerMetre) + Self.margin }

    @inline(__always)
    func key(x: Double, y: Double) -> Key {
        row(y) << Self.columnBits | (UInt64((x - originX) * cellsPerMetre) + Self.margin)
    }
}
