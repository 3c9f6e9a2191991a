package import TableFiles

/// Why a feature file could not be read: which file, what is wrong, what to do next.
package struct FeatureFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        case missing
        case isDirectory
        case isEmpty
        /// A pipe or a device, which cannot be read twice.
        case notAFile
        /// The system refused, in its own words.
        case unreadable(String)
        /// The content is of another kind than features, with how it begins.
        case unknownFormat(beginning: String)
        /// The content is a format that is known but not read, with what to do.
        case otherFormat(name: String, advice: String)
        case malformedJSON(line: Int, column: Int, found: String)
        /// Well-formed JSON that holds no features, with what it holds.
        case notGeoJSON(content: String)
        /// A part of a shapefile is not beside the others.
        case missingPart(String)
        case damaged(String)
        case layerNotNamed(layers: [String])
        case unknownLayer(String, layers: [String])
        /// A layer is named of a table, which has none.
        case noLayers(named: String)
        /// The file asks for more work or memory than its size allows, as a view that never ends does.
        case endless(String)
        /// A format that `ogr2ogr` converts, which is not installed.
        case needsConverter(FeatureFileFormat)
        /// `ogr2ogr` failed, in its own words.
        case notConverted(FeatureFileFormat, reason: String)
        /// An archive that cannot be unpacked.
        case archive(TableFileError)
        /// An archive without features, with what it holds.
        case archiveWithoutMap(holds: [String])
        /// KML that links to maps on the network.
        case networkLinks
        /// SQLite failed, in its own words.
        case database(String)
    }

    package var description: String { "\(path): \(reason.text)" }
}

extension FeatureFileError.Reason {
    package var text: String {
        switch self {
        case .missing: "there is no such file"
        case .isDirectory: "this is a folder, not a file of features"
        case .isEmpty: "the file is empty; was the download interrupted?"
        case .notAFile: "is a pipe or a device, which cannot be read twice; save it to a file and name that"
        case .unreadable(let message): "cannot be read: \(message)"
        case .unknownFormat(let beginning):
            "is neither GeoJSON nor a shapefile nor a GeoPackage nor another map; "
                + (beginning.isEmpty
                    ? "if it is a table, were requests and areas exchanged?"
                    : "it begins with “\(beginning)”")
        case .otherFormat(let name, let advice): "is \(name); \(advice)"
        case .malformedJSON(let line, let column, let found):
            "is not valid JSON: \(found) at line \(line), column \(column)"
        case .notGeoJSON(let content): "is JSON but not GeoJSON: \(content)"
        case .missingPart(let ending):
            "the \(ending) file is missing; a shapefile is .shp, .shx and .dbf with the same name in one folder"
        case .damaged(let message): "is damaged: \(message)"
        case .layerNotNamed(let layers):
            layers.isEmpty
                ? "holds no layer of features"
                : "holds several layers; name one of them: \(layers.joined(separator: ", "))"
        case .unknownLayer(let name, let layers):
            "holds no layer “\(name)”; its layers: \(layers.joined(separator: ", "))"
        case .noLayers(let name): "is no map with layers, so that there is no layer “\(name)”"
        case .endless(let what): "\(what) asks for more than the file's size allows; does it ever end?"
        case .needsConverter(let format):
            "is \(format.rawValue), which ogr2ogr converts, and that is not installed: sudo apt-get install gdal-bin; or make a"
                + " GeoPackage of it where it is: ogr2ogr -f GPKG areas.gpkg FILE"
        case .notConverted(let format, let reason):
            "is \(format.rawValue), and ogr2ogr cannot convert it: \(reason)"
        case .archive(let error): error.description
        case .archiveWithoutMap(let names):
            "is an archive without a map (.shp, .geojson, .gpkg, .kml, .gdb); it holds \(names.isEmpty ? "nothing" : names.joined(separator: ", "))"
        case .networkLinks:
            "is KML that links to maps on the network, which are not fetched; save what it links to and name that"
        case .database(let message): "SQLite says: \(message)"
        }
    }
}
