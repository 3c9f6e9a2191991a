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
        // The columns by themselves: reaching them through the table for each row costs more than projecting it.
        let (longitudes, latitudes) = (table.longitudes, table.latitudes)
        let standings = selection.standings
        positions = try filledArray(
            count: table.count, jobs: jobs,
            makeWorker: { () throws(GeometryError) in try projection.makeTransformation() },
            fill: { transformation, rows, positions in
                for row in rows {
                    var point = ProjectedPoint(x: .nan, y: .nan)
                    switch standings[row] {
                    case .used:
                        point = transformation.project(
                            Coordinate(longitude: longitudes[row], latitude: latitudes[row]))
                    case .placedByAddress:
                        if let place = addressed[row] { point = transformation.project(place) }
                    default: break
                    }
                    positions[row] = point
                }
            })
        self.projection = projection
    }

    /// Returns the median longitude and latitude to a hundredth of a degree: the same for any order of the rows, and
    /// where the city is, whatever some rows claim.
    static func middle(_ table: RequestTable, _ selection: RowSelection, jobs: Int) -> Coordinate {
        let slices = mapSlices(count: table.count, sliceLength: 1 << 18, jobs: jobs, makeWorker: {}) {
            _, rows in DegreeCounts(table, selection, rows)
        }
        let counts = slices.reduce(into: DegreeCounts()) { $0.add($1) }
        return Coordinate(
            longitude: DegreeCounts.median(counts.columns) - 180,
            latitude: min(DegreeCounts.median(counts.rows) - 90, 89))
    }
}

/// How many positions lie in each hundredth of a degree.
private struct DegreeCounts: Sendable {
    private(set) var columns = [Int](repeating: 0, count: 36_001)
    private(set) var rows = [Int](repeating: 0, count: 18_001)

    init() {}

    init(_ table: RequestTable, _ selection: RowSelection, _ range: Range<Int>) {
        for row in range where selection.standings[row] == .used {
            columns[Int((table.longitudes[row] + 180) * 100)] += 1
            rows[Int((table.latitudes[row] + 90) * 100)] += 1
        }
    }

    mutating func add(_ other: DegreeCounts) {
        for place in columns.indices { columns[place] += other.columns[place] }
        for place in rows.indices { rows[place] += other.rows[place] }
    }

    /// Returns the middle of the hundredth in which the median lies, from the first on; 0 where nothing is counted.
    static func median(_ counts: [Int]) -> Double {
        let count = counts.reduce(0, +)
        var below = 0
        for (place, own) in counts.enumerated() {
            below += own
            if 2 * below > count { return (Double(place) + 0.5) / 100 }
        }
        return 0
    }
}
