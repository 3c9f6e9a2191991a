import Boundaries
import City
import Locating
import Wording

/// The layers that a boundary command is about.
struct BoundarySelection {
    /// What the boundaries belong to: the city's name, or how many files there are.
    let title: String
    let layers: [LayerSource]
    /// The city file, where one was read.
    let city: CityFile?

    init(_ options: BoundaryOptions) throws {
        if options.files.isEmpty {
            let path = try CityFileLocation.find(named: options.city, beside: "-")
            let city = try CityFile.read(path)
            layers = try Self.layers(of: city, named: options.layer)
            title = city.name
            self.city = city
        } else {
            layers = LayerSource.layers(
                of: options.files, layer: options.layer, codeField: options.code, titleField: options.title,
                areEditions: options.editions)
            title =
                options.files.count == 1
                ? EditionSource(path: options.files[0]).fileName : "\(options.files.count) files"
            city = try options.city.map(CityFile.read)
        }
    }

    private static func layers(of city: CityFile, named name: String?) throws -> [LayerSource] {
        guard !city.layers.isEmpty else { throw LocatingError.noLayer(city: city.path) }
        if let name { _ = try city.layer(named: name) }
        return city.layers.filter { name == nil || $0.name == name }.map { layer in
            LayerSource(
                name: layer.name, title: layer.title, editions: layer.editions.map(EditionSource.init),
                aliases: layer.aliases)
        }
    }
}
