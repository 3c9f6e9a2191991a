package import Boundaries
package import City
import Foundation
import WorkSharing

/// Reads a city's layers and makes them ready for locating.
package struct LayerLoader: Sendable {
    private let city: CityFile
    private let jobs: Int

    /// - Parameter jobs: The number of threads.
    package init(city: CityFile, jobs: Int) {
        self.city = city
        self.jobs = jobs
    }

    /// Returns the layers of the city file with their areas.
    package func layers() throws -> [Layer] {
        let editions = try readEditions()
        for (settings, editions) in zip(city.layers, editions) { try checkPeople(of: settings, in: editions) }
        return try zip(city.layers, editions).map { settings, editions in
            try Layer(name: settings.name, title: settings.title, editions: editions)
        }
    }

    /// Returns the layers for judging requests.
    ///
    /// - Parameter rows: How many requests will be located: more of them repay finer cells.
    package func preparedLayers(of layers: [Layer], rows: Int) throws -> [PreparedLayer] {
        let cells = rows > 100_000 ? 512 : 128
        let all = layers.ordinals.flatMap { layer in layers[layer].editions.ordinals.map { (layer, $0) } }
        let made = try mapSlices(
            count: all.count, sliceLength: 1, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) throws -> PreparedEdition in
                let (layer, edition) = all[range.lowerBound]
                return try preparedEdition(
                    layers[layer].editions[edition], settings: city.layers[layer], cells: cells)
            })
        return layers.ordinals.map { layer in
            let editions = zip(all, made).filter { $0.0.0 == layer }.map(\.1)
            return PreparedLayer(
                name: layers[layer].name, title: layers[layer].title,
                uncertainty: city.layers[layer].uncertainty,
                isUncertaintyStated: city.layers[layer].statedUncertainty != nil,
                accepted: city.layers[layer].accepted.map {
                    AcceptedDifference(assigned: $0.from, expected: $0.to, why: $0.why)
                }, editions: editions)
        }
    }

    private func preparedEdition(
        _ edition: Edition, settings: CityFile.LayerSettings, cells: Int
    ) throws -> PreparedEdition {
        let ground = try EditionGround(edition, nearDistance: settings.uncertainty, cells: cells)
        return PreparedEdition(
            edition, name: URL(fileURLWithPath: edition.path).lastPathComponent, ground: ground,
            aliases: settings.aliases)
    }

    /// Earlier maps may count nobody; where no map does, the field's name is wrong.
    private func checkPeople(of layer: CityFile.LayerSettings, in editions: [Edition]) throws {
        guard let people = layer.people, let last = editions.last,
            !editions.contains(where: { $0.fields.hasPeople == true })
        else { return }
        throw city.error(
            line: layer.lines["people"],
            "\(BoundaryError.unknownField(path: last.path, name: people, fields: last.fields.all))")
    }

    /// Reads all editions, one file a thread.
    private func readEditions() throws -> [[Edition]] {
        let all = city.layers.flatMap { layer in layer.editions.map { (settings: $0, layer: layer) } }
        let read = try mapSlices(
            count: all.count, sliceLength: 1, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) throws -> Edition in
                let (settings, layer) = all[range.lowerBound]
                do throws(BoundaryError) {
                    return try Edition.load(EditionSource(settings, of: layer), jobs: jobs)
                } catch {
                    throw city.named(error, in: settings)
                }
            })
        var rest = read[...]
        return city.layers.map { layer in
            defer { rest = rest.dropFirst(layer.editions.count) }
            return Array(rest.prefix(layer.editions.count))
        }
    }
}
