import CPROJ
package import Geometry

extension CoordinateReferenceSystem {
    /// Returns the codes and names of PROJ's projected systems that are meant for a place, those for small regions first.
    ///
    /// Web Mercator is among them, since it is meant for the whole world. Empty where PROJ has no database.
    package static func projected(around place: Coordinate) -> [(code: String, name: String)] {
        let context = PROJContext()
        guard let settings = proj_get_crs_list_parameters_create() else { return [] }
        defer { proj_get_crs_list_parameters_destroy(settings) }
        var types = [PJ_TYPE_PROJECTED_CRS]
        return types.withUnsafeMutableBufferPointer { types in
            settings.pointee.types = UnsafePointer(types.baseAddress)
            settings.pointee.typesCount = types.count
            settings.pointee.bbox_valid = 1
            settings.pointee.crs_area_of_use_contains_bbox = 1
            settings.pointee.west_lon_degree = place.longitude
            settings.pointee.east_lon_degree = place.longitude
            settings.pointee.south_lat_degree = place.latitude
            settings.pointee.north_lat_degree = place.latitude
            return list(settings, context)
        }
    }

    private static func list(
        _ settings: UnsafeMutablePointer<PROJ_CRS_LIST_PARAMETERS>, _ context: PROJContext
    ) -> [(code: String, name: String)] {
        var count: Int32 = 0
        guard let list = proj_get_crs_info_list_from_database(context.handle, "EPSG", settings, &count) else {
            return []
        }
        defer { proj_crs_info_list_destroy(list) }
        var systems: [(code: String, name: String, span: Double)] = []
        for index in 0..<Int(count) {
            guard let info = list[index]?.pointee, let code = info.code, let name = info.name else {
                continue
            }
            let span = info.east_lon_degree - info.west_lon_degree
            systems.append(("EPSG:\(String(cString: code))", String(cString: name), span))
        }
        return systems.sorted { ($0.span, $0.code) < ($1.span, $1.code) }.map { ($0.code, $0.name) }
    }
}
