import CPROJ
package import Geometry

extension CoordinateReferenceSystem {
    /// Returns the projected systems that a city in a region may use: Web Mercator, and those of PROJ's database on
    /// NAD 83 or WGS 84 whose area of use holds the region, state plane and UTM before others.
    package static func projectedSystems(
        covering region: Box<Coordinate>
    ) throws(GeometryError) -> [CoordinateReferenceSystem] {
        let context = PROJContext()
        guard let parameters = proj_get_crs_list_parameters_create() else {
            throw context.error("search for systems")
        }
        defer { proj_get_crs_list_parameters_destroy(parameters) }
        parameters.pointee.bbox_valid = 1
        parameters.pointee.west_lon_degree = region.minX
        parameters.pointee.south_lat_degree = region.minY
        parameters.pointee.east_lon_degree = region.maxX
        parameters.pointee.north_lat_degree = region.maxY
        parameters.pointee.crs_area_of_use_contains_bbox = 1
        var count: Int32 = 0
        guard let list = proj_get_crs_info_list_from_database(context.handle, "EPSG", parameters, &count)
        else {
            throw context.error("search for systems")
        }
        defer { proj_crs_info_list_destroy(list) }
        var codes = ["EPSG:3857"]
        for index in 0..<Int(count) {
            guard let info = list[index]?.pointee, info.type == PJ_TYPE_PROJECTED_CRS, info.deprecated == 0,
                let code = info.code, let name = info.name
            else { continue }
            let title = String(cString: name)
            if title.hasPrefix("NAD83 / ") || title.hasPrefix("WGS 84 / UTM") {
                codes.append("EPSG:\(String(cString: code))")
            }
        }
        var systems: [CoordinateReferenceSystem] = []
        for code in codes.prefix(24) { systems.append(try CoordinateReferenceSystem(code)) }
        return systems
    }
}
