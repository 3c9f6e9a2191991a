import Foundation
import TableFiles

/// The features within a zip archive: a shapefile, GeoJSON or a GeoPackage, which are unpacked and read as such; KML or a file
/// geodatabase, which are converted where they are.
struct ArchivedFeatures {
    private enum Content {
        /// One or several maps; the files of each.
        case maps([(name: String, main: ZipArchive.Entry, files: [ZipArchive.Entry])])
        case keyhole
        case geodatabase(folder: String)
    }

    private let path: String
    private let archive: ZipArchive
    private let content: Content

    /// What of an archive is unpacked at most.
    private static let largestFile = 2 << 30

    init(_ path: String) throws(FeatureFileError) {
        self.path = path
        do throws(TableFileError) {
            archive = try ZipArchive(path: path)
        } catch {
            throw FeatureFileError(path: path, reason: .archive(error))
        }
        content = try Self.content(of: archive, path: path)
    }

    func layers() throws(FeatureFileError) -> [String] {
        switch content {
        case .maps(let maps) where maps.count == 1:
            return try unpacked(maps[0].main, files: maps[0].files) { (file) throws(FeatureFileError) in
                try FeatureReader.layers(of: file)
            }
        case .maps(let maps): return maps.map(\.name)
        case .keyhole: return try converter(.kml).layers(from: nil)
        case .geodatabase(let folder):
            return try converter(.geodatabase).layers(from: "/vsizip/\(absolutePath)/\(folder)")
        }
    }

    /// Checks that the archive has a layer of some name, as far as that needs no conversion.
    func check(layer: String) throws(FeatureFileError) {
        guard case .maps(let maps) = content, !maps.contains(where: { $0.name == layer }) else { return }
        if maps.count == 1 {
            let name = maps[0].main.name.lowercased()
            if name.hasSuffix(".kml") { return }
            if !name.hasSuffix(".shp") {
                return try unpacked(maps[0].main, files: maps[0].files) { (file) throws(FeatureFileError) in
                    try FeatureReader.check(layer: layer, of: file)
                }
            }
        }
        throw FeatureFileError(path: path, reason: .unknownLayer(layer, layers: maps.map(\.name)))
    }

    func read(layer: String?) throws(FeatureFileError) -> FeatureCollection {
        switch content {
        case .maps(let maps):
            let named = maps.count == 1 ? maps[0] : maps.first { $0.name == layer }
            guard let map = named else {
                let names = maps.map(\.name)
                throw FeatureFileError(
                    path: path,
                    reason: layer.map { .unknownLayer($0, layers: names) } ?? .layerNotNamed(layers: names))
            }
            let collection = try unpacked(map.main, files: map.files) { (file) throws(FeatureFileError) in
                try FeatureReader.read(file, layer: maps.count == 1 ? layer : nil)
            }
            return collection.moved(to: path)
        case .keyhole:
            try checkLinks()
            return try inKMZ { (file) throws(FeatureFileError) in try converter(.kml).read(layer, from: file)
            }
        case .geodatabase(let folder):
            return try converter(.geodatabase).read(layer, from: "/vsizip/\(absolutePath)/\(folder)")
        }
    }

    private var absolutePath: String { URL(filePath: path).path }

    private func converter(_ format: FeatureFileFormat) -> Converter { Converter(path: path, format: format) }

    private static func content(of archive: ZipArchive, path: String) throws(FeatureFileError) -> Content {
        let files = archive.entries.filter { !$0.name.hasPrefix("__MACOSX/") && !$0.name.hasSuffix("/") }
        func ending(_ entry: ZipArchive.Entry) -> String {
            entry.name.split(separator: ".").last?.lowercased() ?? ""
        }
        for file in files {
            if let range = file.name.range(of: ".gdb/") {
                return .geodatabase(folder: String(file.name[..<range.upperBound].dropLast()))
            }
        }
        let maps = files.filter { ["shp", "geojson", "gpkg"].contains(ending($0)) }
        if !maps.isEmpty {
            return .maps(
                maps.map { main in
                    let base = FilePath.withoutEnding(main.name)
                    let parts = files.filter { FilePath.withoutEnding($0.name) == base }
                    return (FilePath.stem(of: main.name), main, ending(main) == "shp" ? parts : [main])
                })
        }
        let documents = files.filter { ending($0) == "kml" }
        // Of what GDAL reads within KMZ it leaves the fields of a schema out, and of KML it does not.
        if documents.count == 1 {
            return .maps([(FilePath.stem(of: documents[0].name), documents[0], documents)])
        }
        if !documents.isEmpty { return .keyhole }
        throw FeatureFileError(path: path, reason: .archiveWithoutMap(holds: files.prefix(6).map(\.name)))
    }

