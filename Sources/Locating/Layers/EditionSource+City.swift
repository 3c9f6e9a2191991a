package import Boundaries
package import City

extension EditionSource {
    /// Creates the source that a city file names for a layer.
    package init(_ settings: CityFile.EditionSettings, of layer: CityFile.LayerSettings) {
        self.init(
            path: settings.file, layer: settings.layer, codeField: settings.code, titleField: settings.title,
            from: settings.from)
        callings = [layer.name, layer.title] + [layer.assigned].compactMap(\.self)
        peopleField = layer.people
    }
}
