import Algorithms
import City
import Foundation
import Records
package import ServiceRequests

/// What a part of a city's requests adds to the figures of the whole.
package protocol PartSums: Codable, Sendable {
    /// The command that made it.
    static var command: String { get }
    var requests: RequestSums { get }
    /// How many requests it was made of.
    var requestCount: Int { get }
    /// Whether a part holds all requests of its categories, from anywhere in the file.
    static var isByCategory: Bool { get }
}

extension PartSums {
    package var requestCount: Int { requests.count }
    package static var isByCategory: Bool { false }
}

/// How parts are held to be one whole.
package struct PartChoice: Sendable {
    package var order: PartOrder
    /// Whether the facts that the parts were judged by are of more or other requests, such as a year's for a day.
    package var hasOtherFacts: Bool

    package init(order: PartOrder = .byName, hasOtherFacts: Bool = false) {
        self.order = order
        self.hasOtherFacts = hasOtherFacts
    }
}

/// One part's summary, written with `--summary FILE.json --sums`.
struct PartFile<Sums: PartSums>: Sendable {
    /// How it is called in errors.
    let name: String
    let warnings: [String]
    let settings: PartSettings
    let sums: Sums

    /// - Throws: ``PartFileError`` for what is no summary with sums of the command.
    init(_ path: String) throws(PartFileError) {
        name = URL(fileURLWithPath: path).lastPathComponent
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PartFileError(path: path, reason: .unreadable)
        }
        do {
            let form = try JSONDecoder().decode(Form.self, from: data)
            (warnings, settings, sums) = (form.warnings, form.settings, form.part)
        } catch {
            throw PartFileError(path: path, reason: (error as? Unfit)?.reason ?? .damaged)
        }
    }

    /// What the form says of itself that does not fit.
    private struct Unfit: Error { let reason: PartFileError.Reason }

    /// Command and form are looked at before the sums.
    private struct Form: Decodable {
        let warnings: [String]
        let settings: PartSettings
        let part: Sums

        private enum CodingKeys: String, CodingKey {
            case command, warnings, part
            case partSchema = "part_schema"
            case settings = "part_settings"
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            let command = try values.decode(String.self, forKey: .command)
            guard command == Sums.command else {
                throw Unfit(reason: .otherCommand(command, wanted: Sums.command))
            }
            guard let schema = try values.decodeIfPresent(String.self, forKey: .partSchema) else {
                throw Unfit(reason: .noSums)
            }
            guard schema == RunSummary.partSchema else {
                throw Unfit(reason: .otherForm(schema, known: RunSummary.partSchema))
            }
            guard let settings = try values.decodeIfPresent(PartSettings.self, forKey: .settings) else {
                throw Unfit(reason: .noSettings)
            }
            self.settings = settings
            warnings = try values.decode([String].self, forKey: .warnings)
            part = try values.decode(Sums.self, forKey: .part)
        }
    }
}

/// The parts of a whole, in the order of the file.
struct PartFiles<Sums: PartSums>: Sendable {
    let parts: [PartFile<Sums>]
    var sums: [Sums] { parts.map(\.sums) }
    var names: [String] { parts.map(\.name) }
    var counts: [Int] { parts.map(\.sums.requests.count) }

    /// Reads parts, and puts them in the order of the lines with which they begin or, where none says it, of their names.
    ///
    /// - Parameter city: The city file of the whole.
    /// - Throws: ``PartFileError`` where one cannot be read, ``MergeError`` where one is named twice, and
    ///   ``ServiceRequests/SumsError`` where one is missing, is there twice, or was made by another city file.
    init(_ paths: [String], of city: CityFile, _ choice: PartChoice) throws {
        let names = try PartNames(paths, order: choice.order)
        let read = try names.ordered.map { try PartFile<Sums>($0) }
        try Self.checkSettings(read, of: city)
        if Sums.isByCategory {
            try CategoryPart.check(read.map(\.sums.requests), names: read.map(\.name))
        }
        let firsts = Set(read.map { $0.sums.requests.intake.firstLine })
        guard firsts.count > 1, !Sums.isByCategory else {
            try names.checkGaps()
            parts = read
            try checkTwice()
            if !choice.hasOtherFacts { try checkCount() }
            return
        }
        parts = read.enumerated().sorted {
            ($0.element.sums.requests.intake.firstLine, $0.offset)
                < ($1.element.sums.requests.intake.firstLine, $1.offset)
        }.map(\.element)
        try checkLines()
        if !choice.hasOtherFacts { try checkCount() }
    }