    /// Unpacks files into a folder of their own, reads the main one, and removes them.
    private func unpacked<Result>(
        _ main: ZipArchive.Entry, files: [ZipArchive.Entry],
        body: (_ path: String) throws(FeatureFileError) -> Result
    ) throws(FeatureFileError) -> Result {
        let folder = try WorkFolder(for: path)
        // Not by the archive's own names, which may lead out of the folder.
        func place(_ entry: ZipArchive.Entry) -> String {
            let ending = entry.name.split(separator: ".").last?.lowercased().filter { $0.isLetter } ?? ""
            return "\(folder.path)/map.\(ending)"
        }
        do throws(TableFileError) {
            for file in files {
                let bytes = try archive.content(of: file, upTo: Self.largestFile)
                guard FileManager.default.createFile(atPath: place(file), contents: Data(bytes)) else {
                    throw .readFailed("it cannot be unpacked into \(folder.path)")
                }
            }
        } catch {
            throw FeatureFileError(path: path, reason: .archive(error))
        }
        do throws(FeatureFileError) {
            return try body(place(main))
        } catch {
            throw FeatureFileError(path: path, reason: error.reason)
        }
    }

    /// GDAL knows KMZ by its ending alone.
    private func inKMZ<Result>(
        _ body: (_ path: String) throws(FeatureFileError) -> Result
    ) throws(FeatureFileError) -> Result {
        guard !path.lowercased().hasSuffix(".kmz") else { return try body(absolutePath) }
        let folder = try WorkFolder(for: path)
        let link = "\(folder.path)/map.kmz"
        symlink(absolutePath, link)
        return try body(link)
    }

    private func checkLinks() throws(FeatureFileError) {
        for entry in archive.entries where entry.name.lowercased().hasSuffix(".kml") {
            do throws(TableFileError) {
                let text = try archive.content(of: entry, upTo: Self.largestFile)
                if KeyholeLinks.areIn(text) { throw .readFailed("") }
            } catch {
                if case .readFailed("") = error {
                    throw FeatureFileError(path: path, reason: .networkLinks)
                }
                throw FeatureFileError(path: path, reason: .archive(error))
            }
        }
    }
}

/// The links of KML to maps on the network, which are never followed. Those within an archive name no server.
enum KeyholeLinks {
    static func areIn(_ text: [UInt8]) -> Bool {
        let data = Data(text)
        let name = Data("NetworkLink".utf8)
        var isOpen = false
        var start = data.startIndex
        while let found = data.range(of: name, in: start..<data.endIndex) {
            if isOpen, data.range(of: Data("://".utf8), in: start..<found.lowerBound) != nil { return true }
            start = found.upperBound
            // NetworkLinkControl is another thing.
            if data[start...].first != UInt8(ascii: "C") { isOpen.toggle() }
        }
        return isOpen && data.range(of: Data("://".utf8), in: start..<data.endIndex) != nil
    }
}

extension FeatureCollection {
    /// Returns the features as those of the archive that they were unpacked from.
    fileprivate func moved(to path: String) -> FeatureCollection {
        var moved = FeatureCollection(
            name: name == "map" ? FilePath.stem(of: path) : name, path: path, format: format,
            referenceSystem: referenceSystem, fields: fields, features: features, notes: notes)
        moved.identifierField = identifierField
        return moved
    }
}
