package import Wording

extension CityFile {
    /// Returns the layer of a name.
    ///
    /// - Throws: ``LayerChoiceError`` with the nearest name for one that the city file has not.
    package func layer(named name: String) throws(LayerChoiceError) -> LayerSettings {
        guard let layer = layers.first(where: { $0.name == name }) else {
            throw .unknown(name, city: path, layers: layers.map(\.name))
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
            throw .noLayer(city: path)
        }
        guard layers.count == 1 else { throw .several(layers.map(\.name)) }
        return first
    }
}

extension CityFile.LayerSettings {
    /// Returns an area's code without the layer's own name before it: 7 of `district=7`.
    package func code(in choice: String) -> String {
        choice.hasPrefix(name + "=") ? String(choice.dropFirst(name.count + 1)) : choice
    }
}

/// Why no layer could be chosen.
package enum LayerChoiceError: AdvisingError, Hashable {
    /// A name that no layer of a city file has.
    case unknown(String, city: String, layers: [String])
    case noLayer(city: String)
    /// None is named, and there are several.
    case several([String])

    /// Whether another name would do; without any layer it is the city file that is to be mended.
    package var isUsage: Bool {
        switch self {
        case .unknown(_, _, let layers): !layers.isEmpty
        case .noLayer: false
        case .several: true
        }
    }

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .unknown(let name, let city, let layers):
            "\(city) has no layer \(name)"
                + (layers.isEmpty
                    ? ", nor any other; add layers:"
                    : "; did you mean \(Spelling.nearest(to: name, among: layers))?")
        case .noLayer(let city): "\(city): there is no layer to count by; add layers:"
        case .several(let layers):
            "name the layer\(terms.with(.layer)): \(layers.joined(separator: " or "))"
        }
    }
}
