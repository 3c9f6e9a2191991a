import ArgumentParser

/// What wardline audit does instead of an audit's summary: only some of its options go with it.
enum AuditMode: String {
    case checksRepairs = "--check-repairs"
    case explains = "--explain"

    /// What it does, in words.
    private var words: String {
        switch self {
        case .checksRepairs: "compares an export with repairs, and nothing is audited"
        case .explains: "tells the story of one request"
        }
    }

    /// The options that go with it; those that say which city and how fast go with all.
    private var taken: Set<String> {
        switch self {
        case .checksRepairs: ["--check-repairs", "--undo", "-o", "--format", "--all", "--spreadsheet"]
        case .explains:
            ["--explain", "--layer", "--facts", "--no-header", "--header-from", "--first-line"]
        }
    }

    /// - Parameter options: The options of the command, and whether they are given.
    /// - Throws: An error of usage that names the first given one that would do nothing.
    func check(_ options: [(name: String, isGiven: Bool)]) throws {
        guard let option = options.first(where: { $0.isGiven && !taken.contains($0.name) }) else { return }
        throw ValidationError("\(rawValue) \(words); leave \(option.name) out")
    }
}

extension AuditCommand {
    /// What is done instead of an audit's summary; `nil` for an audit.
    private var mode: AuditMode? {
        repair.checkRepairs != nil ? .checksRepairs : explain != nil ? .explains : nil
    }

    /// - Throws: An error of usage for an option that what is asked for would pass over in silence.
    func checkMode() throws { try mode?.check(given) }

    private var given: [(name: String, isGiven: Bool)] {
        let part = options.part
        return [
            ("--explain", explain != nil), ("-o", output != nil), ("--format", format != nil),
            ("--spreadsheet", spreadsheet.spreadsheet), ("--all", all), ("--carry", !carry.isEmpty),
            ("--rejects", rejects != nil), ("--keep", keep), ("--review", review != nil),
            ("--layer", layer != nil), ("--summary", summaryFile.summary.path != nil),
            ("--sums", summaryFile.sums), ("--facts", part.facts != nil), ("--no-header", part.noHeader),
            ("--header-from", part.headerFrom != nil), ("--first-line", part.firstLine != 1),
        ] + chosen.given + repair.given
    }
}
