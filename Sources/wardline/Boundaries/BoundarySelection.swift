import Boundaries
import Chronology
import City
import FeatureFiles
import Foundation
import Locating
import WorkSharing
import Wording
import WorkSharing

/// The editions that a boundary command is about, layer by layer.
struct BoundarySelection {
    /// What the boundaries belong to: the city's name, or how many files there are.
    let title: String
    let layers: [NamedLayer]
    /// The city file, where one was read.
    let city: CityFile?

    /// A layer that is not loaded yet.
    struct NamedLayer {
        let name: String
        let title: String
        let sources: [EditionSource]
        var aliases: [String: String] = [:]
    }

    init(_ options: BoundaryOptions) throws {
        if options.files.isEmpty {
            let path = try CityFileLocation.find(named: options.city, beside: "-")
            let city = try CityFile.read(path)
            layers = try Self.layers(of: city, named: options.layer)
            title = city.name
            self.city = city
        } else {
            layers = Self.layers(of: options)
            title =
                options.files.count == 1 ? Self.fileName(options.files[0]) : "\(options.files.count) files"
            city = try options.city.map(CityFile.read)
        }
    }

    private static func layers(of city: CityFile, named name: String?) throws -> [NamedLayer] {
        guard !city.layers.isEmpty else { throw Failure("\(city.path): there is no layer; add layers:") }
        let names = city.layers.map(\.name)
        if let name, !names.contains(name) {
            throw Failure(
                "\(city.path) has no layer \(name); did you mean \(Spelling.nearest(to: name, among: names))?"
            )
        }
        return city.layers.filter { name == nil || $0.name == name }.map { layer in
            NamedLayer(
                name: layer.name, title: layer.title, sources: layer.editions.map(EditionSource.init),
                aliases: layer.aliases)
        }
    }

    /// A file is a layer of its own, a GeoPackage as many as it holds, unless they are editions of one.
    private static func layers(of options: BoundaryOptions) -> [NamedLayer] {
        let sources = options.files.flatMap { path in
            layerNames(of: path, options).map { layer in
                EditionSource(path: path, layer: layer, codeField: options.code, titleField: options.title)
            }
        }
        if options.editions { return [NamedLayer(name: "editions", title: "Editions", sources: sources)] }
        return sources.map { source in
            let name = source.layer ?? fileName(source.path)
            return NamedLayer(name: name, title: name, sources: [source])
        }
    }

    /// A file that cannot be read counts as one layer: reading it will say why.
    private static func layerNames(of path: String, _ options: BoundaryOptions) -> [String?] {
        if let layer = options.layer { return [layer] }
        do throws(FeatureFileError) {
            let names = try FeatureReader.layers(of: path)
            return names.count > 1 ? names : [nil]
        } catch {
            return [nil]
        }
    }

    static func fileName(_ path: String) -> String { URL(filePath: path).lastPathComponent }
}

/// One edition as it came out of its file, or why it did not.
struct LoadedEdition: Sendable {
    /// The place of its layer among those selected.
    let layer: Int
    let source: EditionSource
    let outcome: Result<Edition, BoundaryError>
    /// The day on which the layer's next edition comes into force.
    let until: CivilDate?

    /// What people know it by: `zones.geojson`, or `city.gpkg: zones`.
    var label: String {
        let name = BoundarySelection.fileName(source.path)
        return source.layer.map { "\(name): \($0)" } ?? name
    }

    var edition: Edition? { try? outcome.get() }
}

extension BoundarySelection {
    /// Loads all editions, one file a thread, in the order of their layers and then of time.
    func load(jobs: Int) -> [LoadedEdition] {
        let sources = layers.enumerated().flatMap { layer, named in
            named.sources.enumerated().map { place, source in
                (layer: layer, source: source, until: named.sources.dropFirst(place + 1).first?.from)
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
