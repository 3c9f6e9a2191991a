import City
import Wording

extension CityFile {
    /// Returns the layer of a name.
    ///
    /// - Throws: ``Failure`` with the nearest name for one that the city file has not.
    func layer(named name: String) throws -> LayerSettings {
        guard let layer = layers.first(where: { $0.name == name }) else {
            let names = layers.map(\.name)
            throw Failure(
                names.isEmpty
                    ? "\(path) has no layer \(name), nor any other; add layers:"
                    : "\(path) has no layer \(name); did you mean \(Spelling.nearest(to: name, among: names))?"
            )
        }
        return layer
    }
}
