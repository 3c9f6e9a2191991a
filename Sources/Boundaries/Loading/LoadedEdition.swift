package import Chronology
import WorkSharing

/// One edition as it came out of its file, or why it did not.
package struct LoadedEdition: Sendable {
    /// Its layer among those that were loaded.
    package let layer: Ordinal<Layer>
    package let source: EditionSource
    package let outcome: Result<Edition, BoundaryError>
    /// The day on which the layer's next edition comes into force.
    package let until: CivilDate?

    /// What people know it by: `zones.geojson`, or `city.gpkg: zones`.
    package var label: String { source.layer.map { "\(source.fileName): \($0)" } ?? source.fileName }

    package var edition: Edition? { try? outcome.get() }

    /// Why it could not be read.
    package var error: BoundaryError? {
        if case .failure(let error) = outcome { error } else { nil }
    }
}

extension LoadedEdition {
    /// Loads all editions of layers, one file a thread, in the order of their layers and then of time.
    package static func load(_ layers: [LayerSource], jobs: Int) -> [LoadedEdition] {
        let sources = zip(layers.ordinals, layers).flatMap { layer, named in
            named.editions.enumerated().map { index, source in
                (layer: layer, source: source, until: named.editions.dropFirst(index + 1).first?.from)
            }
        }
        return mapSlices(
            count: sources.count, sliceLength: 1, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) in
                let (layer, source, until) = sources[range.lowerBound]
                let outcome = Result { () throws(BoundaryError) in try Edition.load(source, jobs: 1) }
                return LoadedEdition(layer: layer, source: source, outcome: outcome, until: until)
            })
    }
}
