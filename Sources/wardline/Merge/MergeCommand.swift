import ArgumentParser
import City
import Records
import WardlineKit

/// `wardline merge`: the whole from what its parts gave.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Puts together what parts of the requests gave: the same bytes as one run over all.",
        discussion: """
            Each part is run with --summary PART.json --sums. The parts are put in the order of the lines that they \
            begin with or, where none says it, of the numbers in their names.
            """ + ManualPage.reference(.parts),
        subcommands: [
            MergeAuditCommand.self, MergeReportCommand.self, MergeClosuresCommand.self,
            MergeHotspotsCommand.self,
            MergeRowsCommand.self,
        ])
}

/// What every merge is asked.
struct MergeOptions: ParsableArguments {
    @Argument(help: "The parts.")
    var parts: [String]

    @Flag(help: "Put the parts together in the order in which they are named.")
    var asGiven = false

    var order: PartOrder { asGiven ? .asGiven : .byName }
}

/// What a merge of sums is asked.
struct MergeSumsOptions: ParsableArguments {
    @OptionGroup var merge: MergeOptions

    @Option(help: "What the whole is called; without it the name that the parts have in common.")
    var name: String?

    @Option(
        help: "The city file of the parts. Without it, city.yaml beside them or in the working directory.")
    var city: String?

    @Flag(help: "The facts of the parts are of more or other requests, such as a year's for a day.")
    var otherFacts = false

    @OptionGroup var threads: JobOptions
    @OptionGroup var summary: SummaryOption

    var choice: PartChoice { PartChoice(order: merge.order, hasOtherFacts: otherFacts) }

    /// Reads the city file that is named, or the one that is found.
    func readCity() throws -> CityFile {
        try CityOptions.readCity(named: city, beside: merge.parts.first ?? "-")
    }
}
