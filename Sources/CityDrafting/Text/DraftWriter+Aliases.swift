import Records
import Wording

/// What the codes of a column mean that are none of the areas', and what cannot be said of them.
extension DraftWriter {
    /// Fewer rows than one in so many with codes of no area are left to the comment.
    private static let fewUnknown = 100
    private static let mostNamed = 5

    mutating func writeAliases(_ assigned: AssignedColumn, of matched: MatchedFile, layer: String) {
        let aliases = assigned.aliases + assigned.spelledOut
        // Without the column they would mean nothing.
        let sign = matched.isDoubtful ? "# " : ""
        if !aliases.isEmpty {
            file.add(
                "\(sign)aliases:", indent: 4,
                because: assigned.aliases.isEmpty
                    ? "by the codes in brackets"
                    : "by where the requests lie and by the numbers in the codes: look through them")
            // Codes are texts, also where they look like numbers.
            for alias in aliases {
                file.add(
                    "\(sign)  \(YAMLText.value(alias.text)): \(YAMLText.quoted(alias.code))", indent: 4,
                    because: DayText.counted(alias.rows, "request"))
            }
        }
        offerAliases(assigned, areStarted: !aliases.isEmpty)
        noteOffered(assigned, of: matched, layer: layer)
        noteUnknown(assigned, of: matched, layer: layer)
    }

    private mutating func offerAliases(_ assigned: AssignedColumn, areStarted: Bool) {
        guard !assigned.offered.isEmpty else { return }
        if !areStarted { file.add("# aliases:", indent: 4) }
        for alias in assigned.offered {
            let why =
                switch alias.reason {
                case .formOfCodes: "written as the areas' codes are: is it an area that the map lacks?"
                case .spreadsheet: "a spreadsheet rewrote it: no alias mends that"
                case .positions(let inside, let all):
                    "\(NumberText.wholeShare(inside, of: all)) of those with a position lie there"
                }
            file.add(
                "#   \(YAMLText.value(alias.text)): \(YAMLText.quoted(alias.code))", indent: 4,
                because: "\(DayText.counted(alias.rows, "request")); \(why)")
        }
    }

    private mutating func noteOffered(_ assigned: AssignedColumn, of matched: MatchedFile, layer: String) {
        let rewritten =
            assigned.offered.filter { $0.isRewritten }.map(\.text)
            + assigned.unknown.map(\.text).filter(OfferedAlias.isRewritten)
        if !rewritten.isEmpty {
            let isOne = rewritten.count == 1
            doubts.append(
                "layer \(layer): a spreadsheet rewrote codes of the column \(columns.name(assigned.column)) (\(named(rewritten))):"
                    + " have the file exported again; what \(isOne ? "it seems" : "they seem") to mean is only offered, since repairs"
                    + " would load \(isOne ? "it" : "them") into the CRM")
        }
        let lacking = assigned.offered.filter { $0.isOfLackingArea }
        if !lacking.isEmpty {
            let areas = Set(lacking.map(\.code)).sorted()
            doubts.append(
                "layer \(layer): no area of \(matched.file.name) is \(named(lacking.map { "\($0.text) (\(NumberText.count($0.rows)))" })),"
                    + " though written as its codes are; the requests lie in \(named(areas)): is the map older than the requests?"
            )
        }
        let open = assigned.offered.filter { !$0.isRewritten && !$0.isOfLackingArea }
        if !open.isEmpty {
            doubts.append(
                "layer \(layer): what \(named(open.map(\.text))) \(open.count == 1 ? "means" : "mean") is only offered, since not nearly all requests of"
                    + " \(open.count == 1 ? "it" : "each") lie in one area")
        }
    }

    private mutating func noteUnknown(_ assigned: AssignedColumn, of matched: MatchedFile, layer: String) {
        guard !assigned.unknown.isEmpty else { return }
        let told = named(assigned.unknown.map { "\($0.text) (\(NumberText.count($0.rows)))" })
        file.comment("no area has \(told); aliases: can say what they mean", indent: 4)
        let rows = assigned.unknown.reduce(0) { $0 + $1.rows }
        guard rows * Self.fewUnknown >= assigned.filled else { return }
        doubts.append("layer \(layer): no area of \(matched.file.name) has \(told)")
    }

    /// The first of some texts, and how many more there are.
    private func named(_ texts: [String]) -> String {
        let rest = texts.count - Self.mostNamed
        return texts.prefix(Self.mostNamed).joined(separator: ", ")
            + (rest > 0 ? " and \(NumberText.count(rest)) more" : "")
    }

    /// Says which features of a map are no area for want of a code or a surface.
    mutating func noteFaultyFeatures(_ edition: MatchedFile, layer: String) {
        guard let field = edition.file.fields.firstIndex(of: edition.code) else { return }
        let codeless = edition.file.withoutCode(in: field)
        if !codeless.isEmpty {
            doubts.append(
                "layer \(layer): \(DayText.counted(codeless.count, "feature")) of \(edition.file.name) \(codeless.count == 1 ? "has" : "have") no"
                    + " \(edition.code) (\(named(codeless.map { "feature \($0)" }))): requests there lie in no area"
            )
        }
        let bare = edition.file.withoutSurface(in: field)
        if !bare.isEmpty {
            doubts.append(
                "layer \(layer): \(named(bare)) of \(edition.file.name) \(bare.count == 1 ? "has" : "have") no surface: requests there lie in no area"
            )
        }
    }
}
