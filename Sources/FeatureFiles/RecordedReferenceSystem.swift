/// The coordinate reference system that a file names for its positions.
package enum RecordedReferenceSystem: Hashable, Sendable {
    /// The file names it: a definition as PROJ reads it (`EPSG:2804`, WKT), and where it stands.
    case recorded(definition: String, place: Place)
    /// The format fixes it where the file is silent, as GeoJSON does: WGS 84, longitude first.
    case impliedByFormat
    /// Nothing says what the numbers mean.
    case missing

    package enum Place: String, Sendable {
        case member = "crs member"
        case projectionFile = ".prj file"
        case systemTable = "gpkg_spatial_ref_sys"
        case conversion = "ogr2ogr"
    }

    /// The definition for PROJ, or `nil` where the file leaves it open.
    package var definition: String? {
        switch self {
        case .recorded(let definition, _): definition
        case .impliedByFormat: RecordedReferenceSystem.longitudeLatitude
        case .missing: nil
        }
    }

    /// WGS 84; that longitude comes first goes for every system here, whatever its own order.
    static let longitudeLatitude = "EPSG:4326"
}
