import City
import Locating
import WardlineKit
import Workspace

/// Clerks' answers to findings.
final class FuzzedDecisions: FuzzedReader {
    let name = "decisions"
    private let folder: InputFolder
    private let city: CityFile
    private let areas: AreaNames
    let seeds = [
        "request_id,layer,decision,true_area,note\n24-1,zone,assigned,,\n24-2,zone,other,2,by the gate\n24-3,zone,,,\n",
        "request_id,layer,decision,assigned,expected,opened\n7,zone,other,1,2,2024-07-01\n7,zone,assigned,,2,\n",
        "note;true_area;decision;layer;request_id\n\"two\nlines\";Zone 03;other;zone;7\n;;nonsense;zone;8\n",
    ].map { Array($0.utf8) }

    init() throws {
        folder = try InputFolder()
        city = try folder.writeCity()
        areas = AreaNames(try LayerLoader(city: city, jobs: 1).layers(), city: city)
    }

    func read(_ input: [UInt8]) throws {
        let file = try AnswerFile(folder.write(input, to: "answers.csv"), city: city, areas: areas)
        let asked = Set(file.answers.map(\.findingKey))
        try Contradiction.unless(asked.count == file.answers.count, "two answers to one finding")
        try Contradiction.unless(
            file.answers.allSatisfy { answer in
                answer.layer == "zone" && answer.trueArea.map { ["1", "2", "3"].contains($0) } ?? true
            }, "an answer that names no layer or area of the city")
        let refused = Set(file.refused.map(\.line))
        try Contradiction.unless(
            file.answers.allSatisfy { !refused.contains($0.line) } && file.refused.map(\.line).isSorted,
            "a line that is taken and refused")
        try Contradiction.unless(
            file.blank >= 0 && file.refused.allSatisfy { !$0.reason.description.isEmpty },
            "a refusal without a reason")
    }
}

extension [Int] {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
