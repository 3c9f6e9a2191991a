package import Boundaries
package import City
import Locating
import ServiceRequests

/// The layers that somebody wants to list or to check: those of a city, or of files.
package struct BoundaryWork: Sendable {
    /// What they belong to: the city's name, or how many files there are.
    package let title: String
    package let layers: [LayerSource]
    /// The city file, where one was read.
    package let city: CityFile?

    /// - Parameter layer: The only layer; `nil` for all.
    /// - Throws: ``Locating/LocatingError`` where there is none.
    package init(city: CityFile, layer name: String? = nil) throws {
        guard !city.layers.isEmpty else { throw LocatingError.noLayer(city: city.path) }
        let wanted = try name.map { [try city.layer(named: $0)] } ?? city.layers
        layers = wanted.map { layer in
            LayerSource(
                name: layer.name, title: layer.title,
                editions: layer.editions.map { EditionSource($0, of: layer) },
                aliases: layer.aliases)
        }
        title = city.name
        self.city = city
    }

    /// - Parameters:
    ///   - layers: What the files hold.
    ///   - city: The city that they are compared with; `nil` for none.
    package init(files: [String], layers: [LayerSource], city: CityFile?) {
        self.layers = layers
        title =
            files.count == 1 ? EditionSource(path: files[0]).fileName : "\(files.count) files"
        self.city = city
    }

    /// Returns all editions, those that cannot be read with the reason.
    package func editions(jobs: Int) -> [LoadedEdition] { LoadedEdition.load(layers, jobs: jobs) }

    /// Returns what is wrong with each edition.
    ///
    /// - Parameters:
    ///   - requests: The file of requests that the areas should lie around; `nil` for none.
    ///   - reader: The city file that says how they are written; without one the columns are found by the header.
    package func check(
        _ settings: CheckSettings, requests: String?, readBy reader: CityFile? = nil, options: WorkOptions
    ) throws -> [CheckedEdition] {
        let around = try requests.map { try placement(of: $0, by: city ?? reader, options: options) }
        return try LayerCheck(layers: layers, settings: settings, placement: around).run(jobs: options.jobs)
    }

    private func placement(
        of source: String, by city: CityFile?, options: WorkOptions
    ) throws -> PlacementCheck {
        // The time zone does not matter for positions.
        let city = city ?? CityFile(path: source, name: source, timeZone: "Etc/UTC")
        let table = try CityWork(city: city, options: options).requests(source, layers: [])
        let positions = table.recordedPositions(ofRows: 0..<table.count)
        guard let check = PlacementCheck(positions: positions, inGrid: table.intake.gridSystem) else {
            throw RequestSourceError.noPosition(source: table.intake.sourceName)
        }
        return check
    }
}
