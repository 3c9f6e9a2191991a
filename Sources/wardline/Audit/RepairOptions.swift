import ArgumentParser
import Records
import RoutingAudit
import WardlineKit

/// What is written to be loaded back, and how.
struct RepairOptions: ParsableArguments {
    @Option(help: "Write what to load back into the CRM: request, layer, from, to, new position.")
    var repairs: String?

    @Flag(help: "Also write repairs that are likely. Doubtful ones are never written.")
    var allRepairs = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "salesforce, servicenow or plain: write repairs as a loader takes them, one row a record under the file's own column names.",
            valueName: "loader"))
    var loader: RepairLoader?

    @Option(
        help: ArgumentHelp(
            "The column by which the loader finds records; the ids by default.", valueName: "column"))
    var key: String?

    @Flag(help: "Also write positions that no address point gives.")
    var positions = false

    @Option(
        help: ArgumentHelp("Write the same rows with what they replace, to undo them.", valueName: "file"))
    var undo: String?

    @Option(
        help: ArgumentHelp(
            "Compare the requests, a newer export, with repairs that were loaded; with --undo their old values are known. Nothing is audited.",
            valueName: "file"))
    var checkRepairs: String?

    /// What the loader is given; `nil` for the columns of repairs.
    var settings: LoadableRepairs.Settings? {
        loader.map {
            LoadableRepairs.Settings(loader: $0, key: key, allPositions: positions, selection: selection)
        }
    }

    var selection: RepairsWriter.Selection { allRepairs ? .certainAndLikely : .certain }

    /// What people are told that was written.
    var name: String { repairs.map { $0 == "-" ? "Repairs" : $0 } ?? "" }

    /// The outputs of an audit.
    var outputs: [TableFormats.Output] {
        [
            ("--repairs", repairs, nil, RecordFormat.lists),
            ("--undo", checkRepairs == nil ? undo : nil, nil, RecordFormat.lists),
        ]
    }

    /// The files that are read.
    var inputs: [String?] { checkRepairs == nil ? [] : [checkRepairs, undo] }

    /// The options, and whether they are given.
    var given: [(name: String, isGiven: Bool)] {
        [
            ("--repairs", repairs != nil), ("--all-repairs", allRepairs), ("--for", loader != nil),
            ("--key", key != nil), ("--positions", positions), ("--undo", undo != nil),
            ("--check-repairs", checkRepairs != nil),
        ]
    }

    func validate() throws {
        // What goes with it, the command says.
        guard checkRepairs == nil else { return }
        if allRepairs, repairs == nil { throw ValidationError("--all-repairs goes with --repairs FILE") }
        if loader != nil, repairs == nil { throw ValidationError("--for goes with --repairs FILE") }
        let given = [("--key", key != nil), ("--positions", positions), ("--undo", undo != nil)].filter(\.1)
        if loader == nil, let option = given.first {
            throw ValidationError(
                "\(option.0) goes with --repairs FILE --for salesforce, servicenow or plain")
        }
    }
}

extension RepairLoader: ExpressibleByArgument {}
