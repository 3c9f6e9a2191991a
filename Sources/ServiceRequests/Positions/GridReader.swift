import Geometry
import GeometryEngine

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The coordinate system of eastings and northings, checked once for all threads.
struct GridSystem: Sendable {
    private let system: CoordinateReferenceSystem

    /// Returns `nil` where no positions are read as eastings and northings.
    init?(_ map: ColumnMap) throws(RequestError) {
        guard map.hasGrid || map.second == .grid, let definition = map.coordinateSystem else { return nil }
        do throws(GeometryError) {
            system = try CoordinateReferenceSystem(definition)
        } catch {
            throw .coordinateSystem(definition: definition, reason: "\(error)")
        }
    }

    /// Whether a city is thousands of the unit wide: metres and feet, and neither degrees nor kilometres.
    var isInMetres: Bool {
        if case .length(let metres) = system.unit { metres < 100 } else { false }
    }

    /// Makes what one thread needs.
    func makeReader() throws(RequestError) -> GridReader {
        do throws(GeometryError) {
            return GridReader(try CoordinateTransformation(from: system, to: .wgs84), unit: system.unit)
        } catch {
            throw .coordinateSystem(definition: system.definition, reason: "\(error)")
        }
    }
}

/// Turns eastings and northings into degrees. Each thread has its own.
struct GridReader {
    private let transformation: CoordinateTransformation
    /// How many decimals of a degree are worth one unit of the grid.
    private let decimalsOfUnit: Double

    init(_ transformation: CoordinateTransformation, unit: CoordinateReferenceSystem.Unit) {
        self.transformation = transformation
        switch unit {
        case .degrees: decimalsOfUnit = 0
        // A degree of latitude is about 111,320 m.
        case .length(let metres): decimalsOfUnit = log10(Earth.metresPerDegree / metres)
        }
    }

    /// Returns the degrees of one position; `nil` where it has none.
    func degrees(x: PositionNumber, y: PositionNumber) -> (
        longitude: PositionNumber, latitude: PositionNumber
    )? {
        guard let point = transformation.transformed(MapPoint(x: x.value, y: y.value)), abs(point.x) <= 180,
            abs(point.y) <= 90
        else { return nil }
        let telling = TellingDecimals.count(
            x.value, y.value, written: max(x.decimals, y.decimals), isGrid: decimalsOfUnit > 0)
        let decimals = Self.degreeDecimals(Double(telling) + decimalsOfUnit)
        return (
            PositionNumber(value: point.x, decimals: decimals),
            PositionNumber(value: point.y, decimals: decimals)
        )
    }

    private static func degreeDecimals(_ decimals: Double) -> Int { max(0, min(Int(decimals), 255)) }

    /// Transforms the positions of a chunk from a row on.
    func transform(_ chunk: inout RequestChunk, from first: Int) {
        var points = (first..<chunk.count).map { MapPoint(x: chunk.longitudes[$0], y: chunk.latitudes[$0]) }
        transformation.transform(&points)
        for (offset, point) in points.enumerated() {
            let row = first + offset
            guard chunk.positionStates[row] == .recorded else { continue }
            let isOnEarth = abs(point.x) <= 180 && abs(point.y) <= 90
            chunk.longitudes[row] = isOnEarth ? point.x : .nan
            chunk.latitudes[row] = isOnEarth ? point.y : .nan
            chunk.positionDecimals[row] = UInt8(
                Self.degreeDecimals(
                    Double(chunk.positionDecimals[row]) - Double(TellingDecimals.gridBias) + decimalsOfUnit))
            if !isOnEarth {
                chunk.positionStates[row] = .outOfRange
                chunk.notes.append(RowNote(row: row, field: .x, problem: .positionOutOfRange))
            }
        }
    }
}
