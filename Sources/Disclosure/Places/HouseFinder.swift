import Geocoding
import Geometry

/// Finds the known house that is nearest to a position.
struct HouseFinder: Sendable {
    enum Found: Sendable {
        /// Where the nearest house of the same piece of the ground stands.
        case house(Coordinate)
        /// Houses are near only on the other side of a border.
        case beyondBorder
        case none
    }

    private struct Cell: Hashable {
        var column: Int
        var row: Int
    }

    private let positions: [Coordinate]
    private let pieces: [Int]
    private var cells: [Cell: [Int32]] = [:]
    /// Degrees: about 100 m.
    private static let size = 0.001

    /// - Parameter pieces: For each house the piece of the ground that it stands in.
    init(_ houses: [KnownHouse], pieces: [Int]) {
        positions = houses.map(\.position)
        self.pieces = pieces
        for (index, position) in positions.enumerated() {
            cells[
                Cell(column: Self.cell(position.longitude), row: Self.cell(position.latitude)), default: []
            ].append(Int32(index))
        }
    }

    private static func cell(_ degrees: Double) -> Int {
        Int(max(-1e6, min(1e6, (degrees / size).rounded(.down))))
    }

    func nearest(to position: Coordinate, inPiece piece: Int, within reach: Double) -> Found {
        // Nearly all positions are so near to a house, and few cells are.
        let beside = search(position, inPiece: piece, within: min(reach, StreetBlocks.setback))
        if case .house = beside { return beside }
        return search(position, inPiece: piece, within: reach)
    }

    private func search(_ position: Coordinate, inPiece piece: Int, within reach: Double) -> Found {
        let plane = LocalPlane(origin: position)
        let (width, height) = (reach / plane.perLongitude, reach / plane.perLatitude)
        let columns =
            Self.cell(position.longitude - width)...Self.cell(position.longitude + width)
        let rows = Self.cell(position.latitude - height)...Self.cell(position.latitude + height)
        var best: (index: Int, distance: Double)?
        var isBeyond = false
        for column in columns {
            for row in rows {
                for index in (cells[Cell(column: column, row: row)] ?? []).map(Int.init) {
                    let distance = plane.point(positions[index]).distance(to: ProjectedPoint(x: 0, y: 0))
                    guard distance <= reach else { continue }
                    guard pieces[index] == piece else {
                        isBeyond = true
                        continue
                    }
                    if best.map({ (distance, index) < ($0.distance, $0.index) }) ?? true {
                        best = (index, distance)
                    }
                }
            }
        }
        if let best { return .house(positions[best.index]) }
        return isBeyond ? .beyondBorder : .none
    }
}
