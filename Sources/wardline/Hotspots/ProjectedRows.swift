import Geometry
import GeometryEngine
import ServiceRequests
import WorkSharing

/// The positions of the rows in use, in metres around the middle of them all.
struct ProjectedRows: Sendable {
    let projection: LocalProjection
    /// Not a number for rows that are not in use.
    let positions: [ProjectedPoint]

    /// - Parameters:
    ///   - middle: The projection's centre.
    ///   - addressed: The places of rows that are placed by their address.
    init(
        _ table: RequestTable, _ selection: RowSelection, around middle: Coordinate,
        addressed: [Int: Coordinate], jobs: Int
    ) throws {
        let projection = LocalProjection(center: middle)
        let count = table.count
        let positions = try [ProjectedPoint](unsafeUninitializedCapacity: count) { buffer, written in
            // Each slice writes its own part.
            nonisolated(unsafe) let target = buffer
            // The columns by themselves: reaching them through the table for each row costs more than projecting it.
            let (longitudes, latitudes) = (table.longitudes, table.latitudes)
            let standings = selection.standings
            _ = try mapSlices(
                count: count, sliceLength: 32_768, jobs: jobs,
                makeWorker: { () throws(GeometryError) in try projection.makeTransformation() },
                body: { (transformation: inout LocalTransformation, rows: Range<Int>) throws(GeometryError) in
                    for row in rows {
                        let position: Coordinate? =
                            switch standings[row] {
                            case .used: Coordinate(longitude: longitudes[row], latitude: latitudes[row])
                            case .placedByAddress: addressed[row]
                            default: nil
                            }
                        let point = position.map(transformation.project) ?? ProjectedPoint(x: .nan, y: .nan)
                        target.initializeElement(at: row, to: point)
                    }
                })
            written = count
        }
        self.positions = positions
        self.projection = projection
    }

    /// Returns the median longitude and latitude to a hundredth of a degree: the same for any order of the rows, and
    /// where the city is, whatever some rows claim.
    static func middle(_ table: RequestTable, _ selection: RowSelection) -> Coordinate {
        var columns = [Int](repeating: 0, count: 36_001)
        var rows = [Int](repeating: 0, count: 18_001)
        var count = 0
        for row in 0..<table.count where selection.standings[row] == .used {
            columns[Int((table.longitudes[row] + 180) * 100)] += 1
            rows[Int((table.latitudes[row] + 90) * 100)] += 1
            count += 1
        }
        func middle(_ counts: [Int]) -> Double {
            var below = 0
            for (place, own) in counts.enumerated() {
                below += own
                if 2 * below > count { return (Double(place) + 0.5) / 100 }
            }
            return 0
        }
        return Coordinate(longitude: middle(columns) - 180, latitude: min(middle(rows) - 90, 89))
    }
}
