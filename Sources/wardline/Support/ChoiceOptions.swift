import ArgumentParser
import Chronology

/// Which requests a command is asked about.
struct ChoiceOptions: ParsableArguments {
    @Option(help: "Only this category; may be given several times.")
    var category: [String] = []

    @Option(help: "Only requests opened on this day or later, such as 2024-07-01.")
    var since: CivilDate?

    @Option(help: "Only requests opened on this day or earlier.")
    var until: CivilDate?

    func validate() throws {
        if let since, let until, until < since {
            throw ValidationError(
                "--until \(until) is before --since \(since); did you mean them the other way round?")
        }
    }
}
