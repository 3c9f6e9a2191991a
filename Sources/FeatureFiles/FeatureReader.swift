/// Reads the features of a GeoJSON file, a shapefile or a GeoPackage.
package enum FeatureReader {
    /// Returns the features of a file with their properties, in the file's own reference system.
    ///
    /// A feature whose geometry is null, empty or unreadable is kept as such, so that features can be counted.
    /// Elevations and measures are dropped.
    /// - Parameters:
    ///   - path: A `.geojson`, `.shp` or `.gpkg` file; its content decides, not its ending.
    ///   - layer: The layer of a GeoPackage; may be left out where it has only one.
    package static func read(_ path: String, layer: String? = nil) throws(FeatureFileError)
        -> FeatureCollection
    {
        let beginning = try FileBytes.read(path, upTo: 512)
        switch try FeatureFileFormat.recognize(beginning, path: path) {
        case .geoJSON: return try GeoJSONReader.read(path)
        case .shapefile: return try ShapefileReader.read(path)
        case .geoPackage: return try GeoPackageReader.read(path, layer: layer)
        }
    }

    /// Returns the names of the layers in a file: one, except in a GeoPackage.
    package static func layers(of path: String) throws(FeatureFileError) -> [String] {
        let beginning = try FileBytes.read(path, upTo: 512)
        guard try FeatureFileFormat.recognize(beginning, path: path) == .geoPackage else {
            return [FilePath.stem(of: path)]
        }
        return try GeoPackageReader.layers(of: path)
    }
}
