import ArgumentParser
import CityDrafting
import Foundation
import Records
import WardlineKit

/// `wardline init`: a city file from the files that a city has.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Writes a city file by looking at a city's requests, areas, streets and addresses.",
        discussion: """
            Example: wardline init SampleData/requests.csv Boundaries/council-districts.geojson -o -

            Columns are found by their names and by what stands in them, the column of the assigned areas by how \
            many of its codes are areas and agree with the positions. Each line says what it rests on; what is \
            doubtful is a comment. An existing file is never replaced.
            """ + ManualPage.reference(.drafting, .cityFile))

    @Argument(help: "The requests: CSV, .xlsx, JSON, GeoJSON or XML, packed or not.")
    var requests: String

    @Argument(
        help:
            "Files of areas that requests are routed by; those with dates in their names may be editions of one layer."
    )
    var areas: [String] = []

    @Option(help: "Centre lines of streets with ranges of numbers.")
    var streets: String?

    @Option(help: "Points of single addresses.")
    var addresses: String?

    @Option(help: "The sheet of a workbook. Without it, the first that looks like requests.")
    var sheet: String?

    @Option(name: .shortAndLong, help: "The city file, or - for standard output.")
    var output = "city.yaml"

    @OptionGroup var threads: JobOptions

    func validate() throws {
        guard InputFiles.canBeReadAgain(requests) else {
            throw ValidationError("init reads the requests more than once; save them to a file and name it")
        }
    }

    func run() throws {
        let isShown = output == "-"
        if !isShown { try DraftedCity.refuseExisting(output) }
        var files = CityDraftSources(requests: requests, cityFile: isShown ? "city.yaml" : output)
        (files.areas, files.sheet, files.streets, files.addresses) = (areas, sheet, streets, addresses)
        let draft = try DraftedCity.make(files, options: ProgressLine(quiet: true).options(threads))
        if isShown { Terminal.write(draft.text, to: STDOUT_FILENO) } else { try draft.write() }
        Terminal.write(summary(of: draft), to: isShown ? STDERR_FILENO : STDOUT_FILENO)
    }

    private func summary(of draft: DraftedCity) -> String {
        var lines = output == "-" ? [] : ["\(output) is written."]
        lines += draft.findings.map { "  \($0)" }
        if !draft.doubts.isEmpty {
            lines += ["Look at these before you rely on it:"] + draft.doubts.map { "  \($0)" }
        }
        if let failure = draft.failure {
            lines.append("No command takes it yet: \(failure)")
        } else if output != "-" {
            let city = output == "city.yaml" ? "" : " --city \(ShellText.quoted(output))"
            let command = draft.canAudit ? "audit" : "hotspots"
            lines.append("Then run: wardline \(command) \(ShellText.quoted(requests))\(city)")
        }
        return TerminalText.text(ofLines: lines)
    }
}