    /// All parts were judged by the same, and the whole is as well.
    private static func checkSettings(_ parts: [PartFile<Sums>], of city: CityFile) throws(SumsError) {
        guard let first = parts.first else { return }
        for part in parts.dropFirst() {
            guard let setting = first.settings.difference(from: part.settings) else { continue }
            throw .otherSettings(setting, parts: [first.name, part.name])
        }
        if let setting = first.settings.difference(fromWhole: city) {
            throw .otherSettings(setting, parts: [first.name, city.path])
        }
    }

    /// Returns what all parts were asked.
    func sameQuestion<Question: Encodable>(_ question: (Sums) -> Question) throws -> Question {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let texts = try sums.map { String(decoding: try encoder.encode(question($0)), as: UTF8.self) }
        for index in parts.indices where texts[index] != texts[0] {
            let difference = try QuestionDifference(texts[0], texts[index])
            throw SumsError.different(
                what: "what was asked", first: difference.first, other: difference.other,
                parts: [names[0], names[index]])
        }
        return question(sums[0])
    }

    /// The parts together are the requests that their facts know.
    private func checkCount() throws(SumsError) {
        guard let last = parts.last, let known = last.sums.requests.knownCount else { return }
        let requests = parts.reduce(0) { $0 + $1.sums.requestCount }
        guard requests == known else {
            throw .otherCount(
                requests: requests, known: known, last: last.sums.requests.intake.lastLine, beside: last.name)
        }
    }

    /// Each line of the file is in one part.
    private func checkLines() throws(SumsError) {
        let intakes = parts.map { ($0.name, $0.sums.requests.intake) }
        // A header may stand before the first part.
        if let (name, first) = intakes.first, first.firstLine > 2 {
            throw .missing(lines: 2...first.firstLine - 1, beside: name)
        }
        for (part, next) in intakes.adjacentPairs() {
            let expected = part.1.lastLine + 1
            if next.1.firstLine > expected {
                throw .missing(lines: expected...next.1.firstLine - 1, beside: part.0)
            }
            if next.1.firstLine < expected {
                throw .twice(what: "line \(next.1.firstLine)", parts: [part.0, next.0])
            }
        }
    }

    /// No two parts have the same requests.
    private func checkTwice() throws(SumsError) {
        for (index, part) in parts.enumerated() where part.sums.requests.count > 0 {
            if let other = parts[..<index].first(where: { $0.sums.requests.isSame(as: part.sums.requests) }) {
                throw .twice(what: "what one of them holds", parts: [other.name, part.name])
            }
        }
    }

    /// What the parts warned of, each once, and that they know nothing of each other.
    var warnings: [String] {
        var told: Set<String> = []
        let isAlone = parts.count > 1 && parts.contains { $0.sums.requests.knownCount == nil }
        return parts.flatMap(\.warnings).filter { told.insert($0).inserted }
            + (isAlone
                ? [
                    "the parts were judged each by itself: ids that stand in several count in each, and what only all requests tell"
                        + " is not known; judge them by facts of all"
                ] : [])
    }
}

extension RunSummary {
    /// Adds the sums of a part, and by what it was judged.
    package mutating func add(_ part: any PartSums, by settings: PartSettings) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.part = Array(try encoder.encode(part))
        partSettings = Array(try encoder.encode(settings))
    }
}
