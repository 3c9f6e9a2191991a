package import Boundaries
import Locating
import Records
import RoutingAudit
import ServiceRequests

extension AuditAccount {
    private static let mostListed = 12

    /// Returns what became of recorded codes that no area has, a sentence each: words that were taken for none, and codes that are
    /// unknown.
    package func codeLines(ofLayer index: Ordinal<Layer>) -> [String] {
        let words = findings.unassignedWords(ofLayer: index, in: basis.table)
        let unknown = findings.unknownCodes(ofLayer: index, in: basis.table)
        var lines: [String] = []
        if !words.isEmpty {
            lines.append("Taken to say that no area was assigned: \(Self.list(words.map(Self.counted)))")
        }
        let numbers = titleNumbers[index.index]
        if !numbers.isEmpty {
            lines.append(
                "Recorded numbers that are no area's code, taken for the number in its title: "
                    + Self.list(numbers.map { "\($0.recorded) for \($0.code)" }))
        }
        if !unknown.isEmpty, let last = basis.layers[index].editions.last {
            lines.append(
                "Recorded codes that are no area: \(Self.list(unknown.map(Self.counted)));"
                    + " the areas of \(last.name) are \(Self.list(last.codes))")
        }
        return lines
    }

    /// Returns for each layer the recorded texts that were taken for the number in an area's title.
    static func titleNumbers(_ basis: AuditBasis) -> [[TitleNumber]] {
        zip(basis.table.assigned, basis.layers).map { TitleNumber.all(among: $0.values, in: $1) }
    }

    private static func counted(_ code: RecordedCode) -> String {
        "\(code.code) (\(NumberText.count(code.requests)))"
    }

    private static func list(_ texts: [String]) -> String {
        texts.prefix(mostListed).joined(separator: ", ") + (texts.count > mostListed ? ", …" : "")
    }
}
