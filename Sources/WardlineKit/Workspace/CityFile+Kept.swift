package import City
package import Workspace

extension CityFile {
    /// What decides how the requests of a workspace were read.
    package var kept: KeptCity {
        KeptCity(
            name: name, timeZone: timeZone,
            columns: Dictionary(
                layers.compactMap { layer in layer.assigned.map { (layer.name, $0) } },
                uniquingKeysWith: { first, _ in first }))
    }
}
