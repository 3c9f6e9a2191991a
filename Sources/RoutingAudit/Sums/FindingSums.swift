import Boundaries
import Geometry
package import Locating
package import ServiceRequests
import Statistics

/// What a summary asks of the findings of a part of a file, as parts are put together: the counts of each layer, and the
/// findings that are not correct as columns, without position and evidence.
package struct FindingSums: Codable, Sendable, Equatable {
    package let layers: [AuditResult.LayerCounts]
    let rows: PackedNumbers
    let layerNumbers: PackedNumbers
    let editions: PackedNumbers
    let assigned: PackedNumbers
    let expected: PackedNumbers
    /// By the order of ``Verdict``.
    let verdicts: PackedNumbers
    /// By the order of ``Cause``, −1 for none.
    let causes: PackedNumbers
    /// ``FindingRemark/number``.
    let remarks: PackedNumbers
    /// 1 where a finding has a position.
    let placed: PackedNumbers
    /// The indices of the uncertain findings at recorded positions, with their distances and radii, metres.
    let doubted: PackedNumbers
    let distances: [Double]
    let radii: [Double]
    /// 1 for each row that is chosen; empty where all are.
    let chosen: PackedNumbers
    /// For each layer the rows that are not chosen and not correct.
    let otherDoubts: [PackedNumbers]
    /// For each layer how what was recorded agrees, where that is by chance alone; `nil` in parts of older versions.
    let assignments: [ChanceAgreement?]?

    enum CodingKeys: String, CodingKey {
        case layers, rows
        case layerNumbers = "layer_numbers"
        case editions, assigned, expected, verdicts, causes, remarks, placed, doubted, distances, radii,
            chosen, assignments
        case otherDoubts = "other_doubts"
    }

    package init(_ result: AuditResult) {
        layers = result.layers
        let findings = result.findings.filter { $0.verdict != .correct }
        rows = PackedNumbers(findings.map(\.row), isStepped: true)
        layerNumbers = PackedNumbers(findings.map(\.layer.index))
        editions = PackedNumbers(findings.map(\.edition.index))
        assigned = PackedNumbers(findings.map(\.assigned.index))
        expected = PackedNumbers(findings.map(\.expected.index))
        verdicts = PackedNumbers(findings.map { Verdict.allCases.firstIndex(of: $0.verdict) ?? 0 })
        causes = PackedNumbers(
            findings.map { finding in finding.cause?.ordinal ?? -1 })
        remarks = PackedNumbers(findings.map { FindingRemark($0.evidence).number })
        placed = PackedNumbers(findings.map { $0.position == nil ? 0 : 1 })
        let doubted = findings.indices.filter {
            findings[$0].verdict == .uncertain && findings[$0].position?.source == .recorded
                && findings[$0].distance != nil
        }
        self.doubted = PackedNumbers(doubted, isStepped: true)
        distances = doubted.map { findings[$0].distance ?? 0 }
        radii = doubted.map { findings[$0].position?.uncertainty ?? 0 }
        chosen = PackedNumbers(result.chosen.map { $0 ? 1 : 0 })
        otherDoubts = result.otherDoubts.map { PackedNumbers($0, isStepped: true) }
        assignments = result.assignments.contains { $0 != nil } ? result.assignments : nil
    }
}

extension AuditResult {
    /// Puts the findings of parts together, as if the whole had been audited. Those that are correct are counted only.
    ///
    /// - Parameters:
    ///   - parts: In the order of the file, of the same layers.
    ///   - counts: How many rows each part has.
    ///   - layers: The layers that the parts were judged by.
    /// - Throws: ``ServiceRequests/SumsError`` where a part is damaged or of other layers.
    package init(
        _ parts: [FindingSums], counts: [Int], layers prepared: [PreparedLayer]
    ) throws(SumsError) {
        self.init(layerCount: prepared.count)
        if parts.contains(where: { !$0.chosen.numbers.isEmpty }) {
            otherDoubts = [[Int32]](repeating: [], count: prepared.count)
        }
        var base = 0
        for (part, count) in zip(parts, counts) {
            guard part.layers.count == prepared.count else {
                throw .damaged("a part has other layers than the city file")
            }
            for layer in layers.indices { layers[layer].add(part.layers[layer]) }
            doubtAssignments(as: part.assignments ?? [])
            findings += try part.findings(from: base, count: count, layers: prepared)
            chosen += part.chosen.numbers.map { $0 == 1 }
            for (layer, doubts) in part.otherDoubts.enumerated() where layer < otherDoubts.count {
                otherDoubts[layer] += doubts.numbers.map { Int32(base) + Int32(truncatingIfNeeded: $0) }
            }
            base += count
        }
        guard chosen.isEmpty || chosen.count == base else {
            throw .damaged("some parts were asked about chosen requests and some about all")
        }
    }
}

extension FindingSums {
    fileprivate func findings(
        from base: Int, count: Int, layers: [PreparedLayer]
    ) throws(SumsError) -> [Finding] {
        let columns = [layerNumbers, editions, assigned, expected, verdicts, causes, remarks, placed]
        guard columns.allSatisfy({ $0.numbers.count == rows.numbers.count }),
            doubted.numbers.count == distances.count, doubted.numbers.count == radii.count
        else { throw .damaged("findings are incomplete") }
        var findings: [Finding] = []
        findings.reserveCapacity(rows.numbers.count)
        for index in rows.numbers.indices {
            let (row, layer) = (Int(rows.numbers[index]), Int(layerNumbers.numbers[index]))
            let (edition, verdict) = (Int(editions.numbers[index]), Int(verdicts.numbers[index]))
            let areas = [Int(assigned.numbers[index]), Int(expected.numbers[index])]
            guard (0..<count).contains(row), layers.indices.contains(layer),
                (-1..<layers[layer].editions.count).contains(edition),
                Verdict.allCases.indices.contains(verdict),
                areas.allSatisfy({
                    $0 == -1 || edition >= 0 && (0..<layers[layer].editions[edition].codes.count).contains($0)
                })
            else { throw .damaged("a finding is about an area or an edition that the city file has not") }
            var finding = Finding(row: base + row, layer: Ordinal(layer), edition: Ordinal(edition))
            (finding.assigned, finding.expected) = (Ordinal(areas[0]), Ordinal(areas[1]))
            finding.verdict = Verdict.allCases[verdict]
            let cause = Int(causes.numbers[index])
            if Cause.allCases.indices.contains(cause) { finding.cause = Cause.allCases[cause] }
            if let evidence = FindingRemark(number: Int(remarks.numbers[index])).evidence {
                finding.evidence = evidence
            }
            if placed.numbers[index] == 1 { finding.position = Self.somewhere(within: 0) }
            findings.append(finding)
        }
        for (entry, index) in doubted.numbers.enumerated() where findings.indices.contains(Int(index)) {
            findings[Int(index)].distance = distances[entry]
            findings[Int(index)].position = Self.somewhere(within: radii[entry])
        }
        return findings
    }

    /// Where a finding lies is not told; that it lies somewhere, and how exactly that is known, is.
    private static func somewhere(within radius: Double) -> Position {
        Position(coordinate: Coordinate(longitude: 0, latitude: 0), source: .recorded, uncertainty: radius)
    }
}
