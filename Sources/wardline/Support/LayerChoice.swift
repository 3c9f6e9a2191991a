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

    /// Returns the layer that is named or, without a name, the only one.
    func layer(namedOrOnly name: String?) throws -> LayerSettings {
        if let name { return try layer(named: name) }
        guard let first = layers.first else {
            throw Failure("\(path): there is no layer to count by; add layers:")
        }
        guard layers.count == 1 else {
            throw Failure("name the layer with --layer: \(layers.map(\.name).joined(separator: " or "))")
        }
        return first
    }
}
