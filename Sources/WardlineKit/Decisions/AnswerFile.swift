package import City
import DelimitedText
import RoutingAudit
package import Workspace

/// A file of clerks' answers, read and checked against the city.
package struct AnswerFile {
    package private(set) var answers: [ClerkAnswer] = []
    /// Rows whose decision is blank.
    package private(set) var blank = 0
    /// Rows that cannot be taken, with their lines and the reasons.
    package private(set) var refused: [(line: Int, requestID: String, reason: AnswerFault)] = []

    private let areas: AreaNames

    /// - Parameter path: CSV or .xlsx, or `-` for standard input.
    package init(_ path: String, city: CityFile, areas: AreaNames) throws {
        self.areas = areas
        let source = TextSource(argument: path)
        let wanted: Set = ["request_id", "layer", "decision", "true_area", "note"]
        let file = try DelimitedFile(source) { cells in cells.count { wanted.contains($0) } }
        let header = file.shape.header
        func column(_ name: String) throws(DecisionError) -> Int {
            if let index = header.firstIndex(of: name) { return index }
            throw .noColumn(name, source: source.name)
        }
        let (id, decision) = (try column("request_id"), try column("decision"))
        let layer = city.layers.count == 1 ? header.firstIndex(of: "layer") : try column("layer")
        let (area, note) = (header.firstIndex(of: "true_area"), header.firstIndex(of: "note"))
        let (assigned, expected) = (header.firstIndex(of: "assigned"), header.firstIndex(of: "expected"))
        let opened = header.firstIndex(of: "opened")
        var rows: [ClerkAnswer] = []
        let faults = try file.forEachRecord(requiredCount: 2) { line, cells in
            func text(_ column: Int?) -> String? {
                let text = column.map { cells[$0].trimmingPrefix(while: \.isWhitespace) } ?? ""
                let whole = text.reversed().drop(while: \.isWhitespace).reversed()
                return whole.isEmpty ? nil : String(whole)
            }
            rows.append(
                ClerkAnswer(
                    line: line, requestID: text(id) ?? "",
                    layer: text(layer) ?? (city.layers.count == 1 ? city.layers[0].name : ""),
                    answer: text(decision)?.lowercased() ?? "", trueArea: text(area), note: text(note),
                    asked: AskedAreas(assignedCell: assigned.map(text), expectedCell: expected.map(text)),
                    opened: text(opened)))
        }
        refused = faults.map { ($0.line, "", .unreadable("\($0.problem)")) }
        check(rows, city)
    }

    private mutating func check(_ rows: [ClerkAnswer], _ city: CityFile) {
        var first: [FindingKey: ClerkAnswer] = [:]
        var twice: [FindingKey: [Int]] = [:]
        var taken: [(key: FindingKey, answer: ClerkAnswer)] = []
        for row in rows {
            guard !row.answer.isEmpty else {
                blank += 1
                continue
            }
            switch checked(row, city) {
            case .failure(let fault): refused.append((row.line, row.requestID, fault))
            case .success(let answer):
                let key = answer.findingKey
                if let known = first[key] {
                    guard !known.saysTheSame(as: answer) else { continue }
                    twice[key, default: [known.line]].append(answer.line)
                } else {
                    first[key] = answer
                    taken.append((key, answer))
                }
            }
        }
        for (key, lines) in twice {
            for line in lines {
                refused.append((line, first[key]?.requestID ?? "", .answeredTwice(lines: lines)))
            }
        }
        answers = taken.filter { twice[$0.key] == nil }.map(\.answer)
        refused.sort { $0.line < $1.line }
    }

    private func checked(_ row: ClerkAnswer, _ city: CityFile) -> Result<ClerkAnswer, AnswerFault> {
        guard city.layers.contains(where: { $0.name == row.layer }) else {
            return .failure(.noLayer(row.layer))
        }
        let known = Decision.Answer.allCases.map(\.rawValue)
        guard let answer = Decision.Answer(rawValue: row.answer) else {
            return .failure(.noDecision(row.answer, known: known))
        }
        guard let text = row.trueArea else {
            return answer == .other ? .failure(.noTrueArea) : .success(row)
        }
        guard let code = areas.code(text, inLayer: row.layer) else {
            return .failure(.noArea(text, layer: row.layer))
        }
        return .success(
            ClerkAnswer(
                line: row.line, requestID: row.requestID, layer: row.layer, answer: row.answer,
                trueArea: code, note: row.note, asked: row.asked, opened: row.opened))
    }
}

/// The finding that a row of answers is about. Requests may share an id: what the list asks tells them apart.
package struct FindingKey: Hashable {
    let layer: String
    let requestID: String
    let asked: AskedAreas?
    let opened: String?
}

extension ClerkAnswer {
    package var findingKey: FindingKey {
        FindingKey(layer: layer, requestID: requestID, asked: asked, opened: opened)
    }
}
