package import Boundaries
package import City

extension EditionSource {
    /// Creates the source that a city file names.
    package init(_ settings: CityFile.EditionSettings) {
        self.init(
            path: settings.file, layer: settings.layer, codeField: settings.code, titleField: settings.title,
            from: settings.from)
    }
}
