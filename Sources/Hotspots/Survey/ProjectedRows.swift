package import Geometry
import GeometryEngine
import Locating
import ServiceRequests
import WorkSharing

/// The positions of the rows in use, in metres around the middle of them all, and of what lies overseas around places there.
package struct ProjectedRows: Sendable {
    package let projection: CityProjection
    /// Not a number for rows that are not in use.
    package let positions: [ProjectedPoint]

    init(
        _ table: RequestTable, _ selection: RowSelection, by projection: CityProjection,
        places: RequestPlaces, jobs: Int
    ) throws {
        // The columns by themselves: reaching them through the table for each row costs more than projecting it.
        let (longitudes, latitudes) = (table.longitudes, table.latitudes)
        let standings = selection.standings
        positions = try filledArray(
            count: table.count, jobs: jobs,
            makeWorker: { () throws(GeometryError) in try projection.makeTransformation() },
            fill: {
                (
                    transformation: inout CityTransformation, rows: Range<Int>,
                    positions: UnsafeMutablePointer<ProjectedPoint>
                ) throws(GeometryError) in
                for row in rows {
                    var point = ProjectedPoint(x: .nan, y: .nan)
                    switch standings[row] {
                    case .used:
                        point = transformation.project(
                            Coordinate(longitude: longitudes[row], latitude: latitudes[row]))
                    case .placedByAddress:
                        if let place = places.coordinate(at: row) { point = transformation.project(place) }
                    default: break
                    }
                    positions[row] = point
                }
            })
        self.projection = projection
    }

    /// Returns the median longitude and latitude to a hundredth of a degree: the same for any order of the rows, and
    /// where the city is, whatever some rows claim. `nil` where no row is in use by its position.
    static func middle(_ table: RequestTable, _ selection: RowSelection, jobs: Int) -> Coordinate? {
        let slices = mapSlices(count: table.count, sliceLength: 1 << 18, jobs: jobs, makeWorker: {}) {
            _, rows in DegreeCounts(table, selection: selection, range: rows)
        }
        return slices.reduce(into: DegreeCounts()) { $0.add($1) }.middle
    }

    /// Returns the same of some positions.
    static func middle(of positions: some Sequence<Coordinate>) -> Coordinate? {
        var counts = DegreeCounts()
        for position in positions { counts.add(position.longitude, position.latitude) }
        return counts.middle
    }
}

/// How many positions lie in each hundredth of a degree.
private struct DegreeCounts: Sendable {
    private var columns = [Int](repeating: 0, count: 36_001)
    private var rows = [Int](repeating: 0, count: 18_001)

    init() {}

    init(_ table: RequestTable, selection: RowSelection, range: Range<Int>) {
        for row in range where selection.standings[row] == .used {
            add(table.longitudes[row], table.latitudes[row])
        }
    }

    @inline(__always)
    mutating func add(_ longitude: Double, _ latitude: Double) {
        columns[Int((longitude + 180) * 100)] += 1
        rows[Int((latitude + 90) * 100)] += 1
    }

    mutating func add(_ other: DegreeCounts) {
        for index in columns.indices { columns[index] += other.columns[index] }
        for index in rows.indices { rows[index] += other.rows[index] }
    }

    /// The middles of the hundredths in which the medians lie; `nil` where nothing is counted.
    var middle: Coordinate? {
        guard let column = Self.median(columns, from: Self.firstAfterWidestGap(columns)),
            let row = Self.median(rows, from: 0)
        else { return nil }
        return Coordinate(
            longitude: (Double(column) + 0.5) / 100 - 180, latitude: min((Double(row) + 0.5) / 100 - 90, 89))
    }

    /// Returns the index of the median, counted from one index on and around to it again; `nil` where nothing is
    /// counted.
    private static func median(_ counts: [Int], from first: Int) -> Int? {
        let count = counts.reduce(0, +)
        var below = 0
        for step in counts.indices {
            let index = (first + step) % counts.count
            below += counts[index]
            if 2 * below > count { return index }
        }
        return nil
    }

    /// Returns where a circle of counts begins: after the longest run of noughts, so that a city on both sides of the
    /// 180th meridian is one.
    private static func firstAfterWidestGap(_ counts: [Int]) -> Int {
        let filled = counts.indices.filter { counts[$0] > 0 }
        guard var before = filled.last.map({ $0 - counts.count }) else { return 0 }
        var widest = (gap: 0, first: 0)
        for index in filled {
            if index - before > widest.gap { widest = (index - before, index) }
            before = index
        }
        return widest.first
    }
}
