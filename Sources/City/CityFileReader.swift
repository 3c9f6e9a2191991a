import Chronology
import Foundation
import Geometry
import Wording

extension CityFile {
    /// Reads and checks a city file.
    ///
    /// - Throws: ``CityFileError`` for a file that is missing or no YAML, a key that is unknown or missing, a value of
    ///   the wrong kind, an edition whose file is not there, or two editions in force from one day.
    package static func read(_ path: String) throws(CityFileError) -> CityFile {
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CityFileError(path: path, line: nil, message: unreadable(path))
        }
        return try parse(text, path: path)
    }

    /// Reads a city file's text; files that it names are looked for from the folder of `path`.
    package static func parse(_ text: String, path: String) throws(CityFileError) -> CityFile {
        let root = try YAMLMapping(text: text, path: path)
        try root.allow(["name", "timezone", "requests", "layers", "reference", "map", "categories"])
        var city = CityFile(
            path: path, name: try root.string("name") ?? "the city", timeZone: try timeZone(root))
        if let requests = try root.mapping("requests") { city.requests = try requestSettings(requests) }
        for layer in try root.mappings("layers") { city.layers.append(try layerSettings(layer)) }
        if let reference = try root.mapping("reference") {
            try reference.allow(["streets", "addresses", "aliases", "alias_file", "towns", "town_aliases"])
            city.streets = try reference.mapping("streets").map {
                map throws(CityFileError) in try referenceSettings(map, also: ["offset"])
            }
            city.addresses = try reference.mapping("addresses").map {
                map throws(CityFileError) in try referenceSettings(map)
            }
            city.names = try nameSettings(reference)
        }
        if let map = try root.mapping("map") {
            try map.allow(["water"])
            city.water = try map.mapping("water").map { map throws(CityFileError) in try waterSettings(map) }
        }
        if let categories = try root.mapping("categories") {
            for (name, settings) in try categories.entries() {
                city.categories[name] = try categorySettings(settings)
            }
        }
        try refuseRepeatedLayers(city, in: root)
        return city
    }

    private static func unreadable(_ path: String) -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return "there is no such file; name one with --city"
        }
        return isFolder.boolValue
            ? "is a folder; name the city file in it with --city"
            : "cannot be read as UTF-8 text; a city file is YAML"
    }

    private static func timeZone(_ root: YAMLMapping) throws(CityFileError) -> String {
        let identifier = try root.required("timezone", example: "America/New_York")
        guard TimeZone(identifier: identifier) != nil else {
            let nearest = Spelling.nearest(to: identifier, among: TimeZone.knownTimeZoneIdentifiers)
            throw root.error("timezone", "“\(identifier)” is no time zone; did you mean \(nearest)?")
        }
        return identifier
    }

    private static func requestSettings(_ map: YAMLMapping) throws(CityFileError) -> RequestSettings {
        try map.allow(["profile", "columns", "placeholders", "crs"])
        return RequestSettings(
            profile: try map.string("profile"), columns: try map.strings("columns"),
            placeholders: try map.coordinates("placeholders"), referenceSystem: try map.string("crs"))
    }

    private static func layerSettings(_ map: YAMLMapping) throws(CityFileError) -> LayerSettings {
        try map.allow(["name", "title", "assigned", "aliases", "uncertainty", "editions"])
        let name = try map.required("name", example: "zone")
        var layer = LayerSettings(name: name, title: try map.string("title") ?? name)
        layer.assigned = try map.string("assigned")
        layer.aliases = try map.strings("aliases")
        layer.uncertainty = try map.quantity("uncertainty", units: Units.metres) ?? 10
        for edition in try map.mappings("editions") {
            layer.editions.append(try editionSettings(edition, layer: name))
        }
        guard !layer.editions.isEmpty else {
            throw map.error("editions", "layer \(name) has no edition; add editions: [{file: areas.geojson}]")
        }
        layer.editions.sort { ($0.from?.daysSince1970 ?? .min) < ($1.from?.daysSince1970 ?? .min) }
        try refuseRepeatedDays(layer, in: map)
        return layer
    }

    private static func editionSettings(_ map: YAMLMapping, layer: String) throws(CityFileError)
        -> EditionSettings
    {
        try map.allow(["file", "layer", "code", "title", "from"])
        return EditionSettings(
            file: try map.existingFile("file", whose: "an edition of layer \(layer)"),
            layer: try map.string("layer"),
            code: try map.string("code"), title: try map.string("title"), from: try map.date("from"),
            line: map.line)
    }

    private static func referenceSettings(_ map: YAMLMapping, also: [String] = []) throws(CityFileError)
        -> ReferenceSettings
    {
        try map.allow(["file", "layer", "profile", "columns"] + also)
        return ReferenceSettings(
            file: try map.existingFile("file", whose: "the reference"), layer: try map.string("layer"),
            profile: try map.string("profile"), columns: try map.strings("columns"),
            sideOffset: try map.quantity("offset", units: Units.metres))
    }

    private static func waterSettings(_ map: YAMLMapping) throws(CityFileError) -> WaterSettings {
        try map.allow(["file", "layer"])
        return WaterSettings(
            file: try map.existingFile("file", whose: "the map's water"), layer: try map.string("layer"))
    }

    private static func nameSettings(_ map: YAMLMapping) throws(CityFileError) -> NameSettings {
        NameSettings(
            streets: try map.strings("aliases"),
            file: try map.string("alias_file") == nil
                ? nil : try map.existingFile("alias_file", whose: "the reference"),
            towns: try map.strings("town_aliases"), ownTowns: try map.texts("towns"))
    }

    private static func categorySettings(_ map: YAMLMapping) throws(CityFileError) -> CategorySettings {
        try map.allow(["radius", "minimum", "repair_life", "target", "private"])
        return CategorySettings(
            radius: try map.quantity("radius", units: Units.metres), minimum: try map.integer("minimum"),
            repairLife: try map.quantity("repair_life", units: Units.days),
            target: try map.quantity("target", units: Units.days),
            privacy: try map.bool("private").map { $0 ? .counted : .open })
    }

    /// Two editions from one day leave no way to tell which is in force on it.
    private static func refuseRepeatedDays(_ layer: LayerSettings, in map: YAMLMapping) throws(CityFileError)
    {
        for (earlier, later) in zip(layer.editions, layer.editions.dropFirst())
        where earlier.from == later.from {
            let day = later.from.map { "from \($0)" } ?? "from the beginning (neither says from:)"
            throw CityFileError(
                path: map.path, line: later.line,
                message:
                    "layer \(layer.name): \(fileName(earlier.file)) and \(fileName(later.file)) are both in force "
                    + "\(day); give each edition its own from: date")
        }
    }

    private static func refuseRepeatedLayers(_ city: CityFile, in root: YAMLMapping) throws(CityFileError) {
        var seen: Set<String> = []
        for layer in city.layers where !seen.insert(layer.name).inserted {
            throw root.error("layers", "two layers are named \(layer.name); give each its own name")
        }
    }

    private static func fileName(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
