import Geometry
import GeometryEngine
import ServiceRequests
import Statistics

/// Where the rows of a sample lie, by the columns that were chosen.
enum SamplePositions {
    /// Returns a position for each row, `nil` where it has none or a shared one, and the positions that so many rows share
    /// that they stand for none, the most frequent first.
    static func positions(
        _ sample: RequestSample, _ columns: RequestColumns, grid: String?, order: PositionText.Order? = nil
    ) throws(GeometryError) -> (ofRows: [Coordinate?], shared: [(position: Coordinate, rows: Int)]) {
        let raw = try raw(sample, columns, grid: grid, order: order)
        let shared = shared(raw)
        let leftOut = Set(shared.map(\.position))
        return (raw.map { position in position.flatMap { leftOut.contains($0) ? nil : $0 } }, shared)
    }

    private static func shared(_ raw: [Coordinate?]) -> [(position: Coordinate, rows: Int)] {
        var counts: [Coordinate: Int] = [:]
        for position in raw { if let position { counts[position, default: 0] += 1 } }
        let many = max(20, raw.count / 50)
        return counts.filter { $0.value > many }.map { ($0.key, $0.value) }.sorted {
            ($1.rows, $0.position.longitude, $0.position.latitude)
                < ($0.rows, $1.position.longitude, $1.position.latitude)
        }
    }

    /// The pairs of numbers in two columns.
    ///
    /// - Parameter isGrid: Whether they are metres or feet.
    static func pairs(_ sample: RequestSample, x: Int, y: Int, isGrid: Bool) -> [MapPoint?] {
        let (xs, ys) = (sample.columns[x], sample.columns[y])
        let grouping = NumberGrouping(xs + ys, isGrid: isGrid)
        func number(_ text: String) -> Double? {
            (grouping.map { $0.number(text) } ?? PositionNumber(text))?.value
        }
        return zip(xs, ys).map { x, y in
            guard let x = number(x), let y = number(y), x != 0, y != 0 else { return nil }
            return MapPoint(x: x, y: y)
        }
    }

    private static func raw(
        _ sample: RequestSample, _ columns: RequestColumns, grid: String?, order: PositionText.Order?
    ) throws(GeometryError) -> [Coordinate?] {
        if let x = columns.column(.longitude), let y = columns.column(.latitude) {
            return pairs(sample, x: x, y: y, isGrid: false).map { $0.flatMap(coordinate) }
        }
        if let x = columns.column(.x), let y = columns.column(.y), let grid {
            let system = try CoordinateReferenceSystem(grid)
            let transformation = try CoordinateTransformation(from: system, to: .wgs84)
            return pairs(sample, x: x, y: y, isGrid: !system.isGeographic).map {
                $0.flatMap { transformation.transformed($0) }.flatMap(coordinate)
            }
        }
        if let column = columns.column(.location) {
            let systems = PositionSystems()
            return sample.columns[column].map { text in
                PositionText(text).flatMap { systems.degrees($0, in: order) }.flatMap {
                    coordinate(MapPoint(x: $0.longitude.value, y: $0.latitude.value))
                }
            }
        }
        return sample.columns[0].map { _ in nil }
    }

    private static func coordinate(_ point: MapPoint) -> Coordinate? {
        guard ClosedRange.writtenLongitudes.contains(point.x), abs(point.y) <= 90, point.x != 0, point.y != 0
        else { return nil }
        return Coordinate(longitude: point.x, latitude: point.y).standard
    }

    /// Returns the middle of most positions; `nil` where there is none.
    static func middle(of positions: [Coordinate]) -> Coordinate? {
        guard let longitude = lowerMedian(positions.map(\.longitude)),
            let latitude = lowerMedian(positions.map(\.latitude))
        else { return nil }
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}
