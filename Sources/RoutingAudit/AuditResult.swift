package import Boundaries
package import Locating
package import Statistics

/// The findings of an audit and how often each verdict was given.
package struct AuditResult: Sendable {
    /// In the order of rows and, within a row, of layers.
    package internal(set) var findings: [Finding] = []
    package internal(set) var layers: [LayerCounts]
    /// For each layer how what was recorded agrees with where requests lie, where that is by chance alone.
    package internal(set) var assignments: [ChanceAgreement?]
    /// For each row whether it is chosen; empty where all are.
    var chosen: [Bool] = []
    /// For each layer the rows that are not chosen and not correct; empty where all are chosen.
    var otherDoubts: [[Int32]] = []

    /// Whether a row is among those that findings and counts are about.
    package func isChosen(_ row: Int) -> Bool { chosen.isEmpty || chosen[row] }

    /// How often each verdict and cause was given in one layer.
    package struct LayerCounts: Sendable, Equatable {
        private var verdicts = [Int](repeating: 0, count: Verdict.allCases.count)
        private var causes = [[Int]](
            repeating: [Int](repeating: 0, count: Cause.allCases.count), count: Verdict.allCases.count)
        /// Correct requests that lie within their uncertainty of a border.
        package internal(set) var correctNearBorder = 0
        /// Requests that are called correct since the city agreed to the difference.
        package internal(set) var accepted: [AcceptedDifference: Int] = [:]

        package subscript(verdict: Verdict) -> Int { verdicts[verdict.ordinal] }
        package subscript(verdict: Verdict, cause: Cause) -> Int { causes[verdict.ordinal][cause.ordinal] }
        /// All requests judged: every one has exactly one verdict.
        package var total: Int { verdicts.reduce(0, +) }

        /// Misrouted requests without a cause of which a clerk answered which area is right.
        package private(set) var answered = 0
        /// Others without a cause of which a second source says so beyond doubt; known when all findings are.
        package fileprivate(set) var borneOut = 0

        mutating func add(_ finding: Finding) { count(finding, 1) }
        mutating func remove(_ finding: Finding) { count(finding, -1) }

        private mutating func count(_ finding: Finding, _ step: Int) {
            verdicts[finding.verdict.ordinal] += step
            if let cause = finding.cause { causes[finding.verdict.ordinal][cause.ordinal] += step }
            if finding.isAnswered { answered += step }
        }

        private static let correct = Verdict.correct.ordinal

        mutating func addCorrect(nearBorder: Bool) {
            verdicts[Self.correct] += 1
            if nearBorder { correctNearBorder += 1 }
        }

        mutating func add(_ other: LayerCounts) {
            for index in verdicts.indices {
                verdicts[index] += other.verdicts[index]
                for cause in causes[index].indices { causes[index][cause] += other.causes[index][cause] }
            }
            correctNearBorder += other.correctNearBorder
            answered += other.answered
            borneOut += other.borneOut
            accepted.merge(other.accepted, uniquingKeysWith: +)
        }
    }

    init(layerCount: Int) {
        layers = [LayerCounts](repeating: LayerCounts(), count: layerCount)
        assignments = [ChanceAgreement?](repeating: nil, count: layerCount)
    }

    mutating func reserveCapacity(_ count: Int) { findings.reserveCapacity(count) }

    /// Counts what a second source bears out, once nothing of the findings changes any more.
    mutating func countBorneOut() {
        for layer in layers.indices { layers[layer].borneOut = 0 }
        for finding in findings where finding.isBorneOut { layers[finding.layer.index].borneOut += 1 }
    }

    mutating func removeCorrect() { findings.removeAll { $0.verdict == .correct } }

    mutating func append(_ finding: Finding) {
        layers[finding.layer.index].add(finding)
        findings.append(finding)
    }

    /// Puts a finding in the place of another one about the same request in the same layer.
    mutating func replace(at index: Int, _ old: Finding, with new: Finding) {
        layers[old.layer.index].remove(old)
        layers[new.layer.index].add(new)
        findings[index] = new
    }

    mutating func append(_ slice: AuditResult) {
        findings.append(contentsOf: slice.findings)
        for layer in layers.indices { layers[layer].add(slice.layers[layer]) }
    }
}

extension AuditResult.LayerCounts: Numbered { package typealias Subject = Layer }

extension AuditResult.LayerCounts: Codable {
    private struct Accepted: Codable {
        let assigned: String
        let expected: String
        let why: String
        let requests: Int
    }

    private enum CodingKeys: String, CodingKey {
        case verdicts, causes
        case correctNearBorder = "correct_near_border"
        case accepted, answered
        case borneOut = "borne_out"
    }

    package init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let verdicts = try values.decode([String: Int].self, forKey: .verdicts)
        let causes = try values.decode([String: [String: Int]].self, forKey: .causes)
        for verdict in Verdict.allCases {
            self.verdicts[verdict.ordinal] = verdicts[verdict.rawValue] ?? 0
            for cause in Cause.allCases {
                self.causes[verdict.ordinal][cause.ordinal] = causes[verdict.rawValue]?[cause.rawValue] ?? 0
            }
        }
        correctNearBorder = try values.decode(Int.self, forKey: .correctNearBorder)
        answered = try values.decodeIfPresent(Int.self, forKey: .answered) ?? 0
        borneOut = try values.decodeIfPresent(Int.self, forKey: .borneOut) ?? 0
        for entry in try values.decode([Accepted].self, forKey: .accepted) {
            let difference = AcceptedDifference(
                assigned: entry.assigned, expected: entry.expected, why: entry.why)
            accepted[difference, default: 0] += entry.requests
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        var (verdicts, causes) = ([String: Int](), [String: [String: Int]]())
        for verdict in Verdict.allCases where self[verdict] > 0 {
            verdicts[verdict.rawValue] = self[verdict]
            for cause in Cause.allCases where self[verdict, cause] > 0 {
                causes[verdict.rawValue, default: [:]][cause.rawValue] = self[verdict, cause]
            }
        }
        try values.encode(verdicts, forKey: .verdicts)
        try values.encode(causes, forKey: .causes)
        try values.encode(correctNearBorder, forKey: .correctNearBorder)
        if answered > 0 { try values.encode(answered, forKey: .answered) }
        if borneOut > 0 { try values.encode(borneOut, forKey: .borneOut) }
        let accepted = accepted.map {
            Accepted(
                assigned: $0.key.assigned, expected: $0.key.expected, why: $0.key.why, requests: $0.value)
        }.sorted { ($0.assigned, $0.expected, $0.why) < ($1.assigned, $1.expected, $1.why) }
        try values.encode(accepted, forKey: .accepted)
    }
}
