import Chronology
import Foundation
import Geometry
import Yams
import Wording

/// One mapping of a YAML file, asked for its values by key; what is wrong is said with its line.
struct YAMLMapping {
    let path: String
    let line: Int
    private let node: Node.Mapping

    init(text: String, path: String) throws(CityFileError) {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            throw Self.error(error, path: path)
        } catch {
            throw CityFileError(path: path, line: nil, message: "is not YAML: \(error)")
        }
        guard let root, let mapping = root.mapping else {
            throw CityFileError(
                path: path, line: 1,
                message: "holds no settings; a city file begins with lines such as name: Fairhaven")
        }
        self.init(mapping, line: 1, path: path)
    }

    private init(_ node: Node.Mapping, line: Int, path: String) {
        self.node = node
        self.line = line
        self.path = path
    }

    private static func error(_ error: YamlError, path: String) -> CityFileError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            CityFileError(path: path, line: mark.line, message: "is not YAML: \(problem)")
        default: CityFileError(path: path, line: nil, message: "is not YAML: \(error)")
        }
    }

    // MARK: Errors

    func error(_ key: String, _ message: String) -> CityFileError {
        CityFileError(path: path, line: node[key]?.mark?.line ?? line, message: message)
    }

    /// Refuses keys that are not known, with the nearest known one.
    func allow(_ known: [String]) throws(CityFileError) {
        for (key, _) in node {
            let name = key.string ?? "?"
            guard !known.contains(name) else { continue }
            throw CityFileError(
                path: path, line: key.mark?.line ?? line,
                message: "unknown key “\(name)”; did you mean \(Spelling.nearest(to: name, among: known))? "
                    + "Known here: \(known.joined(separator: ", "))")
        }
    }

    private func wrongKind(_ key: String, _ wanted: String) -> CityFileError {
        error(key, "\(key) should be \(wanted)")
    }

    /// The value under a key, or `nil` where it is absent or null.
    private func value(_ key: String) -> Node? {
        guard let value = node[key], value != Node("", Tag(.null)), value.null == nil else { return nil }
        return value
    }

    // MARK: Values

    func string(_ key: String) throws(CityFileError) -> String? {
        guard let value = value(key) else { return nil }
        guard let text = value.scalar?.string else { throw wrongKind(key, "a text") }
        return text
    }

    func required(_ key: String, example: String) throws(CityFileError) -> String {
        guard let text = try string(key) else {
            throw error(key, "\(key): is missing; such as \(key): \(example)")
        }
        return text
    }

    func bool(_ key: String) throws(CityFileError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard let bool = value.bool else { throw wrongKind(key, "true or false") }
        return bool
    }

    func integer(_ key: String) throws(CityFileError) -> Int? {
        guard let value = value(key) else { return nil }
        guard let integer = value.int else { throw wrongKind(key, "a whole number") }
        return integer
    }

    func date(_ key: String) throws(CityFileError) -> CivilDate? {
        guard let text = try string(key) else { return nil }
        guard let date = CivilDate(iso: text) else {
            throw error(key, "\(key): “\(text)” is no date; such as 2024-07-01")
        }
        return date
    }

    /// Returns a number with its unit, such as `10 m`, in the first unit of those known.
    func quantity(_ key: String, units: Units) throws(CityFileError) -> Double? {
        guard let text = try string(key) else { return nil }
        guard let value = units.value(of: text), value.isFinite, value >= 0 else {
            throw error(key, "\(key): “\(text)” is no \(units.kind); such as \(units.example)")
        }
        return value
    }

    /// Returns a mapping of texts to texts, empty where absent.
    func strings(_ key: String) throws(CityFileError) -> [String: String] {
        guard let map = try mapping(key) else { return [:] }
        var result: [String: String] = [:]
        for (name, value) in map.node {
            guard let name = name.scalar?.string, let text = value.scalar?.string else {
                throw map.error(key, "\(key) should hold pairs such as id: sr_number")
            }
            result[name] = text
        }
        return result
    }

    /// Returns a list of texts, empty where absent.
    func texts(_ key: String) throws(CityFileError) -> [String] {
        guard let value = value(key) else { return [] }
        let texts = value.sequence?.compactMap { $0.scalar?.string }
        guard let texts, texts.count == value.sequence?.count else {
            throw wrongKind(key, "a list of texts, such as [Springfield]")
        }
        return texts
    }

    /// Returns pairs of longitude and latitude.
    func coordinates(_ key: String) throws(CityFileError) -> [Coordinate] {
        guard let value = value(key) else { return [] }
        let wanted = "a list of [longitude, latitude], such as [[-77, 39]]"
        guard let list = value.sequence else { throw wrongKind(key, wanted) }
        var coordinates: [Coordinate] = []
        for pair in list {
            guard let numbers = pair.sequence?.compactMap(\.float), numbers.count == 2, abs(numbers[1]) <= 90,
                abs(numbers[0]) <= 180
            else { throw wrongKind(key, wanted) }
            coordinates.append(Coordinate(longitude: numbers[0], latitude: numbers[1]))
        }
        return coordinates
    }

    /// Returns the path of a file that is there, taken from the city file's folder.
    func existingFile(_ key: String, whose owner: String) throws(CityFileError) -> String {
        let name = try required(key, example: "areas.geojson")
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let file = URL(fileURLWithPath: name, relativeTo: folder).standardizedFileURL.path
        guard FileManager.default.fileExists(atPath: file) else {
            throw error(
                key,
                "\(owner) names \(name), and there is no such file; paths are taken from the city file's folder"
            )
        }
        return file
    }

    // MARK: Mappings

    func mapping(_ key: String) throws(CityFileError) -> YAMLMapping? {
        guard let value = value(key) else { return nil }
        guard let mapping = value.mapping else { throw wrongKind(key, "a group of settings") }
        return YAMLMapping(mapping, line: value.mark?.line ?? line, path: path)
    }

    func mappings(_ key: String) throws(CityFileError) -> [YAMLMapping] {
        guard let value = value(key) else { return [] }
        guard let list = value.sequence else { throw wrongKind(key, "a list, each entry after a dash") }
        var mappings: [YAMLMapping] = []
        for entry in list {
            guard let mapping = entry.mapping else { throw wrongKind(key, "a list of groups of settings") }
            mappings.append(YAMLMapping(mapping, line: entry.mark?.line ?? line, path: path))
        }
        return mappings
    }

    /// Returns all entries, each a mapping of its own.
    func entries() throws(CityFileError) -> [(String, YAMLMapping)] {
        var entries: [(String, YAMLMapping)] = []
        for (key, _) in node {
            let name = key.string ?? "?"
            if let mapping = try mapping(name) { entries.append((name, mapping)) }
        }
        return entries
    }
}
