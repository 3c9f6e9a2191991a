/// Reads the features of a GeoJSON file, a shapefile or a GeoPackage, also within a zip archive, and of what `ogr2ogr`
/// converts.
package enum FeatureReader {
    /// Returns the features of a file with their properties, in the file's own reference system.
    ///
    /// A feature whose geometry is null, empty or unreadable is kept as such, so that features can be counted.
    /// Elevations and measures are dropped.
    /// - Parameters:
    ///   - path: A `.geojson`, `.shp` or `.gpkg` file, an archive with one, or KML, TopoJSON, FlatGeobuf, MapInfo or a file
    ///     geodatabase; the content decides, not the ending.
    ///   - layer: The layer of a file that may have several; may be left out where it has only one.
    package static func read(_ path: String, layer: String? = nil) throws(FeatureFileError)
        -> FeatureCollection
    {
        switch try container(path) {
        case .geodatabaseFolder: return try Converter(path: path, format: .geodatabase).read(layer)
        case .archive: return try ArchivedFeatures(path).read(layer: layer)
        case .file(.geoJSON): return try GeoJSONReader.read(path)
        case .file(.shapefile): return try ShapefileReader.read(path)
        case .file(.geoPackage): return try GeoPackageReader.read(path, layer: layer)
        case .file(let format):
            if format == .kml, KeyholeLinks.areIn(try FileBytes.read(path)) {
                throw FeatureFileError(path: path, reason: .networkLinks)
            }
            return try Converter(path: path, format: format).read(layer)
        }
    }

    /// Returns the names of the layers in a file: one, except in a GeoPackage, an archive and what is converted.
    package static func layers(of path: String) throws(FeatureFileError) -> [String] {
        switch try container(path) {
        case .geodatabaseFolder: return try Converter(path: path, format: .geodatabase).layers()
        case .archive: return try ArchivedFeatures(path).layers()
        case .file(.geoPackage): return try GeoPackageReader.layers(of: path)
        case .file(.geoJSON), .file(.shapefile): return [FilePath.stem(of: path)]
        case .file(let format): return try Converter(path: path, format: format).layers()
        }
    }

    /// Checks that a file has a layer of some name, as far as that needs no conversion; else reading it says so.
    ///
    /// - Throws: ``FeatureFileError`` for a layer that the file has not, and for a file that cannot be read.
    package static func check(layer: String, of path: String) throws(FeatureFileError) {
        let container: Container
        do throws(FeatureFileError) {
            container = try self.container(path)
        } catch {
            guard case .unknownFormat = error.reason else { throw error }
            throw FeatureFileError(path: path, reason: .noLayers(named: layer))
        }
        switch container {
        case .file(.geoPackage): try GeoPackageReader.check(layer: layer, of: path)
        case .file(.geoJSON), .file(.shapefile):
            let names = [try read(path).name, FilePath.stem(of: path)]
            guard names.contains(layer) else {
                throw FeatureFileError(path: path, reason: .unknownLayer(layer, layers: [names[0]]))
            }
        case .archive: try ArchivedFeatures(path).check(layer: layer)
        case .geodatabaseFolder, .file: break
        }
    }

    private enum Container {
        case geodatabaseFolder
        case archive
        case file(FeatureFileFormat)
    }

    private static func container(_ path: String) throws(FeatureFileError) -> Container {
        let name = path.lowercased()
        if name.hasSuffix(".gdb") || name.hasSuffix(".gdb/"), FileBytes.isFolder(path) {
            return .geodatabaseFolder
        }
        let beginning = try FileBytes.read(path, upTo: 512)
        if beginning.starts(with: [0x50, 0x4B, 3, 4]) || beginning.starts(with: [0x50, 0x4B, 5, 6]) {
            return .archive
        }
        return .file(try FeatureFileFormat.recognize(beginning, path: path))
    }
}
