import CPROJ

/// A reference system that PROJ knows: what the numbers of a file mean.
///
/// Coordinates are always taken in the order east, north, as files store them, whatever order the system itself
/// names. A value, not a handle: it holds the definition, and each worker makes its own transformation from it.
package struct CoordinateReferenceSystem: Sendable, Hashable {
    /// What it was made from: `EPSG:2804`, a WKT text or a PROJ string.
    package let definition: String
    /// The name as PROJ gives it, such as `NAD83(HARN) / Maryland`.
    package let name: String
    /// `EPSG:2804` where the definition carries an authority's code.
    package let code: String?
    /// What the numbers are measured in.
    package let unit: Unit

    package enum Unit: Sendable, Hashable {
        case degrees
        /// A length; the value is metres for one unit.
        case length(metres: Double)
    }

    package var isGeographic: Bool { unit == .degrees }

    /// Longitude and latitude on WGS 84.
    package static let wgs84 = CoordinateReferenceSystem(
        definition: "EPSG:4326", name: "WGS 84", code: "EPSG:4326", unit: .degrees)

    private init(definition: String, name: String, code: String?, unit: Unit) {
        self.definition = definition
        self.name = name
        self.code = code
        self.unit = unit
    }

    /// Creates a system from anything PROJ reads: an authority's code, a URN, WKT (ESRI's too), a PROJ string.
    ///
    /// - Throws: ``GeometryError/proj(operation:message:)`` where PROJ does not know it, or where it is no system of
    ///   positions on the ground.
    package init(_ definition: String) throws(GeometryError) {
        let context = PROJContext()
        let system = try context.made(
            proj_create(context.handle, definition), "read the reference system \(definition.prefix(60))")
        guard let unit = system.horizontalUnit() else {
            throw .proj(
                operation: "use the reference system \(definition.prefix(60))",
                message: "it is not a geographic or projected system")
        }
        self.definition = definition
        name = system.name
        code = system.authorityCode
        self.unit = unit
    }
}
