package import CasePages
package import Chronology
package import City
import Locating
package import Records
package import ServiceRequests
import WorkSharing

/// What the pages of a city's cases are made of.
package struct CasesWork: Sendable {
    package let atlas: CityAtlas
    private let options: WorkOptions
    private let inputs: [String]

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - layerName: The layer of the areas; `nil` for the only one.
    ///   - asOf: The day whose state is shown; `nil` for the last day of the data.
    ///   - settings: Makes the settings of the day that is shown.
    package init(
        _ source: String, city: CityFile, layerName: String?, asOf: CivilDate?, options: WorkOptions,
        settings: (CivilDate) -> MapSettings
    ) throws {
        let layer = try city.layer(namedOrOnly: layerName)
        let work = try CityWork(city: city, options: options)
        let table = try work.requests(source, layers: layer.assigned == nil ? [] : [layer])
        let day = try asOf ?? Self.day(of: table, settings: settings, work: work)
        let sources = AtlasSources(
            city: city, clock: work.clock, table: table, reference: try work.referenceIfNamed(for: table),
            streetLines: try work.streetLines())
        try Cancellation.check()
        atlas = try CityAtlas(sources, layer: layer, settings: settings(day), jobs: options.jobs) {
            options.show($0.stage)
        }
        try Cancellation.check()
        for note in atlas.notes { options.warn(note) }
        self.options = options
        inputs = city.files + [source]
    }

    /// The last day of the requests that the audience may know of: no private case moves it.
    private static func day(
        of table: RequestTable, settings: (CivilDate) -> MapSettings, work: CityWork
    ) throws -> CivilDate {
        let last = try work.foundLastDay(of: table, shownOn: "map").day
        let told = try PublicRequests(table, city: work.city, audience: settings(last).audience).table
        // Where all are private there is no other day.
        guard LastDay(of: told, clock: work.clock) != nil else { return last }
        return try work.lastDay(of: told, shownOn: "map")
    }

    /// Writes the page of one area.
    ///
    /// - Parameter code: The area's code, or an alias.
    /// - Returns: What was written.
    package func write(
        area code: String, as format: MapFormat, to destination: OutputDestination
    ) throws -> AreaPacket {
        let packet = AreaPacket(atlas, area: try atlas.layer.area(code))
        let files = AtlasFiles(atlas)
        for problem in try files.typefaceProblems([format]) { options.warn(problem) }
        try files.write(packet, as: format, to: destination)
        return packet
    }

    /// Writes the page of each area and an index into a folder.
    ///
    /// - Throws: ``Records/OutputError`` where one of them would replace a file that was read.
    package func writeAll(_ formats: [MapFormat], into folder: String) throws -> AtlasFiles {
        let files = AtlasFiles(atlas)
        try KitOutput.refuse(files.files(formats).map { "\(folder)/\($0)" }, inputs: inputs)
        for problem in try files.typefaceProblems(formats) { options.warn(problem) }
        try files.writeAll(formats, into: folder, jobs: options.jobs) { options.show($0.stage) }
        return files
    }
}

extension CityAtlas {
    /// The requests as the audience may know of them: for everybody without those of private categories.
    package var toldTable: RequestTable {
        get throws {
            try PublicRequests(table, city: city, audience: settings.audience).table
        }
    }
}

extension AtlasStage {
    fileprivate var stage: WorkStage {
        switch self {
        case .locating(let cases): .locatingCases(cases)
        case .drawing(let area, let number, let count): .drawing(area: area, number: number, of: count)
        }
    }
}
