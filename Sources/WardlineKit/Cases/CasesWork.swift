package import CasePages
package import Chronology
package import City
import Locating
package import Records
import ServiceRequests
import WorkSharing

/// What the pages of a city's cases are made of.
package struct CasesWork: Sendable {
    package let atlas: CityAtlas
    private let options: WorkOptions
    private let inputs: [String]

    /// - Parameters:
    ///   - source: The file of requests, or `-` for standard input.
    ///   - layerName: The layer of the areas; `nil` for that which `area` names, or the only one.
    ///   - area: The one area that is wanted, as `7` or `district=7`; `nil` for all.
    ///   - asOf: The day whose state is shown; `nil` for the last day of the data.
    ///   - settings: Makes the settings of the day that is shown.
    package init(
        _ source: String, city: CityFile, layerName: String?, area: String? = nil, asOf: CivilDate?,
        options: WorkOptions, settings: (CivilDate) -> MapSettings
    ) throws {
        let layer = try city.layer(namedOrOnly: layerName ?? area.flatMap(city.layerName(in:)))
        let work = try CityWork.begin(city, options: options)
        let anyDay = asOf ?? CivilDate(daysSince1970: 0)
        let asked = settings(anyDay)
        let told = try work.requests(
            source, layers: layer.assigned == nil ? [] : [layer], toldTo: asked.audience,
            chosen: asked.categories)
        let table = told.table
        let day = try asOf ?? work.lastDay(of: table, shownOn: "map")
        let reference = try work.referenceIfNamed(for: table, beside: work.editionsBesideReference([layer]))
        let sources = AtlasSources(
            city: city, clock: work.clock, table: table, privateCounts: told.counts, privacy: told.privacy,
            reference: reference, streetLines: try work.streetLines())
        try Cancellation.check()
        atlas = try CityAtlas(sources, layer: layer, settings: settings(day), jobs: options.jobs) {
            options.show($0.stage)
        }
        try Cancellation.check()
        for note in atlas.notes { options.warn(note) }
        work.warn(of: atlas.layer.edition, in: layer, farFrom: table, beside: reference)
        self.options = options
        inputs = options.inputs(source, of: city)
    }

    /// Writes the page of one area.
    ///
    /// - Parameter code: The area's code, or an alias; also with the layer before it: `district=7`.
    /// - Returns: What was written.
    package func write(
        area code: String, as format: MapFormat, to destination: OutputDestination
    ) throws -> AreaPacket {
        let packet = AreaPacket(atlas, area: try atlas.layer.area(atlas.layer.settings.code(in: code)))
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

extension AtlasStage {
    fileprivate var stage: WorkStage {
        switch self {
        case .locating(let cases): .locatingCases(cases)
        case .drawing(let area, let number, let count): .drawing(area: area, number: number, of: count)
        }
    }
}
