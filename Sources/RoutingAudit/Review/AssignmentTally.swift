import Boundaries
import Locating
import ServiceRequests
import Statistics

/// Counts in each layer how what was recorded agrees with where requests lie: only requests that were judged right or wrong.
struct AssignmentTally: Sendable {
    private struct Counts: Sendable {
        /// By the texts of the column, all rows, those that are not correct, and of these the misrouted ones.
        var rows: [Int] = []
        var others: [Int] = []
        var misrouted: [Int] = []
        /// How many misrouted ones lie in each area.
        var lying: [Place: Int] = [:]
        /// The same of those with codes of no area.
        var unknown: [Place: Int] = [:]

        mutating func fit(_ count: Int) {
            guard count > rows.count else { return }
            let more = [Int](repeating: 0, count: count - rows.count)
            rows += more
            others += more
            misrouted += more
        }
    }

    private struct Place: Hashable {
        let edition: Ordinal<Edition>
        let area: Ordinal<Area>
    }

    /// Fewer tell nothing.
    private static let fewest = 50

    private var layers: [Counts]

    init(layerCount: Int) { layers = [Counts](repeating: Counts(), count: layerCount) }

    /// Takes up the findings of the next slice, or of all requests.
    mutating func add(_ result: AuditResult, of table: RequestTable) {
        for (layer, column) in table.assigned.enumerated() where layer < layers.count {
            layers[layer].fit(column.values.count)
            for text in column.indices where text >= 0 { layers[layer].rows[Int(text)] += 1 }
        }
        for finding in result.findings where finding.verdict != .correct {
            let layer = finding.layer.index
            let texts = table.assigned[layer].indices
            guard finding.row < texts.count, texts[finding.row] >= 0 else { continue }
            let text = Int(texts[finding.row])
            layers[layer].others[text] += 1
            guard finding.expected.exists else { continue }
            let place = Place(edition: finding.edition, area: finding.expected)
            if finding.verdict == .misrouted {
                layers[layer].misrouted[text] += 1
                layers[layer].lying[place, default: 0] += 1
            } else if finding.verdict == .unknownArea {
                layers[layer].unknown[place, default: 0] += 1
            }
        }
    }

    /// Returns how a layer's texts agree, where that is by chance alone; `nil` where they speak of its areas, or are too few.
    ///
    /// - Parameter meanings: What the texts mean.
    func doubt(
        ofLayer index: Ordinal<Layer>, _ layer: PreparedLayer, meanings: CodeMeanings
    ) -> ChanceAgreement? {
        let counts = layers[index.index]
        var names: [String: (first: Int, second: Int)] = [:]
        var agreeing = 0
        for text in counts.rows.indices where counts.rows[text] > 0 {
            guard let code = Self.code(ofText: text, in: layer, meanings) else { continue }
            let correct = counts.rows[text] - counts.others[text]
            agreeing += correct
            names[code, default: (0, 0)].first += correct + counts.misrouted[text]
            names[code, default: (0, 0)].second += correct
        }
        for (place, count) in counts.lying {
            names[layer.editions[place.edition].code(of: place.area), default: (0, 0)].second += count
        }
        let understood = ChanceAgreement(agreeing: agreeing, names: names.values.map { $0 })
        guard understood.compared >= Self.fewest, understood.mostDiffer else { return nil }
        // Codes of no area speak against the column too, once those that can be understood do.
        for (place, count) in counts.unknown {
            names[layer.editions[place.edition].code(of: place.area), default: (0, 0)].second += count
            names["", default: (0, 0)].first += count
        }
        let all = ChanceAgreement(agreeing: agreeing, names: names.values.map { $0 })
        return all.isBeyondChance ? nil : understood
    }

    /// Returns the code that a text means in the newest edition that has it.
    private static func code(
        ofText text: Int, in layer: PreparedLayer, _ meanings: CodeMeanings
    ) -> String? {
        var code: String?
        for edition in layer.editions.ordinals {
            let area = meanings.area(ofCode: Int32(text), in: edition)
            if area.exists { code = layer.editions[edition].code(of: area) }
        }
        return code
    }
}

extension AuditResult {
    /// Notes in which layers what was recorded agrees with where requests lie by chance alone: such a column is another layer's, its
    /// codes are those of another map, or the places are those of something else.
    ///
    /// Where facts have that of all of a city's requests, it is theirs.
    /// - Parameter meanings: What the recorded codes of each layer mean.
    mutating func doubtAssignments(
        by table: RequestTable, layers prepared: [PreparedLayer], meanings: [CodeMeanings]
    ) {
        if let facts = table.facts {
            for known in facts.assignments ?? [] {
                guard let layer = prepared.firstIndex(where: { $0.name == known.layer }) else { continue }
                assignments[layer] = ChanceAgreement(
                    compared: known.compared, agreeing: known.agreeing, byChance: known.byChance)
            }
            return
        }
        // Nearly always most agree, and nothing more has to be counted.
        guard layers.contains(where: { $0[.correct] < $0[.misrouted] }) else { return }
        var tally = AssignmentTally(layerCount: prepared.count)
        tally.add(self, of: table)
        for layer in prepared.ordinals where layers[layer.index][.correct] < layers[layer.index][.misrouted] {
            assignments[layer.index] = tally.doubt(ofLayer: layer, prepared[layer], meanings: meanings[layer])
        }
    }

    /// Notes what another part of the requests shows, where it shows more.
    mutating func doubtAssignments(as others: [ChanceAgreement?]) {
        for (layer, other) in others.enumerated() where layer < assignments.count {
            guard let other, other.compared > assignments[layer]?.compared ?? 0 else { continue }
            assignments[layer] = other
        }
    }

    /// Has nothing certain rest on such a column, and no request accused by it and an address alone.
    mutating func hearAssignmentDoubts() {
        guard assignments.contains(where: { $0 != nil }) else { return }
        for index in findings.indices where assignments[findings[index].layer.index] != nil {
            let old = findings[index]
            var new = old
            new.isAssignmentDoubted = true
            if new.verdict == .misrouted, let position = new.position, position.source != .recorded {
                new.verdict = .uncertain
                new.cause = nil
                new.evidence = .address(.agreesByChance)
            }
            replace(at: index, old, with: new)
        }
    }
}
