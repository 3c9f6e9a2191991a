import CPROJ
package import Geometry

extension CoordinateReferenceSystem {
    /// A system of PROJ's database, not yet made.
    package struct Entry: Sendable, Hashable {
        /// Such as `EPSG:2804`.
        package let code: String
        package let name: String
        /// Where it is used, such as `United States (USA) - Texas - SPCS83 - C`.
        package let areaName: String
        /// How wide its area of use is, degrees.
        fileprivate let span: Double
        /// How large its area of use is, square degrees.
        package let area: Double
    }

    /// Returns PROJ's projected systems whose area of use holds a region, those for small areas first.
    ///
    /// Web Mercator is among them, since it is meant for the whole world. Empty where PROJ has no database.
    package static func projected(covering region: Box<Coordinate>) -> [Entry] {
        let context = PROJContext()
        guard let settings = proj_get_crs_list_parameters_create() else { return [] }
        defer { proj_get_crs_list_parameters_destroy(settings) }
        var types = [PJ_TYPE_PROJECTED_CRS]
        return types.withUnsafeMutableBufferPointer { types in
            settings.pointee.types = UnsafePointer(types.baseAddress)
            settings.pointee.typesCount = types.count
            settings.pointee.bbox_valid = 1
            settings.pointee.crs_area_of_use_contains_bbox = 1
            settings.pointee.west_lon_degree = region.minX
            settings.pointee.south_lat_degree = region.minY
            settings.pointee.east_lon_degree = region.maxX
            settings.pointee.north_lat_degree = region.maxY
            return list(settings, context)
        }
    }

    /// Returns the systems that a city in a region most likely uses: Web Mercator, and those on NAD 83 or WGS 84 whose
    /// area of use holds the region, state plane before UTM.
    package static func usual(covering region: Box<Coordinate>) throws(GeometryError)
        -> [CoordinateReferenceSystem]
    {
        let regional = projected(covering: region).filter { entry in
            entry.name.hasPrefix("NAD83 / ") || entry.name.hasPrefix("WGS 84 / UTM")
        }
        var systems: [CoordinateReferenceSystem] = []
        for code in ["EPSG:3857"] + regional.prefix(23).map(\.code) {
            systems.append(try CoordinateReferenceSystem(code))
        }
        return systems
    }

    private static func list(
        _ settings: UnsafeMutablePointer<PROJ_CRS_LIST_PARAMETERS>, _ context: PROJContext
    ) -> [Entry] {
        var count: Int32 = 0
        guard let list = proj_get_crs_info_list_from_database(context.handle, "EPSG", settings, &count) else {
            return []
        }
        defer { proj_crs_info_list_destroy(list) }
        var systems: [Entry] = []
        for index in 0..<Int(count) {
            guard let info = list[index]?.pointee, info.deprecated == 0, let code = info.code,
                let name = info.name
            else { continue }
            // Areas that the antimeridian runs through end west of where they begin.
            let width = info.east_lon_degree - info.west_lon_degree
            let span = width < 0 ? width + 360 : width
            systems.append(
                Entry(
                    code: "EPSG:\(String(cString: code))", name: String(cString: name),
                    areaName: info.area_name.map { String(cString: $0) } ?? "", span: span,
                    area: span * (info.north_lat_degree - info.south_lat_degree)))
        }
        return systems.sorted { ($0.span, $0.code) < ($1.span, $1.code) }
    }
}
