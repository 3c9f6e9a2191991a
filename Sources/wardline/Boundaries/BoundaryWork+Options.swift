import Boundaries
import City
import WardlineKit

extension BoundaryWork {
    /// Takes the files that the options name or, without any, the layers of the city file.
    init(_ options: BoundaryOptions) throws {
        if options.files.isEmpty {
            try self.init(
                city: CityFile.open(CityFileLocation.find(named: options.city, beside: "-")),
                layer: options.layer)
        } else {
            let layers = LayerSource.layers(
                of: options.files, layer: options.layer, codeField: options.code, titleField: options.title,
                areEditions: options.editions)
            self.init(files: options.files, layers: layers, city: try options.city.map(CityFile.open))
        }
    }
}
