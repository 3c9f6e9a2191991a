package import Chronology
package import Geometry

/// One value of a record under its column.
package enum RecordValue: Sendable, Equatable {
    case text(String?)
    /// Several texts in one cell; where a cell holds one text they are parted by semicolons.
    case texts([String])
    case whole(Int?)
    case number(Double?, decimals: Int)
    /// A moment, written by a city's clock.
    case moment(Timestamp?, CityClock)
    case day(CivilDate?)
}

/// Where a record lies.
package enum RecordGeometry: Sendable, Equatable {
    case none
    case point(Coordinate)
    case surface(MultiPolygon<Coordinate>)

    /// As other programs take it: with longitudes of −180 to 180, and a surface cut where it crosses the antimeridian.
    var inStandardLongitudes: RecordGeometry {
        switch self {
        case .none: .none
        case .point(let position): .point(position.standard)
        case .surface(let surface): .surface(surface.cutAtAntimeridian)
        }
    }
}

/// One record of a table: its values in the order of the columns, and where it lies.
package struct TableRecord: Sendable {
    package let values: [RecordValue]
    package let geometry: RecordGeometry

    package init(values: [RecordValue], geometry: RecordGeometry = .none) {
        self.values = values
        self.geometry = geometry.inStandardLongitudes
    }
}
