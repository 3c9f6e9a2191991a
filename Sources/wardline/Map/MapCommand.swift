import ArgumentParser
import CasePages
import Chronology
import Disclosure
import Foundation
import Locating
import City
import ServiceRequests
import WardlineKit
import Maps
import PageLanguage
import Records
import Wording

/// `wardline map`: what is open in an area, on a page.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draws an area's open cases, to print, to mail, to put on a page or to open in a GIS.",
        discussion: """
            Example: wardline map SampleData/requests.csv --layer district --area 7 -o district-7.pdf
            Example: wardline map SampleData/requests.csv --layer district --all -o maps

            A PDF holds the map, the list and the counts; SVG and PNG hold the map, HTML a map to search, GeoJSON \
            the cases. With --all, PNG adds pictures of the index for newsletters. Which area a case is in is \
            decided by where it lies, not by what the CRM assigned; cases without a position are counted where the \
            CRM put them. The public edition shows blocks instead of addresses, no free text, and no case of a \
            category that the city file marks private.
            """ + ManualPage.reference(.maps, .privacy, .cityFile))

    @OptionGroup var options: CityOptions

    @Option(help: "The layer of the area, such as district; may be left out where there is one.")
    var layer: String?

    @Option(help: "The area's code, such as 7; district=7 names its layer too.")
    var area: String?

    @Flag(help: "Write a packet for each area and an index page, into the folder that -o names.")
    var all = false

    @Option(name: .shortAndLong, help: "Where the map goes; - for standard output. With --all, a folder.")
    var output: String

    @Option(
        help:
            "pdf, svg, png, html or geojson; by the ending of the output. With --all, may be given several times; pdf and html where it is not."
    )
    var format: [MapFormat] = []

    @Option(help: "public, or internal with addresses, exact positions and free text.")
    var edition = PublishedOutput.map.usualAudience

    @Option(help: "open, closed or all; open, with --closed-since closed, where it is not named.")
    var status: MapSettings.Status?

    @Option(help: "Only this category; may be given several times.")
    var category: [String] = []

    @Option(help: "Only requests opened on this day or later, such as 2024-07-01.")
    var since: CivilDate?

    @Option(help: "Only requests closed on this day or later; shows closed ones.")
    var closedSince: CivilDate?

    @Option(help: "Only requests open for more than a time, such as 30d, 6w or 1y.")
    var olderThan: DayCount?

    @Option(help: "The day whose state is shown; without it the day of the last request.")
    var asOf: CivilDate?

    @Flag(help: "One page: a sentence, the map, the fifteen most overdue or oldest, and whom to ask.")
    var brief = false

    @OptionGroup var pageLanguage: LanguageOption

    @Option(help: "letter, legal, a4 or tabloid; by the city's country where it is not named.")
    var paper: PaperSize?

    @Option(help: "auto (by the area's shape), portrait or landscape.")
    var orientation = MapSettings.Orientation.auto

    @Option(help: "The resolution of a PNG, dots an inch.")
    var dpi = MapSettings.usualResolution

    @Option(
        help:
            "A tile server for the web map, such as https://tiles.example/{z}/{x}/{y}.png. Without it the page asks no other host for anything."
    )
    var tiles: String?

    @Option(help: "What the tile server wants to be named as.")
    var tilesAttribution = ""

    @OptionGroup var summaryFile: SummaryOption

    func validate() throws {
        try OutputPaths.check(
            [("-o", output), summaryFile.output], inputs: options.inputs + [pageLanguage.language],
            city: options.city)
        if !all {
            try OutputPaths.checkFile(
                "-o", output, format: format.first?.rawValue, endings: MapFormat.allCases.map(\.rawValue))
        }
        if all == (area != nil) {
            throw ValidationError(
                all
                    ? "--all maps every area; leave --area out"
                    : "Name an area with --area CODE, or give --all.")
        }
        if all && output == "-" {
            throw ValidationError("--all writes several files; name a folder with -o FOLDER")
        }
        if !all && format.count > 1 {
            throw ValidationError("one --format at a time for one area; --all takes several")
        }
        guard MapSettings.resolutions.contains(dpi) else {
            throw ValidationError("--dpi \(dpi): name \(MapSettings.resolutionText) dots an inch")
        }
        if let tiles, !TileServer.isAddress(tiles) {
            throw ValidationError(
                "--tiles \(tiles): name an http(s) address with {z}, {x} and {y} in its path, else {s}, {r}")
        }
        for (name, day) in [(SettingName.since, since), (.closedSince, closedSince)] {
            if let problem = ShownDayError(asOf, before: day, setting: name) {
                throw ValidationError(problem.text(in: .options))
            }
        }
        if closedSince != nil && status == .open {
            throw ValidationError(
                "--closed-since shows closed requests; leave --status out, or name closed or all")
        }
        if !all && format.isEmpty && output != "-" && MapFormat(ending: output) == nil {
            throw ValidationError(
                "-o \(output): its ending names no format; end it in .pdf, .svg, .png, .html or .geojson, or give --format"
            )
        }
    }

    func run() throws {
        let progress = ProgressLine(quiet: options.quiet)
        defer { progress.clear() }
        let words = try PageWords(language: pageLanguage.language ?? "en")
        let work = try CasesWork(
            options.requests, city: try options.readCity(), layerName: layer, area: area, asOf: asOf,
            options: options.work(progress)
        ) { settings(asOf: $0, words) }
        let report = AtlasReport(atlas: work.atlas)
        if let area {
            let chosen = format.first ?? MapFormat(ending: output) ?? .pdf
            let packet = try work.write(area: area, as: chosen, to: OutputDestination(argument: output))
            progress.clear()
            let text = report.text(of: packet, output: output)
            try summaryFile.write(RunSummary(work.atlas), text: text)
            Terminal.write(text, to: output == "-" ? STDERR_FILENO : STDOUT_FILENO)
        } else {
            let chosen = format.isEmpty ? [.pdf, .html] : MapFormat.allCases.filter(format.contains)
            let files = try work.writeAll(chosen, into: output)
            progress.clear()
            let text = report.text(files.names, chosen, folder: output)
            try summaryFile.write(RunSummary(work.atlas), text: text)
            Terminal.write(text, to: STDOUT_FILENO)
        }
    }

    private func settings(asOf: CivilDate, _ words: PageWords) -> MapSettings {
        var settings = MapSettings(asOf: asOf)
        settings.audience = edition
        settings.status = status ?? .usual(closedSince: closedSince)
        settings.closedSince = closedSince
        settings.words = words
        settings.extent = brief ? .brief : .packet
        settings.categories = category
        settings.since = since
        settings.olderThan = olderThan?.days
        settings.paper = paper
        settings.orientation = orientation
        settings.dotsPerInch = dpi
        settings.tiles = tiles.map { TileServer(address: $0, attribution: tilesAttribution) }
        return settings
    }
}

extension MapFormat: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}
extension MapSettings.Status: ExpressibleByArgument {}
extension MapSettings.Orientation: ExpressibleByArgument {}
extension PaperSize: ExpressibleByArgument {}
