import Boundaries
import City
import Locating
import Synchronization

/// Tells whether an area of a layer has a code that stands for nothing elsewhere, such as `NA`, or an alias of one is that.
/// A layer's files are read when it is first asked about.
final class NamedAreas: Sendable {
    private let layers: [CityFile.LayerSettings]
    private let jobs: Int
    private let known = Mutex<[Int: Set<String>]>([:])

    init(_ layers: [CityFile.LayerSettings], jobs: Int) {
        self.layers = layers
        self.jobs = jobs
    }

    func has(_ code: String, inLayer layer: Int) -> Bool {
        known.withLock { known in
            let names = known[layer] ?? names(of: layers[layer])
            known[layer] = names
            return names.contains(code.lowercased())
        }
    }

    /// What cannot be read has no names here; who loads the layer says why.
    private func names(of layer: CityFile.LayerSettings) -> Set<String> {
        let editions = layer.editions.compactMap {
            try? Edition.load(EditionSource($0, of: layer), jobs: jobs)
        }
        let codes = editions.flatMap { $0.codes + $0.unreadable.map(\.code) }
        return Set((codes + layer.aliases.keys).map { $0.lowercased() })
    }
}
