import Algorithms
import Geometry
import GeometryEngine
import ServiceLevels

/// The requests of one category by the positions that they share, to ask what was reported or open near a place.
///
/// Distances are geodesic on WGS 84; a distance that is the radius counts.
struct PlaceIndex {
    /// The indices of the cases, by point, and at one point by opening and id.
    let members: [Int32]
    /// The first member of each point, and the number of members at the end.
    let starts: [Int]
    let points: [Coordinate]
    /// Of each member, its opening.
    private let opened: [Int64]
    /// Of each member, the latest closing among those of its point that stand up to it.
    private let latest: [Int64]
    /// The members of each point again, by closing, opening and id.
    private let byClosing: [Int32]
    private let closings: [Int64]
    private let keys: [UInt64]
    private let grid: PointGrid

    /// - Parameters:
    ///   - indices: The cases' indices.
    ///   - position: Returns a case's position, degrees.
    ///   - goesBefore: Orders two cases of one opening by id.
    init(
        _ indices: [Int32], of cases: [ServiceCase], radius: Double, position: (Int32) -> Coordinate,
        goesBefore: (Int32, Int32) -> Bool
    ) {
        let grid = PointGrid(radius: radius, highest: indices.map { abs(position($0).latitude) }.max() ?? 0)
        self.grid = grid
        var entries = indices.map { index in
            let place = position(index)
            return (key: grid.key(place), place: place, index: index)
        }
        entries.sort { one, other in
            if one.key != other.key { return one.key < other.key }
            let (first, second) = (one.place, other.place)
            if first.latitude != second.latitude { return first.latitude < second.latitude }
            if first.longitude != second.longitude { return first.longitude < second.longitude }
            let (left, right) = (cases[Int(one.index)].opened, cases[Int(other.index)].opened)
            return left != right ? left < right : goesBefore(one.index, other.index)
        }
        var points: [Coordinate] = []
        var keys: [UInt64] = []
        var starts: [Int] = []
        var latest: [Int64] = []
        latest.reserveCapacity(entries.count)
        for (number, entry) in entries.enumerated() {
            let closed = cases[Int(entry.index)].closed
            if points.last != entry.place {
                points.append(entry.place)
                keys.append(entry.key)
                starts.append(number)
                latest.append(closed)
            } else {
                latest.append(max(latest[number - 1], closed))
            }
        }
        starts.append(entries.count)
        members = entries.map(\.index)
        opened = entries.map { cases[Int($0.index)].opened }
        self.points = points
        self.keys = keys
        self.starts = starts
        self.latest = latest
        var byClosing = members
        for point in points.indices where starts[point + 1] - starts[point] > 1 {
            // Members stand by opening and id: a stable order by closing keeps that among equals.
            let sorted = (starts[point]..<starts[point + 1]).sorted {
                (cases[Int(entries[$0].index)].closed, $0) < (cases[Int(entries[$1].index)].closed, $1)
            }
            for (offset, member) in sorted.enumerated() {
                byClosing[starts[point] + offset] = entries[member].index
            }
        }
        self.byClosing = byClosing
        closings = byClosing.map { cases[Int($0)].closed }
    }

    /// Fills a list with the points within the radius of a position.
    func find(near place: Coordinate, _ found: inout [Int]) {
        found.removeAll(keepingCapacity: true)
        for (low, high) in grid.rows(around: place) {
            var point = keys.partitioningIndex { $0 >= low }
            while point < keys.count, keys[point] <= high {
                if grid.isNear(points[point], place) { found.append(point) }
                point += 1
            }
        }
    }

    /// Whether a request was open at a moment: opened by then and closed after it.
    func isOpen(at moment: Int64, point: Int) -> Bool {
        let end = openedBy(moment, point)
        return end > starts[point] && latest[end - 1] > moment
    }

    /// Returns the first member that was opened after a moment, up to another.
    func firstOpened(after moment: Int64, by last: Int64, point: Int) -> Int? {
        let member = openedBy(moment, point)
        return member < starts[point + 1] && opened[member] <= last ? member : nil
    }

    /// Returns the case that stands first by opening and id among those closed at a moment.
    func firstClosed(at moment: Int64, point: Int) -> Int32? {
        let range = starts[point]..<starts[point + 1]
        let index = closings[range].partitioningIndex { $0 >= moment }
        return index < range.upperBound && closings[index] == moment ? byClosing[index] : nil
    }

    /// Whether a request was closed within a span of time.
    func wasClosed(from first: Int64, through last: Int64, point: Int) -> Bool {
        let range = starts[point]..<starts[point + 1]
        let index = closings[range].partitioningIndex { $0 >= first }
        return index < range.upperBound && closings[index] <= last
    }

    /// Returns the last member that was open at a moment, by opening and id.
    func lastOpen(at moment: Int64, point: Int, closed: (Int32) -> Int64) -> Int? {
        var member = openedBy(moment, point)
        while member > starts[point], latest[member - 1] > moment {
            member -= 1
            if closed(members[member]) > moment { return member }
        }
        return nil
    }

    func opening(of member: Int) -> Int64 { opened[member] }

    /// Returns the end of a point's members that were opened by a moment.
    private func openedBy(_ moment: Int64, _ point: Int) -> Int {
        opened[starts[point]..<starts[point + 1]].partitioningIndex { $0 > moment }
    }
}

/// Cells of degrees, each at least a radius wide, in which near positions are looked for.
private struct PointGrid {
    private let radius: Double
    private let height: Double
    private let width: Double

    /// - Parameter highest: The latitude farthest from the equator.
    init(radius: Double, highest: Double) {
        self.radius = radius
        // A degree of latitude is at least 110.5 km.
        height = radius / 110_000
        let cosine = max(0.01, Angles.cosine(degrees: min(highest + 0.1, 89.9)))
        width = radius / (110_000 * cosine)
    }

    private func row(_ latitude: Double) -> UInt64 { UInt64(max(0, (latitude + 91) / height)) }
    private func column(_ longitude: Double) -> UInt64 { UInt64(max(0, (longitude + 541) / width)) }

    func key(_ place: Coordinate) -> UInt64 { row(place.latitude) << 32 | column(place.longitude) }

    /// Returns the first and last keys of the cells around a position, row by row.
    func rows(around place: Coordinate) -> [(UInt64, UInt64)] {
        let (row, column) = (row(place.latitude), column(place.longitude))
        let left = column > 0 ? column - 1 : 0
        let lowest = row > 0 ? row - 1 : 0
        return (lowest...row + 1).map { (row: UInt64) -> (UInt64, UInt64) in
            (row << 32 | left, row << 32 | (column + 1))
        }
    }

    /// Whether two positions lie within the radius. What a plane leaves in doubt is measured over the ellipsoid.
    func isNear(_ one: Coordinate, _ other: Coordinate) -> Bool {
        let radians = Double.pi / 180
        let latitude = (one.latitude + other.latitude) / 2
        let sine = Angles.sine(degrees: latitude)
        let root = (1 - Earth.squaredEccentricity * sine * sine).squareRoot()
        let across = Earth.equatorialRadius / root
        let along = across * (1 - Earth.squaredEccentricity) / (root * root)
        let x = (one.longitude - other.longitude) * radians * across * Angles.cosine(degrees: latitude)
        let y = (one.latitude - other.latitude) * radians * along
        let square = x * x + y * y
        let (low, high) = (radius - 0.001, radius + 0.001)
        if square < low * low { return true }
        if square > high * high { return false }
        return Geodesic.distance(from: one, to: other) <= radius
    }
}
