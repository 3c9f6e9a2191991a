import Wording

extension CityFile {
    /// Returns the layer of a name.
    ///
    /// - Throws: ``LayerChoiceError`` with the nearest name for one that the city file has not.
    package func layer(named name: String) throws(LayerChoiceError) -> LayerSettings {
        guard let layer = layers.first(where: { $0.name == name }) else {
            let names = layers.map(\.name)
            throw LayerChoiceError(
                names.isEmpty
                    ? "\(path) has no layer \(name), nor any other; add layers:"
                    : "\(path) has no layer \(name); did you mean \(Spelling.nearest(to: name, among: names))?",
                isUsage: !names.isEmpty)
        }
        return layer
    }

    /// Returns the name of the layer that stands before an area's code: of `district=7` that of the layer `district`; `nil` where
    /// none does.
    package func layerName(in choice: String) -> String? {
        layers.map(\.name).first { choice.hasPrefix($0 + "=") }
    }

    /// Returns the layer that is named or, without a name, the only one.
    package func layer(namedOrOnly name: String?) throws(LayerChoiceError) -> LayerSettings {
        if let name { return try layer(named: name) }
        guard let first = layers.first else {
            throw LayerChoiceError("\(path): there is no layer to count by; add layers:", isUsage: false)
        }
        guard layers.count == 1 else {
            throw LayerChoiceError(
                "name the layer with --layer: \(layers.map(\.name).joined(separator: " or "))", isUsage: true)
        }
        return first
    }
}

extension CityFile.LayerSettings {
    /// Returns an area's code without the layer's own name before it: 7 of `district=7`.
    package func code(in choice: String) -> String {
        choice.hasPrefix(name + "=") ? String(choice.dropFirst(name.count + 1)) : choice
    }
}

/// Why no layer could be chosen, in words.
package struct LayerChoiceError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// Whether another name would do; without any layer it is the city file that is to be mended.
    package let isUsage: Bool

    init(_ description: String, isUsage: Bool) {
        self.description = description
        self.isUsage = isUsage
    }
}
